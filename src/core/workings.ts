import { type Baseline, chooseBaseline } from './baseline.ts';
import { checkCells, spendTimeline } from './check.ts';
import { RETURNING } from './cohort.ts';
import { type CostSeries, costSeries } from './costs.ts';
import { CalculationError } from './fault.ts';
import { type Grid, spendGrid } from './grid.ts';
import type { RoiInput, RoiOptions } from './input.ts';
import { type Books, openBooks } from './ledger.ts';
import { type OtherReturns, otherReturns } from './returns.ts';
import type { Span, Timeline } from './timeline.ts';
import { computeUplift, type Uplift } from './uplift.ts';
import { reportWindow } from './window.ts';

/** Everything between the rows and the figures; the parts of a result are read off it. */
export interface Workings {
  readonly input: RoiInput;
  readonly options: RoiOptions;
  /** The periods of the report. */
  readonly time: Timeline;
  /** The periods with spending, whole: `--from` and `--to` do not touch the baseline. */
  readonly grid: Grid;
  readonly baseline: Baseline;
  readonly costs: CostSeries;
  readonly uplift: Uplift;
  readonly other: OtherReturns;
  readonly books: Books;
}

/** From rows to workings; throws CalculationError where the rows cannot be compared. */
export function prepare(input: RoiInput, options: RoiOptions): Workings {
  const faults = checkCells(input.spend);
  const spendTime = spendTimeline(input.spend);
  if (faults.length > 0 || spendTime === undefined) throw new CalculationError(faults);
  const time = reportWindow(input.costs, spendTime, options);
  if ('code' in time) throw new CalculationError([time]);
  const grid = spendGrid(input.spend, spendTime);
  const baseline = chooseBaseline(grid, options.baseline);
  if ('code' in baseline) throw new CalculationError([baseline]);
  const margin = options.margin ?? 1;
  const costs = costSeries(input.costs, time, options.usefulLifeYears);
  const uplift = computeUplift(grid, baseline, margin);
  const other = otherReturns(input.returns ?? [], time, margin);
  const offset = time.first - spendTime.first;
  const onReport = (series: readonly number[] | undefined) =>
    Array.from({ length: time.length }, (_, at) => series?.[at + offset] ?? 0);
  const streams = [
    ...RETURNING.map((cohort) => onReport(uplift.cohorts[cohort]?.return)),
    ...[...other.bySource.values()],
  ];
  const returns = Array.from({ length: time.length }, (_, at) => streams.reduce((sum, s) => sum + (s[at] ?? 0), 0));
  const books = openBooks(costs, returns, onReport(uplift.cohorts.active?.people));
  return { input, options, time, grid, baseline, costs, uplift, other, books };
}

/** A span of the report as positions on the grid of spending, cut to where there is spending. */
export function gridSpan({ time, grid }: Pick<Workings, 'time' | 'grid'>, span: Span): Span {
  const offset = time.first - grid.time.first;
  return { start: Math.max(0, span.start + offset), end: Math.min(grid.time.length - 1, span.end + offset) };
}
