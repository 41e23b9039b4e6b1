import { COHORTS, type Line } from '../core/cohort.ts';
import { GROUPS } from '../core/groups.ts';
import { type Money, ZERO } from '../core/money.ts';
import type { Unit } from '../core/period.ts';
import type { SumCell } from './engine.ts';

/** From the period on, so many people more (or fewer) are in the cohort and group. */
export interface PeopleStep {
  readonly period: number;
  /** Place in COHORTS. */
  readonly cohort: number;
  readonly group: number;
  readonly people: number;
}

export interface CellSum {
  readonly period: number;
  readonly cohort: number;
  readonly group: number;
  readonly line: Line | null;
  readonly sum: Money;
  readonly squares: bigint;
}

/**
 * Cells from the changes in people and the sums of money. Whoever spent nothing is among the people of every line. A
 * cohort that has begun and stands empty in a period has one cell without people there, so that it is not missing.
 */
export function tally(
  unit: Unit,
  { first, last }: { readonly first: number; readonly last: number },
  steps: readonly PeopleStep[],
  sums: readonly CellSum[],
): SumCell[] {
  const length = last - first + 1;
  const people = COHORTS.map(() => Array.from({ length: GROUPS }, () => new Int32Array(length + 1)));
  for (const step of steps) people[step.cohort]![step.group]![step.period - first]! += step.people;
  const lines = [...new Set(sums.map(({ line }) => line))].sort();
  const money = new Map<string, CellSum>();
  for (const sum of sums) money.set(`${sum.period}|${sum.cohort}|${sum.group}|${sum.line}`, sum);

  const cells: SumCell[] = [];
  const begun = new Set<number>();
  const add = (at: number, cohort: number, group: number, count: number) => {
    for (const line of lines) {
      const found = money.get(`${first + at}|${cohort}|${group}|${line}`);
      cells.push({
        period: { unit, index: first + at },
        cohort: COHORTS[cohort]!,
        group,
        ...(line === null ? {} : { line }),
        people: count,
        sum: found?.sum ?? ZERO,
        squares: found?.squares ?? 0n,
      });
    }
  };
  for (let at = 0; at < length; at++) {
    people.forEach((groups, cohort) => {
      let empty = true;
      groups.forEach((series, group) => {
        const count = series[at]!;
        series[at + 1]! += count;
        if (count === 0) return;
        empty = false;
        begun.add(cohort);
        add(at, cohort, group, count);
      });
      if (empty && begun.has(cohort)) add(at, cohort, 0, 0);
    });
  }
  return cells;
}
