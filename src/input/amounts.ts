import { fromDigits, type Money } from '../core/money.ts';
import type { Digits } from './numbers.ts';

/** An amount taken apart: sign, digits and what stands beside them. */
export interface AmountParts {
  readonly negative: boolean;
  /** Digits and marks. */
  readonly body: string;
  /** What stands before and after the number: currencies, if it is an amount. */
  readonly marks: readonly string[];
}

const SPACES = /[\s\u00A0\u2000-\u200A\u202F\u205F\u3000]/g;
const MINUS = /[\u2212\u2010-\u2015\uFE63\uFF0D]/g;
const APOSTROPHES = /[\u2018\u2019\u02BC\u00B4`]/g;
const LONGEST = 80;
/** The first run of digits and marks. A point after a letter belongs to an abbreviation: `Rs.500`. */
const BODY = /(?:\d|(?<!\p{L})[.,](?=\d))(?:[\d., ']*\d)?/u;
const SIGN = /^([-+])?(.*?)([-+])?$/;

/** Splits `-$1,234.56`, `1 234,56 €`, `(12.00)`, `12-` …; undefined where there is no number, or more than one. */
export function takeApart(text: string): AmountParts | undefined {
  if (text.length > LONGEST) return undefined;
  const plain = text.replace(SPACES, ' ').replace(MINUS, '-').replace(APOSTROPHES, "'").trim();
  const match = BODY.exec(plain);
  if (match === null) return undefined;
  let before = plain.slice(0, match.index).replaceAll(' ', '');
  let after = plain.slice(match.index + match[0].length).replaceAll(' ', '');
  const inParentheses = before.includes('(') && after.includes(')');
  if (inParentheses) {
    before = before.replace(/^\(|\($/, '');
    after = after.replace(/^\)|\)$/, '');
  }
  const [, first, beforeMark = '', second] = SIGN.exec(before)!;
  const [, third, afterMark = '', fourth] = SIGN.exec(after)!;
  const signs = [first, second, third, fourth].filter((sign) => sign !== undefined);
  if (signs.length > (inParentheses ? 0 : 1) || /[\d()+-]/.test(beforeMark + afterMark)) return undefined;
  return {
    negative: inParentheses || signs[0] === '-',
    body: match[0],
    marks: [beforeMark, afterMark].filter((mark) => mark.length > 0),
  };
}

/** Money from a plain `-1234.5` with at most two decimals; the whole cents of it are exact as a number. */
export function plainMoney(text: string): Money {
  return BigInt(Math.round(Number(text) * 100)) * CENT;
}

const CENT = fromDigits(false, '1', 2);

export function moneyOf({ negative }: AmountParts, { digits, decimals }: Digits): Money {
  return fromDigits(negative, digits, decimals);
}
