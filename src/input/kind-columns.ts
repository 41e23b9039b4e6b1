import { toNumber } from '../core/money.ts';
import { currencyUnknown, groupInvalid, nameUnknown } from '../errors/cell.ts';
import { amountColumn } from './amount-column.ts';
import { type ColumnReader, plainColumn } from './column.ts';
import { countColumn } from './count-column.ts';
import { currenciesOf } from './currency.ts';
import { dateColumn } from './date-column.ts';
import type { ColumnContext, KindColumn } from './kind.ts';
import type { Lookup } from './names/lookup.ts';
import { shareColumn, yearsColumn } from './share-column.ts';

/** What the cells of a column hold. */
type Reader = KindColumn['reader'];

export const periods: Reader = ({ options }) => dateColumn(options.dateOrder);
export const amounts: Reader = ({ options, currency }) => amountColumn(options.decimal, currency);
export const counts: Reader = ({ options }) => countColumn(options.decimal);
export const shares: Reader = () => shareColumn();
/** Amounts that are calculated with as floating-point numbers, such as a standard deviation. */
export const numbers: Reader = ({ options, currency }) => {
  const column = amountColumn(options.decimal, currency);
  return {
    ...column,
    read(cell, line) {
      const value = column.read(cell, line);
      return typeof value === 'bigint' ? toNumber(value) : value;
    },
  };
};
export const years: Reader = () => yearsColumn();
export const texts: Reader = () => plainColumn((cell) => String(cell).replace(/\s+/g, ' ').trim());

/** Identifiers, as they are written but for white space around them: they are compared, never shown. */
export const ids: Reader = () => ({ read: (cell) => String(cell).trim(), settled: () => true, close: () => {} });

/** Groups of the jackknife, 00 to ff; a spreadsheet makes 5 of 05. */
export const jackknifeGroups: Reader = () =>
  plainColumn((cell) => {
    const text = String(cell).trim();
    return /^[0-9a-f]{1,2}$/i.test(text) ? Number.parseInt(text, 16) : groupInvalid(text);
  });

/** One of a list of names, in whichever spelling. */
export function names<Name extends string>(what: string, known: Lookup<Name>): Reader {
  return () =>
    plainColumn((cell) => {
      const text = String(cell);
      return known.find(text) ?? nameUnknown(what, text, known.suggest(text), known.names);
    });
}

export const currencies: Reader = ({ currency }: ColumnContext): ColumnReader => ({
  read(cell, line) {
    const mark = String(cell).trim();
    if (currenciesOf(mark) === undefined) return currencyUnknown(mark);
    currency(mark, line);
    return mark;
  },
  settled: () => true,
  close: () => {},
});
