import type { DateRange, Trend } from '../../../core/result.ts';
import type { SheetCell } from '../../workbook.ts';
import { formula, given, text } from '../cells.ts';
import { closedForm } from '../errors.ts';
import { type Errors, halfWidth, type Model } from '../model.ts';
import type { Table } from '../table.ts';
import { around, type Figure, list, type MakePart } from './part.ts';

/** How far a least-squares slope reaches to each side, from the scatter of the points around the line. */
export function slopeReach(ys: string, xs: string, points: string): string {
  return `TINV(1-confidence,${points}-2)*STEYX(${ys},${xs})/SQRT(DEVSQ(${xs}))`;
}

/** The slopes of return, cost and profit per period over the latest periods. */
export function trendPart(model: Model, periods: Table): MakePart {
  const { trend, window, unit } = model.result;
  const title = `Trend of the latest ${trend.periods} ${unit}s`;
  if (trend.return === null) return list(title, [{ label: 'Unknown', value: null, says: trend.reason ?? '' }]);
  const first = window.periods - trend.periods;
  const numbers = periods.span('number', first);
  const error = model.errors === undefined ? undefined : trendError(model, model.errors, trend);
  const figures = (['return', 'cost', 'profit'] as const).map((key): Figure => {
    const values = periods.span(key, first);
    const slope = `SLOPE(${values},${numbers})`;
    const value = formula(slope, trend[key], 'signed');
    const sampled = error !== undefined && key !== 'cost' && trend.interval?.method === model.errors?.method;
    const reach = sampled ? 'trend_error*margin*critical' : slopeReach(values, numbers, String(trend.periods));
    return {
      label: `${key[0]?.toUpperCase()}${key.slice(1)}, each ${unit}`,
      key: `trend.${key}`,
      value,
      ...(trend.interval === null ? {} : around(slope, reach, trend.interval[key], 'signed')),
    };
  });
  return list(title, error === undefined ? figures : [...figures, error]);
}

function trendError(model: Model, errors: Errors, { interval }: Trend): Figure | undefined {
  if (interval === null || interval.method !== errors.method) return undefined;
  const value = errors.critical * model.margin === 0 ? 0 : halfWidth(interval.return) / errors.critical / model.margin;
  return {
    label: 'Error of the slope of return, margin 1',
    value:
      errors.method === 'jackknife' ? given(value, 'decimal') : formula(closedForm('yard_trend'), value, 'decimal'),
    name: 'trend_error',
  };
}

/** From when profit stays at 0 or above: of the period, of the whole, and where the fitted line leads. */
export function breakEvenPart({ result, errors }: Model, projected: boolean): MakePart {
  const { breakEven } = result;
  const sure = breakEven.interval !== null && errors !== undefined ? breakEven.interval : undefined;
  const ends = (sums: string, range: DateRange | undefined): Pick<Figure, 'low' | 'high'> =>
    range === undefined ? {} : { low: stays(`${sums}_high`, range[0]), high: stays(`${sums}_low`, range[1]) };
  const ahead = sure?.projected ?? undefined;
  return list('Break-even', [
    {
      label: `Profit of a ${result.unit} stays at 0 or above from`,
      key: 'breakEven.period',
      value: stays('period_profit', breakEven.period),
      ...ends('period_profit', sure?.period),
    },
    {
      label: 'Cumulative profit stays at 0 or above from',
      key: 'breakEven.cumulative',
      value: stays('period_profit_so_far', breakEven.cumulative),
      ...ends('period_sum', sure?.cumulative),
    },
    projectedFigure(breakEven, projected, ahead),
  ]);
}

function projectedFigure(
  { cumulative, projected }: Model['result']['breakEven'],
  hasLine: boolean,
  range: DateRange | undefined,
): Figure {
  const label = 'Projected along the fitted line';
  const key = 'breakEven.projected';
  if (!hasLine) return { label, key, value: null };
  const sums = 'ahead_sum';
  const reached = `INDEX(ahead_label,SUMPRODUCT(MIN((ahead_sum<-${tolerance(sums)})*1000000+ahead_number)))`;
  const come = 'SUMPRODUCT(MAX((period_profit_so_far<-0.000001)*period_number))<COUNT(period_number)';
  const value = formula(
    `IF(${come},"has come",IFERROR(${reached},"not within 10 years"))`,
    projected ?? (cumulative === null ? 'not within 10 years' : 'has come'),
    'plain',
  );
  const end = (date: string | null): SheetCell => text(date ?? 'not yet', 'given');
  const says = 'The range is a value: it takes the error of every sum ahead.';
  return range === undefined
    ? { label, key, value }
    : { label, key, value, low: end(range[0]), high: end(range[1]), says };
}

/** The first period from which all values are ≥ 0, rounding aside; a value below 0 is looked for from the end. */
function stays(values: string, date: string | null): SheetCell {
  const last = `SUMPRODUCT(MAX((${values}<-${tolerance(values)})*period_number))`;
  return formula(`IFERROR(INDEX(period_label,${last}+1),"not yet")`, date ?? 'not yet', 'plain');
}

/** How far below 0 a sum may lie by rounding alone. */
const tolerance = (values: string) => `MAX(0.000001,0.000000000001*MAX(MAX(${values}),-MIN(${values})))`;

/** Net present value, internal rate of return and payback of cash; undefined without a discount rate. */
export function economicsPart({ result, perYear }: Model): MakePart | undefined {
  const { economics } = result;
  if (economics === null) return undefined;
  const { npv, irr, irrReason } = economics;
  return list('Cash flow', [
    { label: 'Net present value', key: 'economics.npv', value: formula('SUM(period_discounted)', npv, 'money') },
    {
      label: 'Internal rate of return, a year',
      key: 'economics.irr',
      value:
        irr === null
          ? text(`none: ${irrReason}`, 'given')
          : formula(`IFERROR(${yearlyRate(irr, perYear)},"none")`, irr, 'percent'),
    },
    { label: 'Payback', key: 'economics.payback', value: stays('period_flow_so_far', economics.payback) },
    {
      label: 'Discounted payback',
      key: 'economics.discountedPayback',
      value: stays('period_discounted_so_far', economics.discountedPayback),
    },
  ]);
}

/** IRR of a period, one step of Newton's method nearer, since IRR stops at a ten-millionth; then for a year. */
function yearlyRate(irr: number, perYear: number): string {
  const guess = Math.round(((1 + irr) ** (1 / perYear) - 1) * 1000) / 1000;
  const rate = `(1+IRR(period_flow,${guess}))`;
  const worth = `SUMPRODUCT(period_flow/${rate}^(period_number-1))`;
  const slope = `SUMPRODUCT((period_number-1)*period_flow/${rate}^period_number)`;
  return `(${rate}+${worth}/${slope})^${perYear}-1`;
}
