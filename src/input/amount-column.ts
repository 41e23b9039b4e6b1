import { type Money, money } from '../core/money.ts';
import { amountAgainstOption, amountAmbiguous, amountInvalid, amountMixed, currencyUnknown } from '../errors/cell.ts';
import type { Complaint } from '../errors/problem.ts';
import { type AmountParts, moneyOf, plainMoney, takeApart } from './amounts.ts';
import { type Cell, type ColumnReader, UNCLEAR } from './column.ts';
import { currenciesOf } from './currency.ts';
import { type Digits, readDigits } from './numbers.ts';
import type { DecimalMark } from './options.ts';

/** Learns from the cells of a column which decimal mark they are written with. */
export interface DecimalLearner {
  decimal(): DecimalMark | undefined;
  /** Digits of a number, `UNCLEAR`, what is wrong with it, or undefined where it is no number. */
  digits(body: string, cell: string, line: number): Digits | Complaint | typeof UNCLEAR | undefined;
  settled(): boolean;
  close(): void;
}

export function decimalLearner(chosen: DecimalMark | undefined): DecimalLearner {
  let mark = chosen;
  let shownBy: { cell: string; line: number } | undefined;
  let closed = false;
  return {
    decimal: () => mark,
    digits(body, cell, line) {
      const reading = readDigits(body, mark);
      if (reading === 'unclear') return closed ? amountAmbiguous(cell) : UNCLEAR;
      if (reading === 'against') {
        return shownBy === undefined
          ? amountAgainstOption(cell, mark ?? '')
          : amountMixed(cell, shownBy.cell, shownBy.line);
      }
      if (mark === undefined && reading?.shows !== undefined) {
        mark = reading.shows;
        shownBy = { cell, line };
      }
      return reading;
    },
    settled: () => mark !== undefined || closed,
    close() {
      closed = true;
    },
  };
}

export interface AmountColumn extends ColumnReader {
  read(cell: Cell, line: number): Money | Complaint | typeof UNCLEAR;
}

/** The common case, without currency and thousands marks; the number of digits keeps cents exact as a number. */
const WHOLE = /^-?\d{1,12}$/;
const WITH_POINT = /^-?\d{1,12}\.\d\d?$/;
const WITH_COMMA = /^-?\d{1,12},\d\d?$/;

/** Amounts of money. `seen` is told each currency that stands beside an amount. */
export function amountColumn(
  chosen: DecimalMark | undefined,
  seen: (currency: string, line: number) => void,
): AmountColumn {
  const learner = decimalLearner(chosen);
  const slow = (cell: string, line: number): Money | Complaint | typeof UNCLEAR => {
    const parts = takeApart(cell);
    if (parts === undefined) return amountInvalid(cell);
    const unknown = unknownMark(parts);
    if (unknown !== undefined) return /^\p{Lu}{3}$/u.test(unknown) ? currencyUnknown(unknown) : amountInvalid(cell);
    const digits = learner.digits(parts.body, cell, line);
    if (digits === undefined) return amountInvalid(cell);
    if (digits === UNCLEAR || 'remedy' in digits) return digits;
    for (const mark of parts.marks) seen(mark, line);
    return moneyOf(parts, digits);
  };
  return {
    read(cell, line) {
      if (typeof cell === 'number') return numberAsMoney(cell);
      if (WHOLE.test(cell)) return plainMoney(cell);
      const decimal = learner.decimal();
      if (decimal === '.' && WITH_POINT.test(cell)) return plainMoney(cell);
      if (decimal === ',' && WITH_COMMA.test(cell)) return plainMoney(cell.replace(',', '.'));
      return slow(cell, line);
    },
    settled: learner.settled,
    close: learner.close,
    decimal: learner.decimal,
  };
}

/** The first of the marks beside an amount that is no currency. */
function unknownMark({ marks }: AmountParts): string | undefined {
  return marks.find((mark) => currenciesOf(mark) === undefined);
}

/** Beyond fifteen digits a number kept in binary no longer is what was typed. */
const LARGEST = 1e15;

function numberAsMoney(value: number): Money | Complaint {
  if (!Number.isFinite(value) || Math.abs(value) >= LARGEST) return amountInvalid(String(value));
  return money(Number(value.toPrecision(15)));
}
