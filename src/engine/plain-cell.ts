import { amountColumn } from '../input/amount-column.ts';
import { DAY } from './examine.ts';

/** Whether the bytes of a cell are what our own reader takes as they are. */
export type CellCheck = (text: Buffer, from: number, to: number) => boolean;

const [MINUS, DASH, ZERO, NINE] = [0x2d, 0x2d, 0x30, 0x39];
const SPACE = 0x20;
/** Beyond these a character may be a space that is none in ASCII. */
const LAST_VISIBLE = 0x7e;
const DAYS_IN = [0, 31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];
/** Characters of `2024-01-31`. */
const DAY_ALONE = 10;
/** A time behind a day that is longer than this has a second in more parts than our own reader knows. */
const LONGEST_DAY = 35;
/** So many digits before the decimal mark our own reader takes without a second look. */
const MOST_DIGITS = 12;
/** So many different texts of a column are kept. */
const MOST_TEXTS = 100;

const isVisible = (byte: number | undefined) => byte !== undefined && byte > SPACE && byte <= LAST_VISIBLE;

/** Something, without a space around it. */
export const plainId: CellCheck = (text, from, to) => to > from && isVisible(text[from]) && isVisible(text[to - 1]);

/** A day of the calendar as 2024-01-31, with or without a time behind it. */
export const plainDay: CellCheck = (text, from, to) => {
  if (to - from < DAY_ALONE || text[from + 4] !== DASH || text[from + 7] !== DASH) return false;
  const year = 100 * two(text, from) + two(text, from + 2);
  const month = two(text, from + 5);
  const day = two(text, from + 8);
  if (!(year >= 1900 && year <= 2199 && month >= 1 && month <= 12 && day >= 1)) return false;
  const leap = month === 2 && ((year % 4 === 0 && year % 100 !== 0) || year % 400 === 0);
  if (day > DAYS_IN[month]! + (leap ? 1 : 0)) return false;
  return to - from === DAY_ALONE || (to - from <= LONGEST_DAY && DAY.test(text.toString('latin1', from, to)));
};

/** The number that two digits write; NaN where they are none. */
function two(text: Buffer, at: number): number {
  const [tens, ones] = [text[at]! - ZERO, text[at + 1]! - ZERO];
  return tens >= 0 && tens <= 9 && ones >= 0 && ones <= 9 ? 10 * tens + ones : Number.NaN;
}

/** An amount as -1234.50. The first that shows the decimal mark is not passed over: it tells how the others are meant. */
export function plainAmount(decimal: string): CellCheck {
  const mark = decimal.charCodeAt(0);
  let shown: string | undefined;
  return (text, from, to) => {
    const start = text[from] === MINUS ? from + 1 : from;
    const end = afterDigits(text, start, to);
    const isWhole = end > start && end - start <= MOST_DIGITS;
    if (isWhole && end === to) return true;
    const places = to - end - 1;
    if (isWhole && text[end] === mark && places >= 1 && places <= 2 && afterDigits(text, end + 1, to) === to) {
      const before = shown;
      shown ??= decimal;
      return before === decimal;
    }
    shown ??= shownMark(text.toString('utf8', from, to));
    return false;
  };
}

/** The decimal mark that an amount written in any other way shows, as our own reader learns it. */
function shownMark(written: string): string | undefined {
  const column = amountColumn(undefined, () => {});
  column.read(written.trim(), 0);
  return column.decimal?.();
}

function afterDigits(text: Buffer, from: number, to: number): number {
  let at = from;
  while (at < to && text[at]! >= ZERO && text[at]! <= NINE) at++;
  return at;
}

/** A text that was seen before and is known; each is read where it stands first. */
export function plainText(isKnown: (text: string) => boolean): CellCheck {
  const known: Buffer[] = [];
  return (text, from, to) => {
    for (const one of known) if (one.length === to - from && one.compare(text, from, to) === 0) return true;
    if (known.length < MOST_TEXTS && isKnown(text.toString('utf8', from, to))) {
      known.push(Buffer.from(text.subarray(from, to)));
    }
    return false;
  };
}
