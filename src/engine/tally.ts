import { COHORTS, type Line } from '../core/cohort.ts';
import { GROUPS } from '../core/groups.ts';
import { type Money, ZERO } from '../core/money.ts';
import type { Unit } from '../core/period.ts';
import type { SumCell } from './engine.ts';

/** A period, cohort and group, by their numbers. */
interface Place {
  readonly period: number;
  /** Place in COHORTS. */
  readonly cohort: number;
  readonly group: number;
}

/** From the period on, so many people more (or fewer) are in the cohort and group. */
export interface PeopleStep extends Place {
  readonly people: number;
}

export interface CellSum extends Place {
  readonly line: Line | null;
  readonly spend: Money;
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
  const perPeriod = COHORTS.length * GROUPS;
  const length = last - first + 1;
  const at = ({ period, cohort, group }: Place) => ((period - first) * COHORTS.length + cohort) * GROUPS + group;
  // One period more: whoever leaves in the last one is gone from the next on.
  const people = new Int32Array((length + 1) * perPeriod);
  for (const step of steps) people[at(step)]! += step.people;
  for (let place = perPeriod; place < people.length; place++) people[place]! += people[place - perPeriod]!;
  const lines = linesOf(sums, people.length, at);

  const cells: SumCell[] = [];
  const begun = new Set<number>();
  for (let index = 0; index < length; index++) {
    const period = { unit, index: first + index };
    for (const [nth, cohort] of COHORTS.entries()) {
      const start = at({ period: period.index, cohort: nth, group: 0 });
      const add = (group: number) => {
        for (const { line, byPlace } of lines) {
          const found = byPlace[start + group];
          const { spend = ZERO, squares = 0n } = found ?? {};
          const named = line === null ? {} : { line };
          cells.push({ period, cohort, group, ...named, people: people[start + group]!, spend, squares });
        }
      };
      const before = cells.length;
      for (let group = 0; group < GROUPS; group++) if (people[start + group] !== 0) add(group);
      if (cells.length > before) begun.add(nth);
      else if (begun.has(nth)) add(0);
    }
  }
  return cells;
}

/** The sums of each line, by the place of their cell. */
function linesOf(sums: readonly CellSum[], places: number, at: (place: Place) => number) {
  const lines = new Map<Line | null, (CellSum | undefined)[]>();
  for (const sum of sums) {
    const own = lines.get(sum.line) ?? new Array<CellSum | undefined>(places).fill(undefined);
    own[at(sum)] = sum;
    lines.set(sum.line, own);
  }
  return [...lines]
    .map(([line, byPlace]) => ({ line, byPlace }))
    .sort((a, b) => ((a.line ?? '') < (b.line ?? '') ? -1 : 1));
}
