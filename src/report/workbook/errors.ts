import { RETURNING, type ReturningCohort } from '../../core/cohort.ts';
import type { PeriodFigures, Range } from '../../core/result.ts';
import type { SheetCell } from '../workbook.ts';
import { type Span, spanColumns, spansOf } from './amortisation.ts';
import { formula, given } from './cells.ts';
import { type Errors, halfWidth, type Model } from './model.ts';
import { layTable, type Table, type TableColumn } from './table.ts';

interface Row extends Span {
  readonly figures: PeriodFigures;
}

/**
 * Standard error of Σ k·return at margin 1, where `weights` are the k of each row of the sheet Yardstick: the closed
 * form of the method, for a figure that is a weighted sum of the returns of the periods.
 */
export function closedForm(weights: string): string {
  const all = `SUMPRODUCT(${weights}*yard_members)`;
  const own = `SUMPRODUCT((${weights})^2*yard_own)`;
  const others = `SUMPRODUCT((${weights}*yard_members-${all}*yard_weight)^2*yard_variance_non_member)`;
  return `SQRT(${own}+${fromNewcomers(weights)}+${others})`;
}

/** The part of that variance that is the newcomers' of the baseline. */
export function fromNewcomers(weights: string): string {
  return `SUMPRODUCT((SUMPRODUCT(${weights}*yard_members)*yard_weight)^2*yard_variance_newcomer)`;
}

/** The periods of a stretch of months, as weights 0 and 1. */
export const within = (from: string, until: string): string => `(yard_month>=${from})*(yard_month<${until})`;

/** A standard error at margin 1: a formula where it has one, else the value that was measured on people. */
export function errorCell(errors: Errors, weights: string, range: Range | undefined, margin: number): SheetCell | null {
  const value = atMarginOne(errors, range, margin);
  if (value === null) return null;
  return errors.method === 'jackknife' ? given(value, 'decimal') : formula(closedForm(weights), value, 'decimal');
}

function atMarginOne({ critical }: Errors, range: Range | undefined, margin: number): number | null {
  if (range === undefined) return null;
  return margin === 0 || critical === 0 ? 0 : halfWidth(range) / critical / margin;
}

/** How far each figure of a period may be off, at the confidence level of the sheet Inputs. */
export function errorSheet(model: Model, errors: Errors, yardstick: Table, uplift: Table, periods: Table): Table {
  const items = spansOf(model).map((span): Row => ({ ...span, figures: model.result.periods[span.at]! }));
  const notes =
    errors.method === 'jackknife'
      ? [
          'The errors in grey were measured: each of the groups of people was left out in turn, which takes the people themselves and not their sums.',
          'What follows from them is computed: margin, costs and confidence level move the intervals.',
        ]
      : [
          'From the spread within cohorts on the sheet Cohorts, with periods as independent samples: the closed form of the method.',
        ];
  return layTable<Row>({
    name: 'Error bars',
    title: 'Error bars by period',
    notes,
    items,
    columns: [
      ...spanColumns<Row>(),
      {
        key: 'error',
        header: 'Error of return, margin 1',
        width: 13,
        cell: ({ figures }, { ref }) =>
          errorCell(errors, within(ref('month'), ref('end')), figures.interval?.return, model.margin),
      },
      ...ends(
        'return',
        'Return',
        'error',
        (at) => periods.at('return', at),
        (interval) => interval.return,
      ),
      ...ends(
        'profit',
        'Profit',
        'error',
        (at) => periods.at('profit', at),
        (interval) => interval.profit,
      ),
      {
        key: 'error_so_far',
        header: 'Error of the sum, margin 1',
        width: 13,
        cell: ({ figures }, { ref }) =>
          errorCell(errors, within('window_from', ref('end')), figures.interval?.cumulativeProfit, model.margin),
      },
      ...ends(
        'sum',
        'Cumulative profit',
        'error_so_far',
        (at) => periods.at('profit_so_far', at),
        (interval) => interval.cumulativeProfit,
      ),
      ...RETURNING.flatMap((cohort) => cohortColumns(cohort, model, errors, yardstick, uplift)),
    ],
  });
}

function ends(
  key: string,
  header: string,
  error: string,
  figure: (at: number) => string,
  pick: (interval: NonNullable<PeriodFigures['interval']>) => Range,
): TableColumn<Row>[] {
  return (['low', 'high'] as const).map((end, i) => ({
    key: `${key}_${end}`,
    header: `${header} ${end}`,
    width: 15,
    name: `period_${key}_${end}`,
    cell: ({ figures: { interval } }, { at, ref }) =>
      interval === null
        ? null
        : formula(
            `${figure(at)}${end === 'low' ? '-' : '+'}${ref(error)}*margin*critical`,
            pick(interval)[i]!,
            'price',
          ),
  }));
}

/** Of the uplift of one cohort in one period: its own mean, the non-members of the period, and the yardstick. */
function cohortColumns(
  cohort: ReturningCohort,
  model: Model,
  errors: Errors,
  yardstick: Table,
  uplift: Table,
): TableColumn<Row>[] {
  const name = cohort === 'active' ? 'Active' : 'Lurker';
  const of = ({ figures }: Row) => figures.cohorts[cohort]?.interval ?? null;
  const closed = (at: number) => {
    const here = (key: string) => yardstick.at(key, at + model.offset);
    const shared = 'SUMPRODUCT(yard_weight^2*(yard_variance_newcomer+yard_variance_non_member))';
    const own = `${here(`variance_${cohort}`)}+${here('variance_non_member')}*(1-2*${here('weight')})`;
    return `SQRT(${own}+${shared})`;
  };
  const error: TableColumn<Row> = {
    key: `${cohort}_error`,
    header: `Error of ${name.toLowerCase()} uplift`,
    width: 13,
    cell: (row, { at }) => {
      const interval = of(row);
      if (interval === null) return null;
      const value = errors.critical === 0 ? 0 : halfWidth(interval.uplift) / errors.critical;
      return errors.method === 'jackknife' ? given(value, 'decimal') : formula(closed(at), value, 'decimal');
    },
  };
  const bounds = (key: 'uplift' | 'return') =>
    (['low', 'high'] as const).map(
      (end, i): TableColumn<Row> => ({
        key: `${cohort}_${key}_${end}`,
        header: `${name} ${key} ${end}`,
        width: 13,
        cell: (row, { at, ref }) => {
          const interval = of(row);
          if (interval === null) return null;
          const each = `${ref(`${cohort}_error`)}*critical`;
          const reach = key === 'uplift' ? each : `${each}*${uplift.at(`${cohort}_people`, at)}*margin`;
          const sign = end === 'low' ? '-' : '+';
          const format = key === 'uplift' ? 'signed' : 'price';
          return formula(`${uplift.at(`${cohort}_${key}`, at)}${sign}${reach}`, interval[key][i]!, format);
        },
      }),
    );
  return [error, ...bounds('uplift'), ...bounds('return')];
}
