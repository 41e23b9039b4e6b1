import type { OutcomeFigures, OutcomesResult } from '../../core/outcomes/result.ts';
import { count, range, text, unknown } from '../cells.ts';
import type { Block, Cell, Column, Phrase } from '../report.ts';
import { differenceCell, differenceRange, measureOf, unitText, valueCell } from './measure.ts';
import { comparisonCells } from './tables.ts';

const left = (header: string, priority: number): Column => ({ header, align: 'left', priority });
const right = (header: string, priority: number): Column => ({ header, align: 'right', priority });

/** Shares with their counts and Wilson's intervals, their ratio, and what it would take to explain it away. */
export function rateSection({ outcomes }: OutcomesResult): Block[] {
  const rates = outcomes.filter(({ kind, estimate }) => kind === 'rate' && estimate === 'gap');
  if (rates.length === 0) return [];
  const columns = [
    left('Outcome', 1),
    left('Who', 1),
    right('Yes', 2),
    right('People', 3),
    right('Share', 1),
    right('95% interval', 2),
  ];
  const rows = rates.flatMap((own) => [rateRow(own, 'members'), rateRow(own, 'nonMembers')]);
  const facts = rates.map((own) => ({ label: `Ratio, ${own.outcome}`, value: ratio(own) }));
  const blocks: Block[] = [
    { kind: 'table', columns, rows },
    { kind: 'facts', facts },
  ];
  const note: Phrase = [
    'the E-value is how strongly, as a ratio, something hidden would have to go with both joining and the outcome',
  ];
  return [{ kind: 'section', id: 'rates', title: 'Shares', note, blocks }];
}

function rateRow(own: OutcomeFigures, side: 'members' | 'nonMembers'): Cell[] {
  const measure = measureOf(own);
  const { events, people, value, valueReason = '', interval } = own[side];
  return [
    text(`${own.outcome}${unitText(measure)}`),
    text(side === 'members' ? 'members' : 'non-members'),
    count(events, valueReason),
    count(people),
    valueCell(measure, value, valueReason),
    interval === null ? unknown(valueReason) : range(valueCell(measure, interval[0]), valueCell(measure, interval[1])),
  ];
}

function ratio({ ratio: figures, ratioReason = '' }: OutcomeFigures): Phrase {
  if (figures === null) return [unknown(ratioReason)];
  const { value, interval, eValue, halfAdded } = figures;
  const times = (number: number) => count(number, '', 2);
  return [
    ...[times(value), '  ', range(times(interval[0]), times(interval[1]))],
    ...['  E-value ', times(eValue.value), ', of the nearer end ', times(eValue.limit)],
    ...(halfAdded ? ['  ½ added to each count, because one is 0'] : []),
  ];
}

/** Each cohort of members by itself against non-members. */
export function cohortSection({ outcomes }: OutcomesResult): Block[] {
  if (!outcomes.some(({ cohorts }) => cohorts.length > 1)) return [];
  const columns = [
    left('Outcome', 1),
    left('Cohort', 1),
    right('People', 3),
    right('Value', 2),
    right('Difference', 1),
    right('95% interval', 2),
  ];
  const rows = outcomes.flatMap((own) => {
    const measure = measureOf(own);
    const shown = own.estimate === 'change' ? differenceCell : valueCell;
    return own.cohorts.map((row) => [
      text(`${own.outcome}${unitText(measure)}`),
      text(row.cohort),
      count(row.members.people),
      shown(measure, row.members.value, row.members.valueReason),
      differenceCell(measure, row.difference, row.differenceReason),
      differenceRange(measure, row),
    ]);
  });
  const note: Phrase = ['each cohort of members by itself, against non-members'];
  return [{ kind: 'section', id: 'cohorts', title: 'By cohort', note, blocks: [{ kind: 'table', columns, rows }] }];
}

/** Members against non-members in each group of a column. */
export function breakdownSections({ outcomes }: OutcomesResult): Block[] {
  const columns = [...new Set(outcomes.flatMap(({ by }) => by.map(({ column }) => column)))];
  return columns.map((column): Block => {
    const rows = outcomes.flatMap((own) => {
      const measure = measureOf(own);
      const groups = own.by.find((breakdown) => breakdown.column === column)?.groups ?? [];
      return groups.map((group) => [
        text(`${own.outcome}${unitText(measure)}`),
        text(group.group),
        ...[count(group.members.people), count(group.nonMembers.people)],
        ...comparisonCells(group, measure, own.estimate === 'change').slice(2),
      ]);
    });
    const header = [left('Outcome', 1), left(column, 1), right('Members', 3), right('Non-members', 3)];
    const table: Block = {
      kind: 'table',
      columns: [...header, right('Difference', 1), right('95% interval', 2)],
      rows,
    };
    const note: Phrase = ['members against non-members in each group; not adjusted for how many groups there are'];
    return {
      kind: 'section',
      id: `by-${column.toLowerCase().replace(/\s+/g, '-')}`,
      title: `By ${column}`,
      note,
      blocks: [table],
    };
  });
}

/** What each side had before and after, where two periods are compared. */
export function levelSection({ outcomes }: OutcomesResult): Block[] {
  const changes = outcomes.filter(({ levels }) => levels !== null);
  const [first] = changes;
  if (first === undefined) return [];
  const [from, to] = [first.from ?? '', first.to ?? ''];
  const columns = [
    left('Outcome', 1),
    left('Who', 1),
    right('People', 3),
    right(from, 2),
    right(to, 2),
    right('Change', 1),
  ];
  const rows = changes.flatMap((own) =>
    (['members', 'nonMembers'] as const).map((side) => {
      const measure = measureOf(own);
      const { value, valueReason, people } = own[side];
      const { before, after } = own.levels![side];
      return [
        text(`${own.outcome}${unitText(measure)}`),
        text(side === 'members' ? 'members' : 'non-members'),
        count(people),
        valueCell(measure, before, valueReason),
        valueCell(measure, after, valueReason),
        differenceCell(measure, value, valueReason),
      ];
    }),
  );
  return [
    { kind: 'section', id: 'before-after', title: 'Before and after', blocks: [{ kind: 'table', columns, rows }] },
  ];
}

/** Smaller ones are not told apart. */
const SMALLEST_P = 0.0001;

/** A p-value to four digits behind the point. */
export function pCell(p: number | null, reason = ''): Cell {
  return p !== null && p < SMALLEST_P ? text('below 0.0001') : count(p, reason, 4);
}

const ADJUSTMENTS = { holm: 'Holm', 'benjamini-hochberg': 'Benjamini–Hochberg' } as const;

/** p-values, for those who want them; the verdict rests on the interval and on the adjusted p. */
export function testSection({ outcomes }: OutcomesResult): Block[] {
  if (outcomes.length === 0) return [];
  const rows = outcomes.map((own) => [
    text(own.outcome),
    pCell(own.p, own.pReason),
    pCell(own.adjustedP, own.pReason),
    text(ADJUSTMENTS[own.adjustment]),
    text(own.interval?.method ?? ''),
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
