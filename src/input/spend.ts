import { money, ZERO } from '../core/money.ts';
import { formatPeriod } from '../core/period.ts';
import type { SpendCell } from '../core/rows.ts';
import type { Complaint } from '../errors/problem.ts';
import { cellDuplicate, lineBlank, lineFilled, personTwice, unitMixed } from '../errors/row.ts';
import type { SpendRecord } from '../schema/spend.ts';
import type { Kind } from './kind.ts';
import type { FoundCurrency, InputSummary, ReadContext, ReadOptions } from './options.ts';
import { type PersonCells, type PersonRow, personCells } from './person-cells.ts';
import { readFiles } from './read-file.ts';
import { SPEND } from './spend-kind.ts';

/** Where a cell comes from. */
export interface CellOrigin {
  readonly file: string;
  readonly line: number;
}

/** Spending by cohort, one cell for each row; or by person, one for each period, cohort, line and group. */
export interface SpendFile {
  readonly cells: readonly SpendCell[];
  /** Where each of the cells comes from. */
  readonly origins: readonly CellOrigin[];
  /** False where a file of persons was too long to look for everybody who stands twice. */
  readonly allPersonsChecked: boolean;
  readonly currency?: FoundCurrency;
  readonly inputs: readonly InputSummary[];
}

/**
 * Reads files of spending by cohort, or of the cells that a database answers with. All rows share one unit of time, a cell stands once, and the line is filled in
 * everywhere or nowhere. Holes and missing cohorts are for the calculation to find.
 */
export async function readSpend(
  sources: readonly string[],
  options: ReadOptions,
  context: ReadContext,
  kind: Kind<SpendRecord> = SPEND,
): Promise<SpendFile> {
  const cells: SpendCell[] = [];
  const places: CellOrigin[] = [];
  const firstOf = new Map<string, CellOrigin>();
  const persons = personCells<CellOrigin>();
  let first: Earlier | undefined;
  const read = await readFiles(sources, kind, options, context, (record, place) => {
    first ??= { record, place };
    const found = isOfPerson(record) ? againstPersons(record, first, persons, place) : againstCells(record, place);
    if (found === undefined) return;
    const { file, line } = place;
    const header = place.header(found.key);
    context.problems.add({ ...found.complaint, file, line, ...(header === undefined ? {} : { column: header }) });
  });
  for (const { cell, place } of persons.cells()) {
    cells.push(cell);
    places.push({ file: place.file, line: place.line });
  }
  return { cells, origins: places, allPersonsChecked: persons.checkedAll(), ...read };

  function againstCells(record: SpendRecord, { file, line }: CellOrigin): Against | undefined {
    const key = `${record.period.index}|${record.cohort}|${record.line ?? ''}|${record.group ?? ''}`;
    const twin = firstOf.get(key);
    if (twin === undefined) firstOf.set(key, { file, line });
    cells.push(cellOf(record));
    places.push({ file, line });
    return first === undefined ? undefined : against(record, first, twin);
  }
}

type OfPerson = SpendRecord & { readonly personId: string };

const isOfPerson = (record: SpendRecord): record is OfPerson => record.personId !== undefined;

function againstPersons(
  record: OfPerson,
  first: Earlier,
  persons: PersonCells<CellOrigin>,
  place: CellOrigin,
): Against | undefined {
  const { period, cohort, line, personId, spend, spendPerPerson } = record;
  const row: PersonRow = { period, cohort, line, personId, spend: spend ?? spendPerPerson ?? ZERO } as PersonRow;
  if (!persons.add(row, place)) return { complaint: personTwice(formatPeriod(period)), key: 'period' };
  return against(record, first, undefined);
}

function cellOf({ spend, spendPerPerson, currency: _, ...rest }: SpendRecord): SpendCell {
  const { period, cohort, people = 0, line, spendSd, sampleSize, retained, group } = rest;
  return {
    period,
    cohort,
    ...(line === undefined ? {} : { line }),
    ...(group === undefined ? {} : { group }),
    people,
    spend: spend ?? (spendPerPerson ?? money(0)) * BigInt(people),
    ...(spendSd === undefined ? {} : { spendSd }),
    ...(sampleSize === undefined ? {} : { sampleSize }),
    ...(retained === undefined ? {} : { retained }),
  };
}

interface Earlier {
  readonly record: Pick<SpendRecord, 'period' | 'line'>;
  readonly place: CellOrigin;
}

interface Against {
  readonly complaint: Complaint;
  readonly key: keyof SpendRecord;
}

/** What a row has against the first row, and against the one with the same key. */
function against(
  { period, cohort, line }: SpendRecord,
  first: Earlier,
  twin: CellOrigin | undefined,
): Against | undefined {
  const where = at(first.place);
  if (period.unit !== first.record.period.unit) {
    return { complaint: unitMixed(formatPeriod(period), formatPeriod(first.record.period), where), key: 'period' };
  }
  if ((line === undefined) !== (first.record.line === undefined)) {
    return { complaint: line === undefined ? lineBlank(where) : lineFilled(where), key: 'line' };
  }
  if (twin === undefined) return undefined;
  const what = [formatPeriod(period), cohort, ...(line === undefined ? [] : [line])].join(', ');
  return { complaint: cellDuplicate(what, at(twin)), key: 'cohort' };
}

function at({ file, line }: CellOrigin): string {
  return `${file}:${line}`;
}
