import { RETURNING, type ReturningCohort } from './cohort.ts';
import { MONTHS_PER, type Unit } from './period.ts';
import type { CohortFigures, Ledger, Range, RoiResult } from './result.ts';
import { periodsPerYear } from './timeline.ts';

/** The part of a result that another one can be compared by; a result read back from its JSON has at least this. */
export interface Comparable extends Pick<RoiResult, 'unit' | 'window'> {
  readonly baseline: Pick<RoiResult['baseline'], 'period' | 'newcomer'>;
  readonly totals: ComparableLedger;
  readonly latest12: ComparableLedger;
  readonly years: Readonly<Record<string, ComparableLedger>>;
  readonly periods: readonly {
    readonly period: string;
    readonly cohorts: Readonly<Partial<Record<ReturningCohort, Omit<CohortFigures, 'interval'>>>>;
  }[];
}

interface ComparableLedger extends Ledger {
  readonly interval?: { readonly roi: Range | null } | null;
}

/** What made the return of one horizon: who was there, what they spent, and what the rest brought. */
export interface Account extends Ledger {
  readonly from: string;
  readonly to: string;
  readonly periods: number;
  readonly unit: Unit;
  readonly cohorts: Readonly<Partial<Record<ReturningCohort, CohortAccount>>>;
  /** Of the ROI; null where there is none. */
  readonly roiInterval: Range | null;
  /** Share of revenue that counts, 0–1. */
  readonly margin: number;
  /** What the return holds beyond the uplift. */
  readonly otherReturns: number;
}

/** Per member and month, so that months and quarters can be compared. */
interface CohortAccount {
  /** People × months. */
  readonly memberMonths: number;
  /** What each spent a month beyond the newcomers of the baseline. */
  readonly beyond: number;
  /** What non-members changed by since the baseline, a month. */
  readonly drift: number;
}

/** The account of `totals`, `latest12` or a year; undefined where the result does not hold it. */
export function accountOf(result: Comparable, horizon: string, margin = impliedMargin(result)): Account | undefined {
  const ledger = ledgerAt(result, horizon);
  const rows = rowsAt(result, horizon);
  const [first, last] = [rows[0], rows.at(-1)];
  if (ledger === undefined || first === undefined || last === undefined) return undefined;
  const cohorts: Partial<Record<ReturningCohort, CohortAccount>> = {};
  let uplift = 0;
  for (const cohort of RETURNING) {
    const account = cohortAccount(result, rows, cohort);
    if (account === undefined) continue;
    cohorts[cohort] = account;
    uplift += account.memberMonths * (account.beyond - account.drift) * margin;
  }
  const { cost, return: returned, profit, roi, roiReason, interval } = ledger;
  const reason = roiReason === undefined ? {} : { roiReason };
  return {
    ...{ cost, return: returned, profit, roi, ...reason },
    ...{ from: first.period, to: last.period, periods: rows.length, unit: result.unit },
    ...{
      roiInterval: interval?.roi ?? null,
      cohorts,
      margin,
      otherReturns: withoutRounding(returned - uplift, returned),
    },
  };
}

/** Zero where a difference is no more than the rounding of what it is a part of. */
function withoutRounding(difference: number, of: number): number {
  return Math.abs(difference) <= 1e-9 * Math.abs(of) ? 0 : difference;
}

/** The names of the horizons that a result holds. */
export function horizonsOf({ years }: Comparable): string[] {
  return ['totals', 'latest12', ...Object.keys(years)];
}

function ledgerAt(result: Comparable, horizon: string): ComparableLedger | undefined {
  if (horizon === 'totals' || horizon === 'latest12') return result[horizon];
  return Object.hasOwn(result.years, horizon) ? result.years[horizon] : undefined;
}

function rowsAt({ periods, unit }: Comparable, horizon: string): Comparable['periods'] {
  if (horizon === 'totals') return periods;
  if (horizon === 'latest12') return periods.slice(-periodsPerYear(unit));
  return periods.filter(({ period }) => period.slice(0, 4) === horizon);
}

function cohortAccount(
  { unit, baseline }: Comparable,
  rows: Comparable['periods'],
  cohort: ReturningCohort,
): CohortAccount | undefined {
  let [people, beyond, drift] = [0, 0, 0];
  for (const { cohorts } of rows) {
    const figures = cohorts[cohort];
    if (figures === undefined || figures.spendPerPerson === null || figures.uplift === null) continue;
    const each = figures.spendPerPerson - baseline.newcomer;
    people += figures.people;
    beyond += figures.people * each;
    drift += figures.people * (each - figures.uplift);
  }
  if (people === 0) return undefined;
  const memberMonths = people * MONTHS_PER[unit];
  return { memberMonths, beyond: beyond / memberMonths, drift: drift / memberMonths };
}

/** The margin that turned uplift into return, without the rounding of their sums; 1 where no uplift shows it. */
function impliedMargin({ periods }: Comparable): number {
  let [returned, uplift] = [0, 0];
  for (const { cohorts } of periods) {
    for (const cohort of RETURNING) {
      const figures = cohorts[cohort];
      returned += Math.abs(figures?.return ?? 0);
      uplift += Math.abs((figures?.uplift ?? 0) * (figures?.people ?? 0));
    }
  }
  return uplift > 0 ? Math.round((returned / uplift) * 1e9) / 1e9 : 1;
}
