/**
 * p-values adjusted for having looked several times, in the order given: of the adjusted ones below α, the chance that
 * any is a false alarm is at most α. R: p.adjust(p, "holm"). Source: S. Holm (1979).
 */
export function holm(pValues: readonly number[]): number[] {
  const count = pValues.length;
  let largest = 0;
  return inOrder(pValues, ascending, (p, position) => {
    largest = Math.max(largest, Math.min(1, (count - position) * p));
    return largest;
  });
}

/**
 * The same with a weaker promise: of the adjusted ones below α, a share of at most α is expected to be false alarms.
 * R: p.adjust(p, "BH"). Source: Y. Benjamini and Y. Hochberg (1995).
 */
export function benjaminiHochberg(pValues: readonly number[]): number[] {
  const count = pValues.length;
  let smallest = 1;
  return inOrder(pValues, descending, (p, position) => {
    smallest = Math.min(smallest, (count / (count - position)) * p);
    return smallest;
  });
}

/** Adjusts the values one after the other in the order of `compare`; the results stand where their values stood. */
function inOrder(
  values: readonly number[],
  compare: (a: number, b: number) => number,
  adjust: (value: number, position: number) => number,
): number[] {
  const adjusted = [...values];
  const sorted = values.map((value, index) => ({ value, index })).sort((a, b) => compare(a.value, b.value));
  for (const [position, { value, index }] of sorted.entries()) adjusted[index] = adjust(value, position);
  return adjusted;
}

const ascending = (a: number, b: number) => a - b;
const descending = (a: number, b: number) => b - a;
