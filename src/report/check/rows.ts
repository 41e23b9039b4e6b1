import type { Bound } from '../../core/goals/goal.ts';
import { formatPeriod, type Period } from '../../core/period.ts';
import type { Report } from '../report.ts';
import type { CheckFacts } from './facts.ts';

/** The rows of the CSV: one for each goal and check. */
export function checkRows({ initiatives, checks }: CheckFacts): Report['table'] {
  const goals = initiatives.flatMap(({ name, business, members }) => [
    ...business.map((goal) => ({ ...goal, group: name, side: 'business' })),
    ...members.map((goal) => ({ ...goal, group: name, side: 'members' })),
  ]);
  const watched = checks.map((check) => ({ ...check, group: 'checks', side: check.level, by: undefined }));
  return [
    ['initiative', 'side', 'metric', 'label', 'value', 'at_least', 'at_most', 'by', 'status'],
    ...[...goals, ...watched].map(({ group, side, metric, label, reading, bound, by, status }) => {
      const { atLeast = null, atMost = null } = boundData(bound);
      return [group, side, metric, label ?? null, reading.value, atLeast, atMost, periodData(by), status];
    }),
  ];
}

/** `{atLeast}` or `{atMost}`. */
export function boundData({ side, value }: Bound): { readonly atLeast?: number; readonly atMost?: number } {
  return side === 'least' ? { atLeast: value } : { atMost: value };
}

export function periodData(by: Period | undefined): string | null {
  return by === undefined ? null : formatPeriod(by);
}
