import type { OutcomeFigures, OutcomesResult } from '../../core/outcomes/result.ts';
import { count, range, text, unknown } from '../cells.ts';
import type { Block, Cell, Phrase } from '../report.ts';
import { left, right } from './columns.ts';
import { measureOf, unitText, valueCell } from './measure.ts';

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
