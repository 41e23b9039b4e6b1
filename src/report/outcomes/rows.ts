import type { Comparison, OutcomesResult } from '../../core/outcomes/result.ts';
import type { Report } from '../report.ts';

const HEADER = [
  ...['outcome', 'kind', 'estimate', 'row', 'group', 'members', 'non_members', 'members_value', 'non_members_value'],
  ...['difference', 'low', 'high', 'p', 'adjusted_p', 'detectable', 'verdict'],
];

type Row = Report['table'][number];

/** A row per comparison: what `--format csv` writes. */
export function outcomeRows({ outcomes }: OutcomesResult): Report['table'] {
  const rows = outcomes.flatMap((own): Row[] => {
    const start = [own.outcome, own.kind, own.estimate];
    const row = (what: string, group: string, comparison: Comparison): Row => [
      ...[...start, what, group],
      ...cells(comparison),
      ...[null, comparison.detectable, null],
    ];
    const { within, winsorized } = own;
    return [
      [...start, 'all', '', ...cells(own), own.adjustedP, own.detectable, own.verdict],
      ...(winsorized === null ? [] : [row('winsorized', '', winsorized)]),
      ...(within === null
        ? []
        : [
            [
              ...[...start, 'within', within.columns.join(', '), within.members.compared, null, null, null],
              ...[within.difference, ...(within.interval?.difference ?? [null, null])],
              ...[within.p, null, within.detectable, null],
            ],
          ]),
      ...own.cohorts.map((cohort) => row('cohort', cohort.cohort, cohort)),
      ...own.by.flatMap(({ column, groups }) => groups.map((group) => row(`by ${column}`, group.group, group))),
    ];
  });
  return [HEADER, ...rows];
}

function cells({ members, nonMembers, difference, interval, p }: Comparison): Row {
  const ends = interval?.difference ?? [null, null];
  return [members.people, nonMembers.people, members.value, nonMembers.value, difference, ...ends, p];
}
