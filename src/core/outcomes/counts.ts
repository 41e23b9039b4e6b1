import { leastSquares } from '../../stats/regression.ts';
import { isUnknown, unknown } from '../../stats/unknown.ts';
import { LEVEL } from '../input.ts';
import { known } from '../known.ts';
import type { CountFigures } from './result.ts';

/** A count over time: its total, and the least-squares slope from three periods up. Periods without a row are left out. */
export function countFigures(count: string, periods: CountFigures['periods']): CountFigures {
  const total = periods.reduce((sum, period) => sum + period.total, 0);
  const line =
    periods.length < 3
      ? unknown('a trend needs at least 3 periods')
      : leastSquares(
          periods.map((_, at) => at),
          periods.map((period) => period.total),
          LEVEL,
        );
  const slope = isUnknown(line) ? line : line.slope;
  const estimate = isUnknown(line) ? line : line.slopeEstimate;
  const interval = isUnknown(estimate) ? null : ([estimate.interval[0], estimate.interval[1]] as const);
  return { count, total, periods: periods[0]?.period === '' ? [] : periods, ...known('slope', slope), interval };
}
