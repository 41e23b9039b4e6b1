import { COHORTS } from '../../../src/core/cohort.ts';
import { GROUPS } from '../../../src/core/groups.ts';
import { money } from '../../../src/core/money.ts';
import type { SpendCell } from '../../../src/core/rows.ts';
import { cellOf, type Sums } from './community.ts';

const CENT = money('0.01');
const FIRST = 2023 * 12;

/** The cells that a file by person leads to: people and spending by period, cohort and group. */
export function groupedCells({ periods, people, cents }: Sums): SpendCell[] {
  const cells: SpendCell[] = [];
  for (let at = 0; at < periods; at++) {
    COHORTS.forEach((cohort, c) => {
      for (let group = 0; group < GROUPS; group++) {
        const cell = cellOf(at, c, group);
        const [n, spent] = [people[cell]!, cents[cell]!];
        // Every cohort has a row in every period, were it of nobody.
        if (n === 0 && group > 0) continue;
        cells.push({
          period: { unit: 'month', index: FIRST + at },
          cohort,
          group,
          people: n,
          spend: CENT * BigInt(spent),
        });
      }
    });
  }
  return cells;
}

/** The cells that a file of cohort totals with `spend_sd` leads to. */
export function totalCells({ periods, people, cents, squares }: Sums): SpendCell[] {
  const cells: SpendCell[] = [];
  for (let at = 0; at < periods; at++) {
    COHORTS.forEach((cohort, c) => {
      const [from, to] = [cellOf(at, c, 0), cellOf(at, c, GROUPS)];
      const [n, spent] = [sum(people.subarray(from, to)), sum(cents.subarray(from, to))];
      const squared = sum(squares.subarray(from, to));
      const variance = n < 2 ? 0 : Math.max(0, (squared - (spent * spent) / n) / (n - 1));
      const period = { unit: 'month', index: FIRST + at } as const;
      cells.push({ period, cohort, people: n, spend: CENT * BigInt(spent), spendSd: Math.sqrt(variance) / 100 });
    });
  }
  return cells;
}

/** By period and cohort, how many people are there. */
export function peopleOf({ periods, people }: Sums): number[][] {
  return Array.from({ length: periods }, (_, at) =>
    COHORTS.map((_cohort, c) => sum(people.subarray(cellOf(at, c, 0), cellOf(at, c, GROUPS)))),
  );
}

function sum(values: Int32Array | Float64Array): number {
  let total = 0;
  for (const value of values) total += value;
  return total;
}
