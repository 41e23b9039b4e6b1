import { hash } from 'node:crypto';
import { type Levels, levelCollector } from '../../core/dose/collect.ts';
import { formatPeriod, type Period } from '../../core/period.ts';
import { outcomesMissing, periodUnits, personRepeated } from '../../errors/outcomes.ts';
import type { Complaint } from '../../errors/problem.ts';
import { levelPeriodRow, levelRow } from '../../schema/outcomes.ts';
import type { RowPlace } from '../intake.ts';
import { currencies, ids, names as namesOf, numbers, periods } from '../kind-columns.ts';
import { cohorts } from '../names/cohorts.ts';
import type { ReadContext, ReadOptions } from '../options.ts';
import type { FilesRead } from '../read-file.ts';
import { LEVEL_HEADERS } from './headers.ts';
import { fixedColumn, memberKind, type WithCells } from './member-kind.ts';
import { isNamed } from './open-columns.ts';
import type { FoundOutcome } from './outcomes.ts';
import { readOpenFiles } from './read-open.ts';
import { columnRegistry } from './registry.ts';
import { type OutcomeSpec, unknownNames } from './spec.ts';

export const LEVEL_COLUMNS = [
  fixedColumn('person_id', 'personId', LEVEL_HEADERS.person_id, ids, true),
  fixedColumn('level', 'level', LEVEL_HEADERS.level, numbers, true),
  fixedColumn('period', 'period', LEVEL_HEADERS.period, periods, false),
  fixedColumn('cohort', 'cohort', LEVEL_HEADERS.cohort, namesOf('cohort', cohorts), false),
  fixedColumn('currency', 'currency', LEVEL_HEADERS.currency, currencies, false),
];

interface LevelRecord {
  readonly personId: string;
  readonly level?: number | undefined;
  readonly period?: Period | undefined;
}

/** Levels of people and the outcomes that go with them. */
export interface LevelsFile extends FilesRead {
  readonly levels: Levels;
  /** `at` is the place of its value in a row. */
  readonly outcomes: readonly (FoundOutcome & { readonly at: number })[];
  readonly columns: readonly string[];
  readonly texts: readonly string[];
  /** Rows whose level is blank. */
  readonly withoutLevel: number;
  readonly unknown: readonly { readonly flag: string; readonly name: string }[];
}

/** Reads a file of levels: one row for each person, or for each person and period. A blank level is left out. */
export async function readLevels(
  sources: readonly string[],
  spec: OutcomeSpec,
  options: ReadOptions,
  context: ReadContext,
): Promise<LevelsFile> {
  const { problems } = context;
  const { columns, further } = columnRegistry(spec);
  const sums = levelCollector();
  let unit: Period | undefined;
  let withoutLevel = 0;

  const onRow = ({ personId, level, period, cells }: WithCells<LevelRecord>, place: RowPlace) => {
    const { file, line } = place;
    const complain = (complaint: Complaint, key: string) =>
      problems.add({ ...complaint, file, line, column: place.header(key) ?? key });
    if (period !== undefined) unit ??= period;
    if (period !== undefined && unit !== undefined && period.unit !== unit.unit) {
      complain(periodUnits(formatPeriod(period), formatPeriod(unit)), 'period');
      return;
    }
    const person = hash('md5', personId, 'hex').slice(0, 20);
    const values = columns.map((own) => own.tally.take(cells[own.key], file, line));
    if (level === undefined) {
      withoutLevel++;
      return;
    }
    if (sums.add({ person, level, values, ...(period === undefined ? {} : { period }) })) return;
    complain(personRepeated(period === undefined ? undefined : formatPeriod(period)), 'personId');
  };

  const schema = (found: ReadonlySet<string>) => (found.has('period') ? levelPeriodRow : levelRow);
  const open = () => memberKind<LevelRecord>({ name: 'levels', fixed: LEVEL_COLUMNS, schema, further }, options);
  const read = await readOpenFiles(sources, { name: 'levels', open, options, context, onRow });
  const declared = [...spec.higher, ...spec.lower, ...spec.only];
  const settled = columns.map(({ column, tally }, at) => {
    const isDeclared = declared.some((name) => isNamed(column, name));
    return { column, at, ...tally.settle(problems, isDeclared, options.skipBadRows === true) };
  });
  const outcomes = settled.flatMap(({ column, at, holds, skipped }) =>
    holds === 'mean' || holds === 'rate' ? [{ ...column, kind: holds, skipped, at }] : [],
  );
  const texts = settled.filter(({ holds }) => holds === 'text').map(({ column }) => column.name);
  const [file] = read.inputs;
  if (outcomes.length === 0 && file !== undefined && problems.total === 0) {
    problems.add({ ...outcomesMissing(texts), file: file.name, line: 1 });
  }
  const all = columns.map(({ column }) => column);
  const unknown = unknownNames(spec, all);
  const names = all.map(({ name }) => name);
  return { ...read, levels: sums.finish(), outcomes, columns: names, texts, withoutLevel, unknown };
}
