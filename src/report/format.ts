import { type Currency, currencyOf } from './currency.ts';
import { type Decimal, isZero, roundDecimal } from './decimal.ts';
import { localePeriod } from './locale-date.ts';
import { hasDecimalComma, localeCompact, localeNumber, type NumberStyle } from './locale-number.ts';
import { asciiText, plainText } from './plain.ts';
import type { Cell, Phrase } from './report.ts';

/** How numbers look; the input decides the currency, the user the rest. */
export interface FormatOptions {
  /** BCP 47, such as `en-US`. */
  readonly locale: string;
  /** ISO 4217, or null: amounts are then numbers without a unit. */
  readonly currency: string | null;
  /** Nothing but ASCII, save for letters that come from a file. */
  readonly ascii: boolean;
}

/** Characters of a bar where its cell stands alone. */
const BAR_WIDTH = 10;

/** A cell as text. Rounding is half away from zero on the decimal digits; unknown is a dash. */
export function formatCell(cell: Cell, options: FormatOptions): string {
  switch (cell.kind) {
    case 'text':
      return shown(cell.text, options);
    case 'phrase':
      return phraseText(cell.parts, options);
    case 'period':
      return periodText(cell.period, options);
    case 'money':
      return formatMoney(cell.amount, cell.cents === true, cell.signed === true, options);
    case 'percent':
      return formatPercent(cell.ratio, cell.signed === true, options);
    case 'count':
      return written(roundDecimal(cell.count, cell.decimals ?? 0), 'count', cell.signed === true, options);
    case 'interval':
      return formatInterval(cell.low, cell.high, options);
    case 'bar':
      return barText(cell.share, BAR_WIDTH, options.ascii);
    case 'span':
      return spanText(cell, BAR_WIDTH, options.ascii);
    case 'unknown':
      return options.ascii ? '-' : '–';
  }
}

/** Prose with its values put in. A text that is a period and nothing else, such as a label of an axis, counts as one. */
export function phraseText(phrase: Phrase, options: FormatOptions): string {
  return phrase
    .map((part) => (typeof part === 'string' ? periodText(part, options) : formatCell(part, options)))
    .join('');
}

function periodText(text: string, options: FormatOptions): string {
  return shown(isEnglish(options) ? text : localePeriod(text, options.locale), options);
}

/** A share (0–1) as a bar of at most `width` characters, to the eighth of a character; a share above 0 always shows. */
export function barText(share: number, width: number, ascii: boolean): string {
  const steps = ascii ? 1 : 8;
  const filled = Math.round(Math.min(Math.max(share, 0), 1) * width * steps);
  const length = share > 0 ? Math.max(1, filled) : 0;
  if (ascii) return '#'.repeat(length);
  return '█'.repeat(Math.floor(length / 8)) + (['', '▏', '▎', '▍', '▌', '▋', '▊', '▉'][length % 8] ?? '');
}

/** A stretch of an axis `width` characters long; one that leaves the mark shows on that side of it. */
export function spanText({ from, to, mark }: Stretch, width: number, ascii: boolean): string {
  const [bar, line, track] = ascii ? ['#', '|', '.'] : ['█', '│', '░'];
  const at = (share: number) => Math.round(Math.min(Math.max(share, 0), 1) * (width - 1));
  const middle = at(mark);
  const first = from < mark ? Math.min(at(from), middle - 1) : at(from);
  const last = to > mark ? Math.max(at(to), middle + 1) : at(to);
  return Array.from({ length: width }, (_, i) => (i === middle ? line : i >= first && i <= last ? bar : track)).join(
    '',
  );
}

type Stretch = Pick<Extract<Cell, { kind: 'span' }>, 'from' | 'to' | 'mark'>;

const SUFFIXES = [
  { power: 12, suffix: 'T' },
  { power: 9, suffix: 'B' },
  { power: 6, suffix: 'M' },
  { power: 3, suffix: 'k' },
] as const;

/** A value beside an axis, in few characters: `$50k`, `−$1.5M`, `25%`. */
export function formatTick(value: number, measure: NumberStyle, options: FormatOptions): string {
  if (measure === 'percent') return written(trimmed(value, 2, 2), measure, false, options);
  if (!isEnglish(options)) {
    return localeCompact({ decimal: roundDecimal(value, 2), style: measure, signed: false, ...options });
  }
  const { power, suffix } = SUFFIXES.find((size) => Math.abs(value) >= 10 ** size.power) ?? { power: 0, suffix: '' };
  const withCents = measure === 'money' && power === 0 && !Number.isInteger(value);
  return written(withCents ? roundDecimal(value, 2) : trimmed(value, 2, -power), measure, false, options) + suffix;
}

function formatMoney(amount: number, cents: boolean, signed: boolean, options: FormatOptions): string {
  const minorDigits = options.currency === null ? 2 : currencyOf(options.currency, options.ascii).decimals;
  return written(roundDecimal(amount, cents ? minorDigits : 0), 'money', signed, options);
}

/** One decimal below 100%, none from there on: nobody reads the tenth of 1,250%. */
function formatPercent(ratio: number, signed: boolean, options: FormatOptions): string {
  const tenths = roundDecimal(ratio, 1, 2);
  const percent = tenths.whole.length > 2 ? roundDecimal(ratio, 0, 2) : tenths;
  return written(percent, 'percent', signed, options);
}

/** `[low, high]`; a semicolon between them where the locale has decimal commas. */
function formatInterval(low: Cell, high: Cell, options: FormatOptions): string {
  const separator = !isEnglish(options) && hasDecimalComma(options.locale) ? ';' : ',';
  return `[${formatCell(low, options)}${separator} ${formatCell(high, options)}]`;
}

function shown(text: string, options: FormatOptions): string {
  const plain = plainText(text);
  return options.ascii ? asciiText(plain) : plain;
}

function trimmed(value: number, decimals: number, shift: number): Decimal {
  const decimal = roundDecimal(value, decimals, shift);
  return { ...decimal, fraction: decimal.fraction.replace(/0+$/, '') };
}

/** English is written by hand: the first use of `Intl` costs 14 ms, a third of what the program may take to start. */
function isEnglish(options: FormatOptions): boolean {
  return options.locale === 'en-US';
}

function written(decimal: Decimal, style: NumberStyle, signed: boolean, options: FormatOptions): string {
  if (!isEnglish(options)) {
    const text = localeNumber({ decimal, style, signed, ...options });
    return options.ascii ? asciiText(text) : text;
  }
  const sign = decimal.negative ? (options.ascii ? '-' : '−') : signed && !isZero(decimal) ? '+' : '';
  const currency = style === 'money' && options.currency !== null ? currencyOf(options.currency, options.ascii) : null;
  return sign + englishNumber(decimal, style, currency);
}

function englishNumber(decimal: Decimal, style: NumberStyle, currency: Currency | null): string {
  const whole = decimal.whole.replace(/\B(?=(?:\d{3})+$)/g, ',');
  const fraction = decimal.fraction === '' ? '' : `.${decimal.fraction}`;
  return `${currency?.prefix ?? ''}${whole}${fraction}${style === 'percent' ? '%' : ''}`;
}
