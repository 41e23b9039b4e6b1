import type { Collected } from '../../core/outcomes/measured.ts';
import type { OutcomeKind } from '../../core/outcomes/result.ts';
import { outcomesMissing } from '../../errors/outcomes.ts';
import { headerMatcher } from '../columns.ts';
import type { RowPlace } from '../intake.ts';
import type { ReadContext, ReadOptions } from '../options.ts';
import type { FilesRead } from '../read-file.ts';
import { COHORT_COLUMNS, type CohortReading, cohortReading } from './cohort-rows.ts';
import { isNamed, type OpenColumn } from './open-columns.ts';
import type { OpenKind } from './open-intake.ts';
import { PERSON_COLUMNS, type PersonReading, personReading } from './persons.ts';
import { readOpenFiles } from './read-open.ts';
import { type OutcomeSpec, unknownNames } from './spec.ts';

/** An outcome that was found. */
export interface FoundOutcome {
  readonly name: string;
  /** As written, with its currency. */
  readonly header: string;
  readonly kind: OutcomeKind;
  readonly money: boolean;
  /** Cells left out because they cannot be read. */
  readonly skipped: number;
}

/** Outcomes of people or of cohorts, added up. */
export interface OutcomesFile extends FilesRead {
  readonly collected: Collected;
  /** In the order of `collected.measured`. */
  readonly outcomes: readonly FoundOutcome[];
  readonly counts: readonly string[];
  /** Who was asked, as far as the file says; `answered` where it says that of each person. */
  readonly asked: { readonly invited: number; readonly answered?: number } | null;
  /** Every column beside the fixed ones. */
  readonly columns: readonly string[];
  /** Columns of text that nobody asked to compare by. */
  readonly texts: readonly string[];
  readonly unknown: readonly { readonly flag: string; readonly name: string }[];
  readonly allPersonsChecked: boolean;
}

/**
 * Reads a file of outcomes: by person, one column for each, or by cohort, one row for each. Which it is, its header
 * says: a file of cohorts has the columns outcome, people and value.
 */
export async function readOutcomes(
  sources: readonly string[],
  spec: OutcomeSpec,
  options: ReadOptions,
  context: ReadContext,
): Promise<OutcomesFile> {
  const persons = personReading(spec, options, context);
  const cohorts = cohortReading(spec, options, context);
  let isOfPersons = true;
  const open = (): OpenKind<never> => {
    const [own, other] = [persons.open(), cohorts.open()];
    return {
      matcher: headerMatcher('outcomes', eitherColumns(), options.map),
      kindOf(header, line) {
        isOfPersons =
          own.matcher.weigh(header).found >= other.matcher.weigh(header).found || !other.matcher.weigh(header).complete;
        return (isOfPersons ? own.kindOf(header, line) : other.kindOf(header, line)) as never;
      },
    };
  };
  const onRow = (row: never, place: RowPlace) => (isOfPersons ? persons.take(row, place) : cohorts.take(row, place));
  const read = await readOpenFiles(sources, { name: 'outcomes', open, options, context, onRow });
  return isOfPersons ? ofPersons(persons, spec, options, context, read) : ofCohorts(cohorts, spec, read);
}

/** The header of either shape: a cohort, and a person or a number of people. */
function eitherColumns() {
  const who = { required: true, group: 'people' };
  const optional = COHORT_COLUMNS.filter(({ name }) => !PERSON_COLUMNS.some((column) => column.name === name));
  const own = PERSON_COLUMNS.map((column) => (column.name === 'person_id' ? { ...column, ...who } : column));
  return [
    ...own,
    ...optional.map((column) => ({ ...column, required: false, ...(column.name === 'people' ? who : {}) })),
  ];
}

function ofPersons(
  { columns, collector, asked, checkedAll }: PersonReading,
  spec: OutcomeSpec,
  { skipBadRows = false }: ReadOptions,
  { problems }: ReadContext,
  read: FilesRead,
): OutcomesFile {
  const isDeclared = (column: OpenColumn) =>
    [...spec.higher, ...spec.lower, ...spec.only].some((name) => isNamed(column, name));
  const settled = columns
    .filter(({ roles }) => roles.isOutcome)
    .map(({ column, tally }) => ({ column, ...tally.settle(problems, isDeclared(column), skipBadRows) }));
  const counted = columns.filter(({ roles }) => roles.isCount);
  for (const { tally } of counted) tally.settle(problems, true, skipBadRows);
  const whole = collector.finish(settled.length);
  const kept = settled.map(({ holds }) => holds === 'mean' || holds === 'rate');
  const outcomes = settled.flatMap(({ column, holds, skipped }): FoundOutcome[] =>
    holds === 'mean' || holds === 'rate' ? [{ ...column, kind: holds, skipped }] : [],
  );
  const texts = settled.filter(({ holds }) => holds === 'text').map(({ column }) => column.name);
  const [file] = read.inputs;
  if (outcomes.length + counted.length === 0 && file !== undefined && problems.total === 0) {
    problems.add({ ...outcomesMissing(texts), file: file.name, line: 1 });
  }
  const all = columns.map(({ column }) => column);
  return {
    ...read,
    collected: { ...whole, measured: whole.measured.filter((_, at) => kept[at]) },
    outcomes,
    counts: counted.map(({ column }) => column.name),
    asked: asked(),
    columns: all.map(({ name }) => name),
    texts,
    unknown: unknownNames(spec, all),
    allPersonsChecked: checkedAll(),
  };
}

function ofCohorts(reading: CohortReading, spec: OutcomeSpec, read: FilesRead): OutcomesFile {
  const { outcomes, counts } = reading;
  const money = read.currency !== undefined;
  const all = [...outcomes.map(({ column }) => column), ...counts.map((name) => ({ name, header: name, money }))];
  return {
    ...read,
    collected: reading.collected(),
    outcomes: outcomes.map(({ column, isShare }) => ({
      name: column.name,
      header: column.header,
      kind: isShare ? 'rate' : 'mean',
      money: money && !isShare,
      skipped: 0,
    })),
    counts,
    asked: reading.asked(),
    columns: all.map(({ name }) => name),
    texts: [],
    unknown: unknownNames(spec, all),
    allPersonsChecked: true,
  };
}
