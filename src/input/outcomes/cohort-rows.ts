import type { Cohort } from '../../core/cohort.ts';
import { toNumber } from '../../core/money.ts';
import { type CohortOutcome, collectCohorts } from '../../core/outcomes/cohort-rows.ts';
import type { Collected } from '../../core/outcomes/measured.ts';
import { formatPeriod, type Period } from '../../core/period.ts';
import { outcomeDuplicate, periodUnits, rateRange, valueInvalid, valueMixed } from '../../errors/outcomes.ts';
import type { Complaint } from '../../errors/problem.ts';
import { type CohortOutcomeRecord, cohortOutcomeRow, type WrittenValue } from '../../schema/outcomes.ts';
import { amountColumn } from '../amount-column.ts';
import { isComplaint } from '../column.ts';
import type { RowPlace } from '../intake.ts';
import type { KindColumn } from '../kind.ts';
import { counts, currencies, names, numbers, periods, texts } from '../kind-columns.ts';
import { cohorts } from '../names/cohorts.ts';
import type { ReadContext, ReadOptions } from '../options.ts';
import { COHORT_OUTCOME_HEADERS as HEADERS } from './headers.ts';
import { fixedColumn, memberKind, type WithCells } from './member-kind.ts';
import { isNamed, type OpenColumn } from './open-columns.ts';
import type { OpenKind } from './open-intake.ts';
import type { OutcomeSpec } from './spec.ts';

/** Reads a mean, or a share written with %. */
const writtenValues: KindColumn['reader'] = ({ options, currency }) => {
  const amounts = amountColumn(options.decimal, currency);
  return {
    ...amounts,
    read(cell, line) {
      const text = String(cell).trim();
      const percent = /[%٪％]$/.test(text);
      const value = amounts.read(percent ? text.slice(0, -1) : cell, line);
      if (typeof value === 'bigint') return { value: toNumber(value) / (percent ? 100 : 1), percent };
      return isComplaint(value) && value.code === 'AMOUNT_INVALID' ? valueInvalid(text) : value;
    },
  };
};

export const COHORT_COLUMNS = [
  fixedColumn('outcome', 'outcome', HEADERS.outcome, texts, true),
  fixedColumn('cohort', 'cohort', HEADERS.cohort, names('cohort', cohorts), true),
  fixedColumn('people', 'people', HEADERS.people, counts, true),
  { ...fixedColumn('value', 'value', HEADERS.value, writtenValues, true), money: true },
  fixedColumn('period', 'period', HEADERS.period, periods, false),
  fixedColumn('sd', 'sd', HEADERS.sd, numbers, false),
  fixedColumn('invited', 'invited', HEADERS.invited, counts, false),
  fixedColumn('currency', 'currency', HEADERS.currency, currencies, false),
];

/** What reads a file of cohorts. */
export interface CohortReading {
  readonly open: () => OpenKind<WithCells<CohortOutcomeRecord>>;
  readonly take: (row: CohortOutcomeRecord, place: RowPlace) => void;
  readonly outcomes: readonly NamedRows[];
  readonly counts: readonly string[];
  asked(): { readonly invited: number } | null;
  collected(): Collected;
}

/** An outcome that rows of cohorts name. */
export interface NamedRows {
  readonly column: OpenColumn;
  readonly isShare: boolean;
}

export function cohortReading(spec: OutcomeSpec, options: ReadOptions, { problems }: ReadContext): CohortReading {
  const outcomes: (NamedRows & { readonly where: string })[] = [];
  const countNames: string[] = [];
  const rows: CohortOutcome[] = [];
  const totals: { count: number; period?: Period; total: number }[] = [];
  const places = new Map<string, string>();
  const asked = new Map<string, { cohort: Cohort; period: number; invited: number }>();
  let first: Period | undefined;

  const problemOf = (row: CohortOutcomeRecord, where: string): [Complaint, string] | undefined => {
    const { period, outcome, cohort, value } = row;
    if (period !== undefined) first ??= period;
    if (period !== undefined && first !== undefined && period.unit !== first.unit) {
      return [periodUnits(formatPeriod(period), formatPeriod(first)), 'period'];
    }
    const key = [outcome, cohort, ...(period === undefined ? [] : [formatPeriod(period)])].join(', ');
    const before = places.get(key);
    if (before !== undefined) return [outcomeDuplicate(key, before), 'outcome'];
    places.set(key, where);
    const written = `${Number((value.value * 100).toPrecision(12))}%`;
    return value.percent && (value.value < 0 || value.value > 1) ? [rateRange(written), 'value'] : undefined;
  };
  const placeOf = (name: string, { percent }: WrittenValue, where: string): number | Complaint => {
    const at = outcomes.findIndex(({ column }) => isNamed(column, name));
    if (at < 0) return outcomes.push({ column: { name, header: name, money: false }, isShare: percent, where }) - 1;
    const { isShare, where: before } = outcomes[at]!;
    return isShare === percent ? at : valueMixed(name, before);
  };
  const addCount = (name: string, { value, period }: CohortOutcomeRecord) => {
    const at = countNames.indexOf(name);
    const count = at < 0 ? countNames.push(name) - 1 : at;
    totals.push({ count, ...(period === undefined ? {} : { period }), total: value.value });
  };

  const take = (row: CohortOutcomeRecord, place: RowPlace) => {
    const { file, line } = place;
    const complain = (complaint: Complaint, key: string) =>
      problems.add({ ...complaint, file, line, column: place.header(key) ?? key });
    const { outcome, cohort, people, value, period, sd, invited } = row;
    const problem = problemOf(row, `${file}:${line}`);
    if (problem !== undefined) return complain(...problem);
    const named = { name: outcome, header: outcome, money: false };
    if (invited !== undefined) asked.set(`${cohort}|${period?.index}`, { cohort, period: period?.index ?? 0, invited });
    if (spec.count.some((name) => isNamed(named, name))) return addCount(outcome, row);
    if (spec.only.length > 0 && !spec.only.some((name) => isNamed(named, name))) return;
    const at = placeOf(outcome, value, `${file}:${line}`);
    if (typeof at === 'object') return complain(at, 'value');
    const own = { outcome: at, cohort, people, value: value.value, isShare: value.percent };
    rows.push({ ...own, ...(period === undefined ? {} : { period }), ...(sd === undefined ? {} : { sd }) });
  };

  return {
    open: () =>
      memberKind<CohortOutcomeRecord>(
        { name: 'outcomes', fixed: COHORT_COLUMNS, schema: () => cohortOutcomeRow, further: () => undefined },
        options,
      ),
    take,
    outcomes,
    counts: countNames,
    asked() {
      const last = Math.max(...[...asked.values()].map(({ period }) => period));
      const latest = [...asked.values()].filter(({ period }) => period === last);
      return latest.length === 0 ? null : { invited: latest.reduce((sum, { invited }) => sum + invited, 0) };
    },
    collected: () => collectCohorts(rows, totals, outcomes.length, spec),
  };
}
