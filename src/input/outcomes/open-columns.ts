import { toNumber } from '../../core/money.ts';
import { type AmountColumn, amountColumn } from '../amount-column.ts';
import { type Cell, type ColumnReader, isComplaint, memo, plainColumn } from '../column.ts';
import { currenciesOf } from '../currency.ts';
import { withCurrency } from '../header-currency.ts';
import type { ColumnContext, KindColumn } from '../kind.ts';
import { lookup } from '../names/lookup.ts';
import { fold } from '../spelling.ts';
import { YES_NO } from './headers.ts';

const yesNo = lookup<'yes' | 'no'>(YES_NO);

/** A column beside the fixed ones, by its header. */
export interface OpenColumn {
  /** The header without the currency in it. */
  readonly name: string;
  /** As written. */
  readonly header: string;
  /** Whether an amount of it has a currency; known when the file has been read. */
  money: boolean;
}

/** The open column of a header: `earnings (USD)` is earnings, in money. */
export function openColumn(header: string): OpenColumn {
  const parts = withCurrency(header);
  return { name: parts?.name ?? header.trim(), header, money: parts !== undefined };
}

/** Whether a name that the user gave means this column. */
export function isNamed({ name, header }: OpenColumn, wanted: string): boolean {
  return fold(wanted) === fold(name) || fold(wanted) === fold(header);
}

/** Reads an outcome: a number, a yes or no as true or false, or a text that is neither. */
export function outcomeReader(column: OpenColumn): KindColumn['reader'] {
  return ({ options, currency }: ColumnContext): ColumnReader => {
    const inHeader = withCurrency(column.header)?.currency;
    if (inHeader !== undefined) currency(inHeader, 1);
    const amounts = amountColumn(options.decimal, (mark, line) => {
      column.money = true;
      currency(mark, line);
    });
    const flag = memo((cell) => yesNo.find(String(cell)) ?? 'neither');
    return { ...amounts, read: (cell, line) => readOutcome(cell, line, amounts, flag) };
  };
}

function readOutcome(cell: Cell, line: number, amounts: AmountColumn, flag: (cell: Cell) => string): unknown {
  if (typeof cell === 'string' && !/^[-+(\d.,]/.test(cell)) {
    const answer = flag(cell);
    if (answer !== 'neither') return answer === 'yes';
  }
  const value = amounts.read(cell, line);
  if (typeof value === 'bigint') return toNumber(value);
  const isText = isComplaint(value) && (value.code === 'AMOUNT_INVALID' || value.code === 'CURRENCY_UNKNOWN');
  return isText ? String(cell) : value;
}

/** Reads a label to compare by. */
export const labels: KindColumn['reader'] = () => plainColumn((cell) => String(cell).replace(/\s+/g, ' ').trim());

/** Reads yes or no; anything else is no answer. */
export const flags: KindColumn['reader'] = () =>
  plainColumn((cell) => {
    const text = String(cell).trim();
    return text === '1' || (text !== '0' && yesNo.find(text) === 'yes');
  });

/** Whether a column can be told apart by its header at all. */
export function hasName(header: string): boolean {
  return fold(header) !== '' && currenciesOf(header) === undefined;
}
