import { displayWidth } from '../terminal/width.ts';

/** A label below the horizontal axis. */
export interface Tick {
  /** Which point it names. */
  readonly index: number;
  readonly column: number;
  /** Where the label begins; may lie left of the axis. */
  readonly start: number;
  readonly label: string;
}

const BETWEEN = 2;

/**
 * As many labels as fit without touching: every period, or those that divide a year evenly (each quarter, half-year,
 * year …), and the last where there is room for it.
 */
export function chooseTicks(
  labels: readonly string[],
  columns: readonly number[],
  room: { readonly from: number; readonly to: number },
): readonly Tick[] {
  const tick = (index: number): Tick => {
    const label = labels[index] ?? '';
    const column = columns[index] ?? 0;
    const width = displayWidth(label);
    const start = Math.max(room.from, Math.min(column - Math.floor(width / 2), room.to - width));
    return { index, column, start, label };
  };
  const last = labels.length - 1;
  for (const indices of candidates(labels)) {
    const ticks = indices.map(tick);
    const withLast = ticks.at(-1)?.index === last ? ticks : [...ticks, tick(last)];
    if (areApart(withLast)) return withLast;
    if (ticks.length > 1 && areApart(ticks)) return ticks;
  }
  const ends = [tick(0), tick(last)];
  return areApart(ends) ? ends : [tick(0)];
}

const PERIOD = /^\d+-(?:Q([1-4])|(\d\d))$/;

/** Sets of labels, the fullest first. */
function candidates(labels: readonly string[]): readonly (readonly number[])[] {
  const match = PERIOD.exec(labels[0] ?? '');
  const perYear = match === null ? 1 : match[1] === undefined ? 12 : 4;
  const offset = Number(match?.[1] ?? match?.[2] ?? 1) - 1;
  const parts = { 1: [], 4: [1, 2], 12: [1, 2, 3, 6] }[perYear] ?? [];
  const strides = [...parts, ...[1, 2, 5, 10, 20, 50].map((years) => years * perYear)];
  return strides.map((stride) => labels.flatMap((_, index) => ((index + offset) % stride === 0 ? [index] : [])));
}

function areApart(ticks: readonly Tick[]): boolean {
  return ticks.every((tick, at) => {
    const next = ticks[at + 1];
    return next === undefined || tick.start + displayWidth(tick.label) + BETWEEN <= next.start;
  });
}

/** Labels at their places on one line that begins at column `from`. */
export function labelLine(ticks: readonly Tick[], from: number): string {
  let line = '';
  let used = from;
  for (const { start, label } of ticks) {
    line += ' '.repeat(Math.max(0, start - used)) + label;
    used = start + displayWidth(label);
  }
  return line;
}
