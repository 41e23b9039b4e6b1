import { type Baseline, chooseBaseline } from './baseline.ts';
import { checkCells, spendTimeline } from './check.ts';
import { RETURNING } from './cohort.ts';
import { type CostSeries, costSeries } from './costs.ts';
import { CalculationError, type Fault } from './fault.ts';
import { type Grid, spendGrid } from './grid.ts';
import { collapseGroups } from './groups.ts';
import type { RoiInput, RoiOptions } from './input.ts';
import { type Books, openBooks } from './ledger.ts';
import { assertNumbers } from './numbers.ts';
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

/** From rows to workings; throws CalculationError where the rows cannot be compared, RangeError where one is absurd. */
export function prepare(input: RoiInput, options: RoiOptions): Workings {
  assertNumbers(input, options);
  const { cells, index, faults: groupFaults } = collapseGroups(input.spend);
  const faults = [...groupFaults, ...checkCells(cells).map((fault) => replace(fault, index))];
  const spendTime = spendTimeline(cells);
  if (faults.length > 0 || spendTime === undefined) throw new CalculationError(faults);
  const grid = spendGrid(cells, spendTime);
  const [time, baseline] = [reportWindow(input.costs, spendTime, options), chooseBaseline(grid, options.baseline)];
  if ('code' in time) throw new CalculationError('code' in baseline ? [time, baseline] : [time]);
  if ('code' in baseline) throw new CalculationError([baseline]);
  const margin = options.margin ?? 1;
  const costs = costSeries(input.costs, time, options.usefulLifeYears);
  const uplift = computeUplift(grid, baseline, margin);
  const other = otherReturns(input.returns ?? [], time, margin);
  const returns = totalReturns(time, grid, uplift, other);
  const books = openBooks(costs, returns, onReport(time, grid, uplift.cohorts.active?.people));
  return { input, options, time, grid, baseline, costs, uplift, other, books };
}

/** The same workings with other means: what a replicate is computed from. Costs, people and the baseline stay. */
export function reworked(workings: Workings, grid: Grid): Workings {
  const { options, time, baseline, other } = workings;
  const uplift = computeUplift(grid, baseline, options.margin ?? 1);
  const books = { ...workings.books, return: totalReturns(time, grid, uplift, other) };
  return { ...workings, grid, uplift, books };
}

function totalReturns(time: Timeline, grid: Grid, uplift: Uplift, other: OtherReturns): number[] {
  const streams = [
    ...RETURNING.map((cohort) => onReport(time, grid, uplift.cohorts[cohort]?.return)),
    ...other.bySource.values(),
  ];
  return Array.from({ length: time.length }, (_, at) => streams.reduce((sum, series) => sum + (series[at] ?? 0), 0));
}

/** A series of the grid on the periods of the report, 0 where the grid has none. */
function onReport(time: Timeline, grid: Grid, series: readonly number[] | undefined): number[] {
  const offset = time.first - grid.time.first;
  return Array.from({ length: time.length }, (_, at) => series?.[at + offset] ?? 0);
}

/** The fault with its cells as they stand in the input. */
function replace(fault: Fault, index: readonly number[]): Fault {
  const { cell, otherCell } = fault;
  return {
    ...fault,
    ...(cell === undefined ? {} : { cell: index[cell]! }),
    ...(otherCell === undefined ? {} : { otherCell: index[otherCell]! }),
  };
}

/** All periods of the report. */
export function wholeSpan({ time }: Pick<Workings, 'time'>): Span {
  return { start: 0, end: time.length - 1 };
}

/** A span of the report as positions on the grid of spending, cut to where there is spending. */
export function gridSpan({ time, grid }: Pick<Workings, 'time' | 'grid'>, span: Span): Span {
  const offset = time.first - grid.time.first;
  return { start: Math.max(0, span.start + offset), end: Math.min(grid.time.length - 1, span.end + offset) };
}
