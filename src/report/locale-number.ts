import { type Decimal, decimalText } from './decimal.ts';

export type NumberStyle = 'count' | 'money' | 'percent';

/** A number in the user's locale, already rounded. */
interface LocaleNumber {
  readonly decimal: Decimal;
  readonly style: NumberStyle;
  readonly signed: boolean;
  readonly locale: string;
  readonly currency: string | null;
  readonly ascii: boolean;
}

const formatters = new Map<string, Intl.NumberFormat>();

/** A rounded number as the locale writes it, with its own spaces and digits, and `−` for a minus. */
export function localeNumber(number: LocaleNumber): string {
  const digits = number.decimal.fraction.length;
  const formatter = formatterFor(number, { minimumFractionDigits: digits, maximumFractionDigits: digits });
  return text(formatter, number);
}

/** The same in a few characters: `50 k €`. */
export function localeCompact(number: LocaleNumber): string {
  return text(
    formatterFor(number, {
      notation: 'compact',
      useGrouping: 'always',
      minimumFractionDigits: 0,
      maximumFractionDigits: 2,
    }),
    number,
  );
}

/** Whether the locale writes 1,5 for one and a half. */
export function hasDecimalComma(locale: string): boolean {
  const parts = new Intl.NumberFormat(locale).formatToParts(1.5);
  return parts.some((part) => part.type === 'decimal' && part.value !== '.');
}

function text(formatter: Intl.NumberFormat, number: LocaleNumber): string {
  // Intl takes a string as an exact decimal; a percentage has been multiplied by 100 already.
  const exact = `${decimalText(number.decimal)}${number.style === 'percent' ? 'e-2' : ''}` as Intl.StringNumericLiteral;
  return formatter
    .formatToParts(exact)
    .map((part) => (part.type === 'minusSign' ? (number.ascii ? '-' : '−') : part.value))
    .join('');
}

/** Making a formatter costs a hundred times what using it does. */
function formatterFor(number: LocaleNumber, digits: Intl.NumberFormatOptions): Intl.NumberFormat {
  const { locale, style, currency, signed, ascii } = number;
  const key = [locale, style, currency, signed, ascii, digits.notation, digits.maximumFractionDigits].join(' ');
  const known = formatters.get(key);
  if (known !== undefined) return known;
  const formatter = new Intl.NumberFormat(locale, {
    ...(style === 'percent' ? { style } : {}),
    ...(style === 'money' && currency !== null
      ? { style: 'currency', currency, currencyDisplay: ascii ? 'code' : 'symbol' }
      : {}),
    signDisplay: signed ? 'exceptZero' : 'auto',
    ...digits,
  });
  formatters.set(key, formatter);
  return formatter;
}
