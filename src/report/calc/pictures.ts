import { formatPeriod, parsePeriod, shift } from '../../core/period.ts';
import type { PeriodFigures, RoiResult } from '../../core/result.ts';
import type { Lines, Picture, Series } from '../report.ts';

/** Fewer points show nothing that the table does not. */
const FEWEST_POINTS = 2;
/** A projection that lies further ahead would leave the figures themselves little room. */
const FARTHEST_AHEAD = 24;

/** What each cohort returned in every period, and other returns where there are any. */
export function cohortPictures({ periods, unit, window }: RoiResult): Picture[] {
  if (periods.length < FEWEST_POINTS) return [];
  const cohorts = (['active', 'lurker'] as const).filter((name) =>
    periods.some(({ cohorts: own }) => own[name] !== undefined),
  );
  const series = cohorts.map((name): Series => {
    const figures = periods.map((row) => row.cohorts[name]);
    return {
      name,
      values: figures.map((own) => own?.return ?? null),
      ...band(figures.map((own) => own?.interval?.return)),
    };
  });
  const others = periods.map(({ otherReturns }) => otherReturns);
  const all = others.some((value) => value !== 0) ? [...series, { name: 'other returns', values: others }] : series;
  if (all.length < 2) return [];
  const description = `Return per ${unit} by cohort, ${window.from} to ${window.to}`;
  return [{ kind: 'lines', description, yLabel: `per ${unit}`, x: labelsOf(periods), series: all }];
}

/** Where the account stands after each period, on to the period by which it is, or is expected to be, paid back. */
export function accountPictures({ periods, window, breakEven }: RoiResult): Picture[] {
  if (periods.length < FEWEST_POINTS) return [];
  const ahead = periodsAhead(window.to, breakEven.projected);
  const values = periods.map(({ cumulative }) => cumulative.profit);
  const gap = ahead.map(() => null);
  const bounds = band(periods.map(({ interval }) => interval?.cumulativeProfit));
  const filled = Object.entries(bounds).map(([end, own]) => [end, [...(own ?? []), ...gap]]);
  return [
    {
      kind: 'lines',
      description: `Profit added up, ${window.from} to ${window.to}`,
      yLabel: 'since the beginning',
      x: [...labelsOf(periods), ...ahead],
      series: [{ name: 'profit added up', values: [...values, ...gap], ...Object.fromEntries(filled) }],
      markers: paidBack(breakEven, ahead),
    },
  ];
}

function paidBack(
  { cumulative, projected }: RoiResult['breakEven'],
  ahead: readonly string[],
): NonNullable<Lines['markers']> {
  if (cumulative !== null) return [{ x: cumulative, label: `paid back in ${cumulative}` }];
  if (projected === null || ahead.length === 0) return [];
  return [{ x: projected, label: `at this trend paid back in ${projected}` }];
}

/** The period since when each has returned more than it cost. */
export function breakEvenMarkers({ breakEven, window }: RoiResult): Pick<Lines, 'markers'> {
  const { period } = breakEven;
  return period === null || period === window.from ? {} : { markers: [{ x: period, label: `pays since ${period}` }] };
}

/** An interval of each period as the edges of a band, where there is one. */
export function band(ranges: readonly (readonly [number, number] | undefined)[]): Pick<Series, 'low' | 'high'> {
  if (ranges.every((range) => range === undefined)) return {};
  return { low: ranges.map((range) => range?.[0] ?? null), high: ranges.map((range) => range?.[1] ?? null) };
}

/** The periods after `last` up to `until`; none where that is unknown or far off. */
function periodsAhead(last: string, until: string | null): string[] {
  const [from, to] = [parsePeriod(last), until === null ? undefined : parsePeriod(until)];
  const steps = from === undefined || to === undefined ? 0 : to.index - from.index;
  if (from === undefined || steps > FARTHEST_AHEAD) return [];
  return Array.from({ length: Math.max(0, steps) }, (_, i) => formatPeriod(shift(from, i + 1)));
}

function labelsOf(periods: readonly PeriodFigures[]): string[] {
  return periods.map(({ period }) => period);
}
