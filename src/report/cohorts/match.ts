import { formatPeriod } from '../../core/period.ts';
import type { CohortRules, Match } from '../../core/raw.ts';
import { count, percent, period } from '../cells.ts';
import type { Block, Phrase, Report } from '../report.ts';

/** How many people stand in both files. */
export function matchSection({ members, buyers, both, lastTransaction }: Match): Block {
  const share = (part: number, whole: number, who: string): Phrase => [
    count(part),
    ' of ',
    count(whole),
    ' (',
    percent(whole === 0 ? null : part / whole, `there are no ${who}`),
    ')',
  ];
  return {
    kind: 'section',
    id: 'match',
    title: 'Match',
    note: ['people by their id, in both files'],
    blocks: [
      {
        kind: 'facts',
        facts: [
          { label: 'Members with transactions', value: share(both, members, 'members') },
          { label: 'Buyers who are members', value: share(both, buyers, 'buyers') },
          { label: 'Last transaction', value: [period(lastTransaction)] },
        ],
      },
    ],
  };
}

/** The match as the JSON has it. */
export function matchData({ emptyPeriods, members, buyers, both, ...rest }: Match): unknown {
  return {
    members,
    buyers,
    both,
    shareOfMembers: members === 0 ? null : both / members,
    shareOfBuyers: buyers === 0 ? null : both / buyers,
    ...rest,
    emptyPeriods: emptyPeriods.map(formatPeriod),
  };
}

/** A report on figures from raw exports, with how the exports fit together before its caveats. */
export function withMatch(report: Report, match: Match, rules: CohortRules): Report {
  const at = report.blocks.findIndex((block) => block.kind === 'section' && block.id === 'caveats');
  const place = at < 0 ? report.blocks.length : at;
  return {
    ...report,
    data: { ...(report.data as object), cohortRules: rules, match: matchData(match) },
    blocks: report.blocks.toSpliced(place, 0, matchSection(match)),
  };
}
