import type { IncidentFigures, IncidentMoney, IncidentsResult } from '../../core/incidents/result.ts';
import { amount, count, price, range, text, unknown } from '../cells.ts';
import { left, right } from '../outcomes/columns.ts';
import { differenceCell, differenceRange, type Measure, unitText, valueCell } from '../outcomes/measure.ts';
import type { Block, Cell, Phrase } from '../report.ts';
import { shareMeasure, transactionFactor } from './measure.ts';

const SIDES = [
  ['members', 'members'],
  ['nonMembers', 'non-members'],
] as const;

/** How many people it happened to, with counts and Wilson's intervals, and the ratio. */
export function peopleSection({ incidents }: IncidentsResult): Block {
  const columns = [
    ...[left('Incident', 1), left('Who', 1), right('Incidents', 4), right('People hit', 2), right('People', 3)],
    ...[right('Share', 1), right('95% interval', 2)],
  ];
  const rows = incidents.flatMap((own) => SIDES.map(([side, name]) => personRow(own, side, name)));
  const facts = incidents.flatMap((own) => [
    { label: `Difference, ${own.incident}`, value: difference(own) },
    { label: `Ratio, ${own.incident}`, value: ratio(own) },
  ]);
  return {
    kind: 'section',
    id: 'people',
    title: 'Per person',
    note: [
      'people to whom it happened at least once; the E-value is how strongly something hidden would have to go with both joining and the incident',
    ],
    blocks: [
      { kind: 'table', columns, rows },
      { kind: 'facts', facts },
    ],
  };
}

function personRow(own: IncidentFigures, side: 'members' | 'nonMembers', name: string): Cell[] {
  const measure = shareMeasure(own);
  const { events, people, value, valueReason = '', interval } = own.people[side];
  return [
    text(`${own.incident}${unitText(measure)}`),
    text(name),
    count(own.total?.[side] ?? null, valueReason),
    count(events, valueReason),
    count(people),
    valueCell(measure, value, valueReason),
    interval === null ? unknown(valueReason) : range(valueCell(measure, interval[0]), valueCell(measure, interval[1])),
  ];
}

function difference(own: IncidentFigures): Phrase {
  const measure = shareMeasure(own);
  const { difference: value, differenceReason = '', interval } = own.people;
  if (value === null) return [unknown(differenceReason)];
  return [differenceCell(measure, value), ...(interval === null ? [] : ['  ', differenceRange(measure, { interval })])];
}

function ratio({ ratio: figures, ratioReason = '' }: IncidentFigures): Phrase {
  if (figures === null) return [unknown(ratioReason)];
  const { value, interval, eValue, halfAdded } = figures;
  return [
    ...[times(value), '  ', range(times(interval[0]), times(interval[1]))],
    ...['  E-value ', times(eValue.value), ', of the nearer end ', times(eValue.limit)],
    ...(halfAdded ? ['  ½ added to each count, because one is 0'] : []),
  ];
}

const times = (value: number): Cell => count(value, '', 2);

/** Incidents over transactions: who does more meets more. */
export function transactionSection({ incidents, transactions }: IncidentsResult): Block[] {
  if (transactions === null) return [];
  const factor = transactionFactor(incidents);
  const measure: Measure = { kind: 'count', factor, decimals: 2 };
  const columns = [
    ...[left('Incident', 1), left('Who', 1), right('Incidents', 3), right('Transactions', 3)],
    ...[right('Rate', 1), right('95% interval', 2)],
  ];
  const rows = incidents.flatMap((own) => SIDES.map(([side, name]) => transactionRow(own, side, name, measure)));
  const facts = incidents.flatMap(({ incident, perTransaction: rates, perTransactionReason = '' }) => {
    if (rates === null) return [{ label: `Difference, ${incident}`, value: [unknown(perTransactionReason)] }];
    const { interval, intervalReason = '' } = rates;
    const shown =
      interval === null
        ? ['  ', unknown(intervalReason)]
        : ['  ', differenceRange(measure, { interval: { ...interval, method: 'closed form' } })];
    const ends: Phrase =
      rates.ratio === null
        ? [unknown(rates.ratioReason ?? '')]
        : [times(rates.ratio.value), '  ', range(times(rates.ratio.interval[0]), times(rates.ratio.interval[1]))];
    return [
      { label: `Difference, ${incident}`, value: [differenceCell(measure, rates.difference), ...shown] },
      { label: `Ratio, ${incident}`, value: ends },
    ];
  });
  const note: Phrase = [
    'incidents per ',
    count(factor),
    ' transactions; the transactions of one person are alike, so that intervals are over people',
  ];
  const blocks: Block[] = [
    { kind: 'table', columns, rows },
    { kind: 'facts', facts },
  ];
  return [{ kind: 'section', id: 'transactions', title: 'Per transaction', note, blocks }];
}

function transactionRow(own: IncidentFigures, side: 'members' | 'nonMembers', name: string, measure: Measure): Cell[] {
  const { perTransaction: rates, perTransactionReason = '' } = own;
  if (rates === null)
    return [text(own.incident), text(name), ...Array.from({ length: 4 }, () => unknown(perTransactionReason))];
  const { incidents, transactions, rate, interval } = rates[side];
  return [
    text(own.incident),
    text(name),
    count(incidents),
    count(transactions),
    valueCell(measure, rate),
    interval === null
      ? unknown(rates.intervalReason ?? '')
      : range(valueCell(measure, interval[0]), valueCell(measure, interval[1])),
  ];
}

/** What incidents cost, in all and for each person. */
export function moneySection({ incidents, money }: IncidentsResult): Block[] {
  const all: [string, IncidentMoney][] = incidents.flatMap((own) =>
    own.money === null ? [] : [[own.incident, own.money]],
  );
  if (money !== null) all.push(['all together', money]);
  if (all.length === 0) return [];
  const columns = [
    ...[left('Incident', 1), right('Members', 2), right('Non-members', 2), right('Each member', 3)],
    ...[right('Each non-member', 3), right('Difference', 1), right('95% interval', 2)],
  ];
  const measure: Measure = { kind: 'money', factor: 1, decimals: 2 };
  const rows = all.map(([name, { members, nonMembers, perPerson }]) => [
    text(name),
    ...[amount(members), amount(nonMembers)],
    price(perPerson.members.value, perPerson.members.valueReason),
    price(perPerson.nonMembers.value, perPerson.nonMembers.valueReason),
    differenceCell(measure, perPerson.difference, perPerson.differenceReason),
    differenceRange(measure, perPerson),
  ]);
  const note: Phrase = ['what they cost in all, and for each person, of those who met none as well'];
  return [{ kind: 'section', id: 'money', title: 'What they cost', note, blocks: [{ kind: 'table', columns, rows }] }];
}
