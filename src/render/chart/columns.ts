/** The columns of a chart's area that its points stand in; a single point stands in the middle. */
export function pointColumns(points: number, width: number): readonly number[] {
  if (points === 1) return [Math.floor(width / 2)];
  return Array.from({ length: points }, (_, index) => Math.round((index * (width - 1)) / (points - 1)));
}

/**
 * A value for every column: straight lines between neighbouring points, nothing beside a gap. Where points are closer
 * than columns, a column takes their mean, or nothing if one of them is missing.
 */
export function stretch(
  values: readonly (number | null | undefined)[],
  columns: readonly number[],
  width: number,
): readonly (number | null)[] {
  const stretched: (number | null)[] = Array.from({ length: width }, () => null);
  const points = group(values, columns);
  let before: { column: number; value: number } | undefined;
  for (const [column, value] of points) {
    if (value !== null) {
      const from = before ?? { column, value };
      const slope = column === from.column ? 0 : (value - from.value) / (column - from.column);
      for (let at = from.column; at < column; at += 1) stretched[at] = from.value + slope * (at - from.column);
      stretched[column] = value;
    }
    before = value === null ? undefined : { column, value };
  }
  return stretched;
}

function group(
  values: readonly (number | null | undefined)[],
  columns: readonly number[],
): ReadonlyMap<number, number | null> {
  const sums = new Map<number, { sum: number; count: number }>();
  columns.forEach((column, index) => {
    const { sum, count } = sums.get(column) ?? { sum: 0, count: 0 };
    sums.set(column, { sum: sum + finite(values[index]), count: count + 1 });
  });
  return new Map([...sums].map(([column, { sum, count }]) => [column, Number.isNaN(sum) ? null : sum / count]));
}

/** NaN for a gap, which then spreads through the sum. */
function finite(value: number | null | undefined): number {
  return value !== null && value !== undefined && Number.isFinite(value) ? value : Number.NaN;
}

/** A stretch of columns without a gap. */
export interface Run {
  readonly from: number;
  readonly values: readonly number[];
}

/** The runs between the gaps. */
export function runsOf(stretched: readonly (number | null)[]): readonly Run[] {
  const runs: { from: number; values: number[] }[] = [];
  stretched.forEach((value, column) => {
    if (value === null) return;
    const last = runs.at(-1);
    if (last !== undefined && last.from + last.values.length === column) last.values.push(value);
    else runs.push({ from: column, values: [value] });
  });
  return runs;
}
