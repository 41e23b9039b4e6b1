import { countInvalid, countNegative } from '../errors/cell.ts';
import { decimalLearner } from './amount-column.ts';
import { takeApart } from './amounts.ts';
import { type ColumnReader, UNCLEAR } from './column.ts';
import { other } from './numbers.ts';
import type { DecimalMark } from './options.ts';

const PLAIN = /^\d{1,15}$/;
/** `1,750` can only be a whole number with a thousands mark: 1.75 people are none. `1,000` may be 1. */
const THOUSANDS = /^[1-9]\d{0,2}([.,])(?!000$)\d{3}$/;

/** Whole numbers, such as people. */
export function countColumn(chosen: DecimalMark | undefined): ColumnReader {
  const learner = decimalLearner(chosen);
  return {
    read(cell, line) {
      if (typeof cell === 'number') return Number.isSafeInteger(cell) ? cell : countInvalid(String(cell));
      if (PLAIN.test(cell)) return Number(cell);
      const parts = takeApart(cell);
      if (parts === undefined || parts.marks.length > 0) return countInvalid(cell);
      const thousands = THOUSANDS.exec(parts.body)?.[1] as DecimalMark | undefined;
      // Shown to the learner with a decimal that it cannot mistake, so that `1,750` settles what `1,000` is.
      const body = thousands === undefined ? parts.body : `${parts.body}${other(thousands)}0`;
      const digits = learner.digits(body, cell, line);
      if (digits === undefined) return countInvalid(cell);
      if (digits === UNCLEAR || 'remedy' in digits) return digits;
      const count = wholeOf(digits.digits, digits.decimals);
      if (count === undefined) return countInvalid(cell);
      return parts.negative && count > 0 ? countNegative(cell) : count;
    },
    settled: learner.settled,
    close: learner.close,
    decimal: learner.decimal,
  };
}

/** `175000` with 2 decimals is 1750; undefined where something other than zeros stands behind the mark. */
function wholeOf(digits: string, decimals: number): number | undefined {
  const whole = digits.slice(0, digits.length - decimals);
  const count = Number(whole);
  return /^0*$/.test(digits.slice(digits.length - decimals || digits.length)) && Number.isSafeInteger(count)
    ? count
    : undefined;
}
