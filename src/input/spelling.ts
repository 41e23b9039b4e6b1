/** Marks that accents leave behind in the decomposed form. */
const COMBINING = /\p{M}/gu;
const NOT_LETTER_OR_DIGIT = /[^\p{L}\p{N}]/gu;
const LONGEST_NAME = 200;

/** A name without regard to case, accents, spaces, `_`, `-` and other marks: `Non-Members` → `nonmembers`. */
export function fold(name: string): string {
  if (name.length > LONGEST_NAME) return name;
  return name
    .normalize('NFKD')
    .replace(COMBINING, '')
    .toLowerCase()
    .replaceAll('ß', 'ss')
    .replace(NOT_LETTER_OR_DIGIT, '');
}

/** Insertions, deletions, replacements and swaps of neighbours between two words (optimal string alignment). */
function distance(a: string, b: string): number {
  let beforeLast: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i++) {
    const current = [i];
    for (let j = 1; j <= b.length; j++) {
      const same = a[i - 1] === b[j - 1];
      let best = Math.min(last[j]! + 1, current[j - 1]! + 1, last[j - 1]! + (same ? 0 : 1));
      const swapped = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1];
      if (swapped) best = Math.min(best, beforeLast[j - 2]! + 1);
      current.push(best);
    }
    [beforeLast, last] = [last, current];
  }
  return last[b.length]!;
}

/** Those of the candidates that are most like the word, nearest first; none where all are far. */
export function closest(word: string, candidates: readonly string[], most = 1): string[] {
  const folded = fold(word);
  if (folded.length === 0 || folded.length > 40) return [];
  return candidates
    .map((candidate) => ({ candidate, off: distance(folded, fold(candidate)) }))
    .filter(({ candidate, off }) => off <= Math.max(1, Math.floor(Math.max(candidate.length, folded.length) / 3)))
    .sort((a, b) => a.off - b.off)
    .slice(0, most)
    .map(({ candidate }) => candidate);
}
