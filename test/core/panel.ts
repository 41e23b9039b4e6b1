import type { Cohort } from '../../src/core/cohort.ts';
import { money } from '../../src/core/money.ts';
import type { SpendCell } from '../../src/core/rows.ts';
import { labels, period } from './helper.ts';

/** One person in one month. */
interface Seen {
  readonly label: string;
  readonly cohort: Cohort;
  readonly group: number;
  readonly spend: number;
}

/** 2,000 people over six months who join, act, lurk and come back: what `panel.R` makes. */
export function panel(): Seen[] {
  const months = labels('2024-01', 6);
  return Array.from({ length: 2000 }, (_, index) => index + 1).flatMap((i) =>
    months.map((label, at) => {
      const t = at + 1;
      const cohort = cohortOf(i, t);
      const buys = (i * 13 + t * 29 + i * t) % 10 >= 4;
      const spend = 5 + ((i * 37) % 41) + ((i * 17 + t * 23) % 13) + (cohort === 'active' ? 2 : 0);
      return { label, cohort, group: (i * 101) % 251, spend: buys ? spend : 0 };
    }),
  );
}

function cohortOf(i: number, t: number): Cohort {
  const age = t - (((i * 5) % 16) - 6);
  if (age < 0) return 'non_member';
  if (age < 3) return 'newcomer';
  return (i * 11 + t * 3) % 7 < 3 ? 'active' : 'lurker';
}

/** People added up by month, cohort and group. */
export function cellsOf(people: readonly Seen[]): SpendCell[] {
  const cells = new Map<string, SpendCell>();
  for (const { label, cohort, group, spend } of people) {
    const key = `${label} ${cohort} ${group}`;
    const sum = cells.get(key) ?? { period: period(label), cohort, group, people: 0, spend: 0n };
    cells.set(key, { ...sum, people: sum.people + 1, spend: sum.spend + money(spend) });
  }
  return [...cells.values()];
}
