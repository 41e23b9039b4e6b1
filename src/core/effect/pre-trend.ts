import { commonMean } from '../../stats/common-mean.ts';
import { isUnknown, type Unknown, unknown } from '../../stats/unknown.ts';
import { type Wald, waldTest } from '../../stats/wald.ts';
import type { Aggregates, Slice } from './aggregate.ts';
import type { EffectCell } from './cells.ts';
import { figureOf, noFigure } from './figure.ts';
import type { Covariance } from './influence.ts';
import type { EffectFigure, PreTrend } from './result.ts';

/** Periods before joining that are looked at: what was earlier says little about what would have come. */
const MOST_LEADS = 12;
/** A period before joining counts where so many of those who joined are seen in it. */
const LEAST_SHARE = 0.1;
/** People in a cohort for each of its cells; below that χ² sees differences where there are none. */
const PEOPLE_PER_CELL = 10;
const MOST_CELLS = 400;
/** Share of false alarms. */
const ALPHA = 0.05;

/** The periods before joining that say something about trends, the earliest first. */
export function leadsOf({ since }: Pick<Aggregates, 'since'>, joined: number, least: number): Slice[] {
  return since.filter(({ at, cells }) => {
    const people = peopleIn(cells);
    return at < 0 && at >= -MOST_LEADS && people >= least && people >= LEAST_SHARE * joined;
  });
}

export const peopleIn = (cells: readonly EffectCell[]) => cells.reduce((sum, { people }) => sum + people, 0);

/**
 * Wald's test that nothing differed before joining: over every cell, as in R's did, where each cohort has 10 people for
 * each of its cells; else over the means by periods since joining. It looks for any difference and therefore overlooks a
 * small steady one, which adds up after joining: a test of a drift that is the same in every period stands beside it.
 */
export function preTrend(cells: readonly EffectCell[], leads: readonly Slice[], covariance: Covariance): PreTrend {
  const before = cells.filter(({ t, joined }) => t < joined);
  if (before.length === 0) return untested(unknown('nobody was seen for two periods before joining'));
  const isWhole = before.length <= MOST_CELLS && before.every((cell) => isLarge(cell, before));
  const parts = isWhole ? before : leads;
  const test = waldTest(
    parts.map(({ value }) => value),
    covariance(parts),
  );
  if (isUnknown(test)) return untested(test);
  return tested(test, isWhole ? 'cells' : 'periods', driftOf(leads, covariance));
}

function driftOf(leads: readonly Slice[], covariance: Covariance): EffectFigure {
  const drift = commonMean(
    leads.map(({ value }) => value),
    covariance(leads),
  );
  return isUnknown(drift) ? noFigure(drift.unknown) : figureOf(drift.value, drift.se);
}

function isLarge({ cohort, people, compared }: EffectCell, before: readonly EffectCell[]): boolean {
  const own = before.filter((other) => other.cohort === cohort).length;
  return people >= PEOPLE_PER_CELL * own && compared >= PEOPLE_PER_CELL * own;
}

const tested = ({ statistic, df, p }: Wald, basis: 'cells' | 'periods', drift: EffectFigure): PreTrend => ({
  basis,
  statistic,
  df,
  p,
  drift,
  passed: p >= ALPHA && (drift.p === null || drift.p >= ALPHA),
});

const untested = ({ unknown: basisReason }: Unknown): PreTrend => ({
  basis: null,
  basisReason,
  statistic: null,
  df: null,
  p: null,
  drift: noFigure(basisReason),
  passed: null,
});
