import { smallestDetectable } from '../../stats/estimate.ts';
import { addToMoments, type Moments, mergeMoments, NO_MOMENTS } from '../../stats/moments.ts';
import { spearman } from '../../stats/rank.ts';
import { leastSquaresOfGroups } from '../../stats/regression.ts';
import { tTwoSided } from '../../stats/student.ts';
import { shareTrend } from '../../stats/trend.ts';
import { isUnknown, type Unknown, unknown } from '../../stats/unknown.ts';
import { LEVEL } from '../input.ts';
import { known } from '../known.ts';
import { countOf, sideOf } from '../outcomes/compare.ts';
import type { DoseFigures, LevelRow, Slope } from './result.ts';

/** One outcome of people at their levels. */
export interface Pairs {
  readonly levels: readonly number[];
  readonly values: readonly number[];
}

type Across = Pick<
  DoseFigures,
  'people' | 'levels' | 'slope' | 'slopeReason' | 'spearman' | 'spearmanReason' | 'shareTrend' | 'shareTrendReason'
>;

/** People at different levels beside each other: table, slope, rank correlation and, for shares, the test of a trend. */
export function acrossPeople({ levels, values }: Pairs, isShare: boolean, minPeople: number): Across {
  const groups = byLevel({ levels, values });
  const line = leastSquaresOfGroups(
    groups.map(({ level, moments }) => ({ x: level, y: moments })),
    LEVEL,
    'HC1',
  );
  const ranks = spearman(levels, values);
  const trend = isShare ? shareTrend(groups.map(({ level, moments }) => ({ level, ...countOf(moments) }))) : NO_SHARE;
  const none = noSlope(groups, levels.length, minPeople);
  return {
    people: levels.length,
    levels: tableOf(groups, isShare, minPeople),
    ...known('slope', none ?? (isUnknown(line) ? line : slopeOf(line.slope, line.slopeEstimate))),
    ...known(
      'spearman',
      none ?? (isUnknown(ranks) ? ranks : { rho: ranks.rho, p: isUnknown(ranks.p) ? null : ranks.p }),
    ),
    ...known('shareTrend', isShare ? (none ?? trend) : trend),
  };
}

/** Why there is nothing to say across people; undefined where there is. */
function noSlope(groups: readonly AtLevel[], people: number, minPeople: number): Unknown | undefined {
  if (people === 0) return unknown('nobody has a level and a value');
  if (people < minPeople) return unknown(`fewer than ${minPeople} people are not shown`);
  return groups.length === 1 ? unknown('everybody is at the same level') : undefined;
}

const NO_SHARE = unknown('the outcome is no yes or no');

interface AtLevel {
  readonly level: number;
  readonly moments: Moments;
}

function byLevel({ levels, values }: Pairs): AtLevel[] {
  const groups = new Map<number, Moments>();
  levels.forEach((level, i) => {
    groups.set(level, addToMoments(groups.get(level) ?? NO_MOMENTS, values[i]!));
  });
  return [...groups].map(([level, moments]) => ({ level, moments })).sort((a, b) => a.level - b.level);
}

function slopeOf(
  value: number,
  estimate: { se: number; df: number; interval: readonly [number, number] } | Unknown,
): Slope {
  if (isUnknown(estimate) || estimate.se === 0) {
    return { value, level: LEVEL, interval: null, p: null, detectable: null, method: 'HC1' };
  }
  const { se, df, interval } = estimate;
  return {
    value,
    level: LEVEL,
    interval: [interval[0], interval[1]],
    p: tTwoSided(value / se, df),
    detectable: smallestDetectable(se),
    method: 'HC1',
  };
}

/** Levels that are shown one by one; where there are more, neighbours share a row. */
const MOST_ROWS = 10;

function tableOf(groups: readonly AtLevel[], isShare: boolean, minPeople: number): LevelRow[] {
  const rows = groups.length <= MOST_ROWS ? groups.map((group) => [group]) : inRows(groups);
  return rows.map((own): LevelRow => {
    const moments = own.reduce((sum, group) => mergeMoments(sum, group.moments), NO_MOMENTS);
    const hidden = moments.n < minPeople ? unknown(`fewer than ${minPeople} people are not shown`) : undefined;
    return { from: own[0]!.level, to: own.at(-1)!.level, ...sideOf(moments, { isShare }, hidden) };
  });
}

/** Neighbouring levels together, until each row has its share of the people. */
function inRows(groups: readonly AtLevel[]): AtLevel[][] {
  const people = groups.reduce((sum, { moments }) => sum + moments.n, 0);
  const rows: AtLevel[][] = [];
  let current: AtLevel[] = [];
  let held = 0;
  for (const group of groups) {
    current.push(group);
    held += group.moments.n;
    if (held < people / MOST_ROWS) continue;
    rows.push(current);
    [current, held] = [[], 0];
  }
  return current.length === 0 ? rows : [...rows, current];
}
