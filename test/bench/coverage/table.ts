import { coverage, type Hits, type Row } from './tally.ts';

const HEAD = [
  'smallest cohort',
  'communities',
  'no interval',
  'covers',
  'too high',
  'too low',
  '`all`: no interval',
  '`all`: covers',
  '`all`: closed form covers',
];

/** The rows as a Markdown table. */
export function table(rows: readonly Row[]): string[] {
  const lines = rows.map((row, i) => [
    i < rows.length - 1 ? label(row) : `**${row.from} and more**`,
    count(row.communities),
    count(row.first.none),
    covers(row.first),
    share(row.first.below, row.first),
    share(row.first.above, row.first),
    count(row.all.none),
    covers(row.all),
    covers(row.closedForm),
  ]);
  return [HEAD, HEAD.map((_, i) => (i === 0 ? '---' : '--:')), ...lines].map((cells) => `| ${cells.join(' | ')} |`);
}

function label({ from, to }: Row): string {
  if (from === 0) return `below ${to}`;
  return Number.isFinite(to) ? `${from}–${to - 1}` : `${from} and more`;
}

const count = (value: number) => value.toLocaleString('en-US');
const percent = (value: number) => `${(100 * value).toFixed(1)}%`;

/** With what the simulation leaves open: two standard errors of the share. */
function covers(hits: Hits): string {
  const n = judged(hits);
  if (n === 0) return '–';
  const p = coverage(hits);
  return `${percent(p)} ± ${(200 * Math.sqrt((p * (1 - p)) / n)).toFixed(1)}`;
}

function share(part: number, hits: Hits): string {
  return judged(hits) === 0 ? '–' : percent(part / judged(hits));
}

function judged({ in: held, below, above }: Hits): number {
  return held + below + above;
}
