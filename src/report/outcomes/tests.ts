import type { DifferenceInterval, OutcomesResult } from '../../core/outcomes/result.ts';
import { blank, count, text } from '../cells.ts';
import type { Block, Cell, Phrase } from '../report.ts';
import { left, right } from './columns.ts';

/** Smaller ones are not told apart. */
const SMALLEST_P = 0.0001;

/** A p-value to four digits behind the point. */
export function pCell(p: number | null, reason = ''): Cell {
  return p !== null && p < SMALLEST_P ? text('below 0.0001') : count(p, reason, 4);
}

const ADJUSTMENTS = { holm: 'Holm', 'benjamini-hochberg': 'Benjamini–Hochberg' } as const;

const METHODS = {
  welch: 'Welch',
  newcombe: 'Newcombe',
  stratified: 'strata',
  'closed form': 'closed form',
} as const satisfies Readonly<Record<DifferenceInterval['method'], string>>;

/** p-values, for those who want them; the verdict rests on the interval and on the adjusted p. */
export function testSection({ outcomes }: OutcomesResult): Block[] {
  if (outcomes.length === 0) return [];
  const rows = outcomes.map((own) => [
    text(own.outcome),
    pCell(own.p, own.pReason),
    pCell(own.adjustedP, own.pReason),
    text(ADJUSTMENTS[own.adjustment]),
    own.interval === null ? blank : text(METHODS[own.interval.method]),
  ]);
  const columns = [
    left('Outcome', 1),
    right('p', 2),
    right('Adjusted p', 1),
    left('Adjusted by', 2),
    left('Interval by', 3),
  ];
  const note: Phrase = [
    'adjusted for the number of outcomes: by Holm where a direction was declared, else by Benjamini and Hochberg',
  ];
  return [{ kind: 'section', id: 'tests', title: 'Tests', note, blocks: [{ kind: 'table', columns, rows }] }];
}
