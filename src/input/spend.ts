import { money } from '../core/money.ts';
import { formatPeriod } from '../core/period.ts';
import type { SpendCell } from '../core/rows.ts';
import type { Complaint } from '../errors/problem.ts';
import { cellDuplicate, lineBlank, lineFilled, unitMixed } from '../errors/row.ts';
import type { SpendRecord } from '../schema/spend.ts';
import type { FoundCurrency, InputSummary, ReadContext, ReadOptions } from './options.ts';
import { readFiles } from './read-file.ts';
import { SPEND } from './spend-kind.ts';

/** Where a cell comes from. */
export interface CellOrigin {
  readonly file: string;
  readonly line: number;
}

/** Spending by cohort, one cell for each row. */
export interface SpendFile {
  readonly cells: readonly SpendCell[];
  /** Where each of the cells comes from. */
  readonly origins: readonly CellOrigin[];
  readonly currency?: FoundCurrency;
  readonly inputs: readonly InputSummary[];
}

/**
 * Reads files of spending by cohort. All rows share one unit of time, a cell stands once, and the line is filled in
 * everywhere or nowhere. Holes and missing cohorts are for the calculation to find.
 */
export async function readSpend(
  sources: readonly string[],
  options: ReadOptions,
  context: ReadContext,
): Promise<SpendFile> {
  const cells: SpendCell[] = [];
  const places: CellOrigin[] = [];
  const firstOf = new Map<string, CellOrigin>();
  const read = await readFiles(sources, SPEND, options, context, (record, place) => {
    const key = `${record.period.index}|${record.cohort}|${record.line ?? ''}`;
    const first = cells[0] === undefined ? undefined : { record: cells[0], place: places[0]! };
    const { file, line } = place;
    const found = against(record, first, firstOf.get(key));
    if (found !== undefined) {
      const header = place.header(found.key);
      context.problems.add({ ...found.complaint, file, line, ...(header === undefined ? {} : { column: header }) });
    }
    if (!firstOf.has(key)) firstOf.set(key, { file, line });
    cells.push(cellOf(record));
    places.push({ file, line });
  });
  return { cells, origins: places, ...read };
}

function cellOf({ spend, spendPerPerson, currency: _, ...rest }: SpendRecord): SpendCell {
  const { period, cohort, people, line, spendSd, sampleSize, retained } = rest;
  return {
    period,
    cohort,
    ...(line === undefined ? {} : { line }),
    people,
    spend: spend ?? (spendPerPerson ?? money(0)) * BigInt(people),
    ...(spendSd === undefined ? {} : { spendSd }),
    ...(sampleSize === undefined ? {} : { sampleSize }),
    ...(retained === undefined ? {} : { retained }),
  };
}

interface Earlier {
  readonly record: SpendCell;
  readonly place: CellOrigin;
}

/** What a row has against the first row, and against the one with the same key. */
function against(
  { period, cohort, line }: SpendRecord,
  first: Earlier | undefined,
  twin: CellOrigin | undefined,
): { complaint: Complaint; key: keyof SpendRecord } | undefined {
  if (first === undefined) return undefined;
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
