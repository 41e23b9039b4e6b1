import { hash } from 'node:crypto';
import type { Cohort } from '../../core/cohort.ts';
import { type Collector, collector } from '../../core/outcomes/collect.ts';
import { formatPeriod, type Period } from '../../core/period.ts';
import { groupsTooMany, periodUnits, personRepeated } from '../../errors/outcomes.ts';
import type { Complaint } from '../../errors/problem.ts';
import { personOutcomeRow, personPeriodRow } from '../../schema/outcomes.ts';
import type { RowPlace } from '../intake.ts';
import { currencies, ids, names, periods } from '../kind-columns.ts';
import { cohorts } from '../names/cohorts.ts';
import type { ReadContext, ReadOptions } from '../options.ts';
import { seenPairs } from '../seen-pairs.ts';
import { PERSON_OUTCOME_HEADERS } from './headers.ts';
import { fixedColumn, memberKind, type WithCells } from './member-kind.ts';
import { flags } from './open-columns.ts';
import type { OpenKind } from './open-intake.ts';
import { columnRegistry, type ReadColumn } from './registry.ts';
import type { OutcomeSpec, Roles } from './spec.ts';

export const PERSON_COLUMNS = [
  fixedColumn('person_id', 'personId', PERSON_OUTCOME_HEADERS.person_id, ids, true),
  fixedColumn('cohort', 'cohort', PERSON_OUTCOME_HEADERS.cohort, names('cohort', cohorts), true),
  fixedColumn('period', 'period', PERSON_OUTCOME_HEADERS.period, periods, false),
  fixedColumn('invited', 'invited', PERSON_OUTCOME_HEADERS.invited, flags, false),
  fixedColumn('currency', 'currency', PERSON_OUTCOME_HEADERS.currency, currencies, false),
];

/** A row of a person as the contract gives it. */
export interface PersonRecord {
  readonly personId: string;
  readonly cohort: Cohort;
  readonly period?: Period | undefined;
  readonly invited?: boolean | undefined;
}

/** What reads a file of persons: its kind, what takes its rows, and what they have come to. */
export interface PersonReading {
  readonly open: () => OpenKind<WithCells<PersonRecord>>;
  readonly take: (row: WithCells<PersonRecord>, place: RowPlace) => void;
  readonly columns: readonly ReadColumn[];
  readonly collector: Collector;
  /** Those who were asked, and those of them who gave any answer; null without a column that says so. */
  asked(): { readonly invited: number; readonly answered: number } | null;
  /** False where a file without periods was too long to look for everybody who stands twice. */
  checkedAll(): boolean;
}

/** Groups that a report can show, and strata that can be compared within. */
const MOST_GROUPS = 200;
const MOST_STRATA = 10_000;
const BLANK = '(blank)';
/** Enough that no two of a billion people share them by accident. */
const DIGEST_BYTES = 12;

export function personReading(spec: OutcomeSpec, options: ReadOptions, { problems }: ReadContext): PersonReading {
  const { columns, further } = columnRegistry(spec);
  const sums = collector({ ...spec, within: spec.within });
  const seen = seenPairs();
  const grouped = [labelKeeper(spec.by, MOST_GROUPS), labelKeeper(spec.within, MOST_STRATA)] as const;
  let [invited, answered, anyInvited] = [0, 0, false];
  let unit: Period | undefined;

  const take = (row: WithCells<PersonRecord>, place: RowPlace) => {
    const { file, line } = place;
    const complain = (complaint: Complaint, key: string) => {
      const header = place.header(key);
      problems.add({ ...complaint, file, line, ...(header === undefined ? {} : { column: header }) });
    };
    const { personId, cohort, period, cells } = row;
    if (period !== undefined) unit ??= period;
    if (period !== undefined && unit !== undefined && period.unit !== unit.unit) {
      complain(periodUnits(formatPeriod(period), formatPeriod(unit)), 'period');
      return;
    }
    const digest = hash('md5', personId, 'binary');
    const taken = (isWanted: (roles: Roles) => boolean) =>
      columns.filter(({ roles }) => isWanted(roles)).map((own) => own.tally.take(cells[own.key], file, line));
    const labelsOf = (which: 0 | 1, at: (roles: Roles) => number) =>
      grouped[which].keep(columns, at, cells, (name) =>
        complain(groupsTooMany(name, which === 0 ? MOST_GROUPS : MOST_STRATA), ''),
      );
    const values = taken(({ isOutcome }) => isOutcome);
    const isNew =
      (period !== undefined || seen.add(digest, 0)) &&
      sums.add({
        person: digest.slice(0, DIGEST_BYTES),
        cohort,
        ...(period === undefined ? {} : { period }),
        groups: labelsOf(0, ({ by }) => by),
        strata: labelsOf(1, ({ within }) => within),
        values,
        counts: taken(({ isCount }) => isCount),
      });
    if (!isNew) complain(personRepeated(period === undefined ? undefined : formatPeriod(period)), 'personId');
    if (row.invited !== undefined) anyInvited = true;
    if (row.invited !== true) return;
    invited++;
    if (values.some((value) => value !== undefined)) answered++;
  };

  const schema = (found: ReadonlySet<string>) => (found.has('period') ? personPeriodRow : personOutcomeRow);
  return {
    open: () => memberKind<PersonRecord>({ name: 'outcomes', fixed: PERSON_COLUMNS, schema, further }, options),
    take,
    columns,
    collector: sums,
    asked: () => (anyInvited ? { invited, answered } : null),
    checkedAll: () => !seen.full(),
  };
}

/** Gives the labels of a row in the order of the names; after too many different ones, says so once. */
function labelKeeper(wanted: readonly string[], most: number) {
  const known = wanted.map(() => new Set<string>());
  const told = new Set<number>();
  return {
    keep(
      columns: readonly ReadColumn[],
      at: (roles: Roles) => number,
      cells: Readonly<Record<string, unknown>>,
      tooMany: (name: string) => void,
    ): readonly string[] {
      return wanted.map((name, i) => {
        const own = columns.find(({ roles }) => at(roles) === i);
        const value = own === undefined ? undefined : cells[own.key];
        const label = value === undefined || value === '' ? BLANK : String(value);
        if (known[i]!.size >= most && !known[i]!.has(label)) {
          if (!told.has(i)) tooMany(name);
          told.add(i);
          return BLANK;
        }
        known[i]!.add(label);
        return label;
      });
    },
  };
}
