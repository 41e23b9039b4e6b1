import type { DecimalMark } from './options.ts';

/** The digits of a number as they were written, without its marks: `1.234,50` is 123450 with 2 decimals. */
export interface Digits {
  readonly digits: string;
  readonly decimals: number;
  /** The decimal mark that this text shows, if it can only be read in one way. */
  readonly shows?: DecimalMark;
}

/** `unclear`: with no more than this text, the mark may be a decimal or a thousands mark. */
export type NumberReading = Digits | 'unclear' | 'against' | undefined;

const LONGEST = 40;
const WHOLE = /^\d+$/;
const ONE_MARK = /^(\d*)([.,])(\d+)$/;
const SPACES = /^[1-9]\d{0,2}(?:([ '])\d{3})(?:\1\d{3})*(?:([.,])(\d+))?$/;
const GROUPS = /^[1-9]\d{0,2}(?:([.,])\d{3})(?:\1\d{3})+$/;
const GROUPS_AND_DECIMALS = /^[1-9]\d{0,2}(?:([.,])\d{3})(?:\1\d{3})*([.,])(\d+)$/;
/** Lakhs and crores: 12,34,567.89. */
const INDIAN = /^[1-9]\d?(?:,\d{2})+,\d{3}(?:\.(\d+))?$/;

/**
 * Reads digits with thousands and decimal marks. Where the column's mark is known, a text that shows the other one is
 * `against` it. Undefined for what is no number.
 */
export function readDigits(text: string, decimal: DecimalMark | undefined): NumberReading {
  if (text.length > LONGEST) return undefined;
  if (WHOLE.test(text)) return { digits: text, decimals: 0 };
  const reading = readMarks(text, decimal);
  if (typeof reading !== 'object' || decimal === undefined || (reading.shows ?? decimal) === decimal) return reading;
  return 'against';
}

function readMarks(text: string, decimal: DecimalMark | undefined): NumberReading {
  const one = ONE_MARK.exec(text);
  if (one !== null) return oneMark(one[1]!, one[2] as DecimalMark, one[3]!, decimal);

  const spaces = SPACES.exec(text);
  if (spaces !== null) return stripped(text, spaces[3], spaces[2] as DecimalMark | undefined);
  const groups = GROUPS.exec(text);
  if (groups !== null) return stripped(text, undefined, other(groups[1] as DecimalMark));
  const both = GROUPS_AND_DECIMALS.exec(text);
  if (both !== null && both[1] !== both[2]) return stripped(text, both[3], both[2] as DecimalMark);
  const indian = INDIAN.exec(text);
  return indian === null ? undefined : stripped(text, indian[1], '.');
}

/** `1.234` may be either; `12.34`, `0.123` and `1234.567` cannot have a thousands mark. */
function oneMark(before: string, mark: DecimalMark, after: string, decimal: DecimalMark | undefined): NumberReading {
  const mayBeThousands = after.length === 3 && before.length >= 1 && before.length <= 3 && !before.startsWith('0');
  const digits = before + after;
  if (!mayBeThousands) return { digits, decimals: after.length, shows: mark };
  if (decimal === undefined) return 'unclear';
  return { digits, decimals: decimal === mark ? 3 : 0 };
}

function stripped(text: string, fraction: string | undefined, shows: DecimalMark | undefined): Digits {
  const digits = text.replace(/\D/g, '');
  return { digits, decimals: fraction?.length ?? 0, ...(shows === undefined ? {} : { shows }) };
}

export function other(mark: DecimalMark): DecimalMark {
  return mark === '.' ? ',' : '.';
}
