import type { IncidentsResult, PerTransaction } from '../../core/incidents/result.ts';
import type { Comparison } from '../../core/outcomes/result.ts';
import type { Report } from '../report.ts';

const HEADER = [
  ...['incident', 'row', 'members', 'non_members', 'members_value', 'non_members_value'],
  ...['difference', 'low', 'high', 'p', 'adjusted_p', 'verdict'],
];

type Row = Report['table'][number];

/** A row per comparison: what `--format csv` writes. Members are people, or transactions in a row per transaction. */
export function incidentRows({ incidents, money }: IncidentsResult): Report['table'] {
  const rows = incidents.flatMap((own): Row[] => {
    const end = (basis: string) => (own.basis === basis ? [own.adjustedP, own.verdict] : [null, null]);
    return [
      [own.incident, 'share of people', ...cells(own.people), ...end('person')],
      [own.incident, 'per person', ...cells(own.perPerson), null, null],
      ...(own.perTransaction === null
        ? []
        : [[own.incident, 'per transaction', ...rates(own.perTransaction), ...end('transaction')]]),
      ...(own.money === null ? [] : [[own.incident, 'cost per person', ...cells(own.money.perPerson), null, null]]),
    ];
  });
  return [HEADER, ...rows, ...(money === null ? [] : [['', 'cost per person', ...cells(money.perPerson), null, null]])];
}

function cells({ members, nonMembers, difference, interval, p }: Comparison): Row {
  return [
    members.people,
    nonMembers.people,
    members.value,
    nonMembers.value,
    difference,
    ...(interval?.difference ?? [null, null]),
    p,
  ];
}

function rates({ members, nonMembers, difference, interval, p }: PerTransaction): Row {
  const ends = interval?.difference ?? [null, null];
  return [members.transactions, nonMembers.transactions, members.rate, nonMembers.rate, difference, ...ends, p];
}
