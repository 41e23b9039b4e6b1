/** The library: the pure calculation and its types, without any input or output. */
export { calculateRoi } from './core/calculate.ts';
export type { Caveat } from './core/caveat.ts';
export type { Cohort, Line, ReturningCohort } from './core/cohort.ts';
export { CalculationError, type Fault, type FaultCode } from './core/fault.ts';
export type { BaselineChoice, MemberCost, RoiInput, RoiOptions } from './core/input.ts';
export { type Money, money, toNumber } from './core/money.ts';
export { formatPeriod, month, type Period, parsePeriod, quarter, type Unit, year } from './core/period.ts';
export type {
  BaselineFigures,
  BreakEven,
  CohortFigures,
  Economics,
  Horizon,
  Interval,
  Ledger,
  Marginal,
  MemberFigures,
  ParallelTrends,
  PerActiveMember,
  PeriodFigures,
  RetentionSplit,
  RoiResult,
  Trend,
} from './core/result.ts';
export type { CostCategory, CostRow, ReturnRow, SpendCell } from './core/rows.ts';
