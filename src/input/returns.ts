import { type Money, ZERO } from '../core/money.ts';
import type { ReturnRow } from '../core/rows.ts';
import { shareRange } from '../errors/cell.ts';
import { sourceReserved, totalRow, valueMissing } from '../errors/row.ts';
import { isRequired } from '../schema/parts.ts';
import { type ReturnRecord, returnRow } from '../schema/returns.ts';
import type { Kind, KindColumn } from './kind.ts';
import { amounts, currencies, names, periods, shares, texts } from './kind-columns.ts';
import { RETURN_HEADERS } from './names/headers.ts';
import { returnKinds } from './names/return-kinds.ts';
import { isTotal } from './names/totals.ts';
import type { FoundCurrency, InputSummary, ReadContext, ReadOptions } from './options.ts';
import { origins, type RowOrigin } from './origins.ts';
import { readFiles } from './read-file.ts';

/** Returns other than members' spending, rows with equal keys added up. */
export interface ReturnsFile {
  readonly rows: readonly ReturnRow[];
  /** Where each of the rows comes from. */
  readonly origins: readonly RowOrigin[];
  readonly currency?: FoundCurrency;
  readonly inputs: readonly InputSummary[];
}

const column = (
  name: keyof typeof RETURN_HEADERS,
  key: keyof ReturnRecord,
  reader: KindColumn['reader'],
): KindColumn => ({
  name,
  key,
  reader,
  aliases: RETURN_HEADERS[name],
  required: isRequired(returnRow.whole, key),
  kept: true,
});

/** Names of the user's choice, except for one by which everything would count twice. */
const sources: KindColumn['reader'] = (context) => {
  const column = texts(context);
  return {
    ...column,
    read: (cell, line) => (isTotal(String(cell)) ? totalRow(String(cell)) : column.read(cell, line)),
  };
};

export const RETURNS: Kind<ReturnRecord> = {
  name: 'returns',
  columns: [
    column('period', 'period', periods),
    { ...column('source', 'source', sources), text: true },
    { ...column('amount', 'amount', amounts), money: true },
    column('kind', 'kind', names('kind', returnKinds)),
    column('attribution', 'attribution', shares),
    { ...column('note', 'note', texts), text: true, kept: false },
    column('currency', 'currency', currencies),
  ],
  schema: returnRow.whole,
  narrow: returnRow.only,
  complain(code, key, written) {
    if (code === 'SHARE_RANGE') return shareRange(written(key));
    return code === 'SOURCE_RESERVED' ? sourceReserved(written(key)) : valueMissing();
  },
};

/** Reads files of other returns. Rows that differ in amount and note alone are added up while they are read. */
export async function readReturns(
  sources: readonly string[],
  options: ReadOptions,
  context: ReadContext,
): Promise<ReturnsFile> {
  const sums = new Map<string, { row: Omit<ReturnRow, 'amount'>; amount: Money }>();
  const places = origins();
  const read = await readFiles(sources, RETURNS, options, context, (record, place) => {
    const { period, source, kind = 'revenue', attribution } = record;
    const key = `${period.unit}${period.index}|${source.toLowerCase()}|${kind}|${attribution ?? ''}`;
    const row = { period, source, kind, ...(attribution === undefined ? {} : { attribution }) };
    const sum = sums.get(key) ?? { row, amount: ZERO };
    sum.amount += record.amount;
    sums.set(key, sum);
    places.add(key, place.file, place.line);
  });
  const rows = [...sums.values()].map(({ row, amount }) => ({ ...row, amount }));
  return { rows, origins: places.list(), ...read };
}
