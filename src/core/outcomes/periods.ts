import type { Cohort } from '../cohort.ts';
import type { Period } from '../period.ts';

/** In which period an outcome is known, and of whom. */
export interface KnownIn {
  readonly period: Period;
  /** Cohorts of the people who have a value. */
  readonly cohorts: ReadonlySet<Cohort>;
}

/**
 * The two periods in which an outcome is compared: those that were chosen, else the first and the last in which members
 * and non-members have a value, or, where there is none, in which anybody has.
 */
export function comparedPeriods(
  all: readonly KnownIn[],
  { before, after }: { readonly before?: Period; readonly after?: Period },
): readonly [first: Period, last: Period] {
  const between = all.filter(
    ({ period }) => period.index >= (before?.index ?? period.index) && period.index <= (after?.index ?? period.index),
  );
  const both = between.filter(({ cohorts }) => cohorts.has('non_member') && cohorts.size > 1);
  const any = between.filter(({ cohorts }) => cohorts.size > 0);
  const some = [both, any, all].find((found) => found.length > 0) ?? all;
  return [before ?? some[0]!.period, after ?? some.at(-1)!.period];
}
