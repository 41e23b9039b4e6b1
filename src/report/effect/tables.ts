import type { EffectFigure } from '../../core/effect/result.ts';
import { count, period, text } from '../cells.ts';
import { left, right } from '../outcomes/columns.ts';
import { differenceCell, type Measure, valueCell } from '../outcomes/measure.ts';
import { pCell } from '../outcomes/tests.ts';
import type { Block, Cell, Column } from '../report.ts';
import { type EffectFacts, effectMeasure } from './facts.ts';
import { rangeCell, sinceCell } from './since.ts';

const FIGURES: readonly Column[] = [
  right('Beyond others', 1),
  right('95% interval', 2),
  right('Std. error', 4),
  right('p', 3),
];

function figureCells(measure: Measure, own: EffectFigure): Cell[] {
  const { value, valueReason, interval, intervalReason, se, p } = own;
  return [
    differenceCell(measure, value, valueReason),
    rangeCell(measure, interval, intervalReason),
    valueCell(measure, se, intervalReason),
    pCell(p, intervalReason),
  ];
}

/** The four ways in which cohorts and periods are added up. */
export function summarySection(facts: EffectFacts): Block {
  const { effect, aggregates, unit } = facts.result;
  const measure = effectMeasure(facts);
  const row = (name: string, own: EffectFigure) => [text(name), ...figureCells(measure, own)];
  const rows = [
    row(`every member and ${unit}`, effect),
    row('every member', aggregates.group),
    row(`every ${unit} since joining`, aggregates.dynamic),
    row(`every ${unit} of the calendar`, aggregates.calendar),
  ];
  return {
    kind: 'section',
    id: 'summary',
    title: 'In all',
    note: ['what is weighted alike; who joined early has more time since, and so more weight in the first row'],
    blocks: [{ kind: 'table', columns: [left('Mean over', 1), ...FIGURES], rows }],
  };
}

/** What goes with joining by when people joined. */
export function joiningSection(facts: EffectFacts): Block {
  const measure = effectMeasure(facts);
  const rows = facts.result.byJoining.map((own) => [
    period(own.joined),
    count(own.people),
    ...figureCells(measure, own),
  ]);
  return {
    kind: 'section',
    id: 'by-joining',
    title: 'By when they joined',
    note: [`the mean over every ${facts.result.unit} since`],
    blocks: [{ kind: 'table', columns: [left('Joined', 1), right('People', 2), ...FIGURES], rows }],
  };
}

/** What goes with having joined, by the calendar. */
export function periodSection(facts: EffectFacts): Block {
  const measure = effectMeasure(facts);
  const rows = facts.result.byPeriod.map((own) => [
    period(own.period),
    count(own.people),
    ...figureCells(measure, own),
  ]);
  return {
    kind: 'section',
    id: 'by-calendar',
    title: 'By calendar',
    note: ['everybody who had joined by then'],
    blocks: [{ kind: 'table', columns: [left('Period', 1), right('People', 2), ...FIGURES], rows }],
  };
}

/** Every cohort in every period: what all else is made of. */
export function cellSection(facts: EffectFacts): Block {
  const measure = effectMeasure(facts);
  const rows = facts.result.cells.map((own) => [
    ...[period(own.joined), period(own.period), sinceCell(own.since), count(own.people)],
    ...figureCells(measure, own),
  ]);
  const columns = [left('Joined', 1), left('Period', 1), right('Since', 4), right('People', 3), ...FIGURES];
  return {
    kind: 'section',
    id: 'cells',
    title: 'Every cohort in every period',
    note: [`before joining the change since the ${facts.result.unit} before, then that since the last before joining`],
    blocks: [{ kind: 'table', columns, rows }],
  };
}
