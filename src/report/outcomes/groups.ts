import type { OutcomeFigures, OutcomesResult } from '../../core/outcomes/result.ts';
import { count, text } from '../cells.ts';
import type { Block, Phrase } from '../report.ts';
import { left, right } from './columns.ts';
import { differenceCell, differenceRange, measureOf, unitText, valueCell } from './measure.ts';
import { comparisonCells } from './tables.ts';

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
  if (changes.length === 0) return [];
  const spans = [...new Set(changes.map(spanOf))];
  const blocks = spans.map((span) => levelTable(changes.filter((own) => spanOf(own) === span)));
  return [{ kind: 'section', id: 'before-after', title: 'Before and after', blocks }];
}

const spanOf = ({ from, to }: OutcomeFigures) => `${from} ${to}`;

/** Outcomes that are compared in the same two periods. */
function levelTable(changes: readonly OutcomeFigures[]): Block {
  const [from, to] = [changes[0]?.from ?? '', changes[0]?.to ?? ''];
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
  return { kind: 'table', columns, rows };
}
