/** A decimal number in digits, already rounded. Zero is never negative. */
export interface Decimal {
  readonly negative: boolean;
  readonly whole: string;
  /** Digits after the point; empty where there are none. */
  readonly fraction: string;
}

const SHORTEST = /^(\d+)(?:\.(\d+))?(?:e([+-]\d+))?$/;

/**
 * `value × 10^shift` rounded to `decimals` places, half away from zero. It rounds the shortest decimal that reads back
 * as the same number, which is what a person would write: 1.005 becomes 1.01, although its binary form lies below.
 * NaN and infinity throw, because a figure without a value is a bug, not a text.
 */
export function roundDecimal(value: number, decimals: number, shift = 0): Decimal {
  const { digits, point } = expand(value);
  const cut = point + shift + decimals;
  const kept = BigInt(cut > 0 ? digits.slice(0, cut).padEnd(cut, '0') : '0');
  const roundUp = cut >= 0 && (digits[cut] ?? '0') >= '5';
  return place(value < 0, kept + (roundUp ? 1n : 0n), decimals);
}

/** Every digit of a number, without an exponent: 1e21 is `1000000000000000000000`. */
export function plainDecimal(value: number): string {
  const { digits, point } = expand(value);
  const decimals = Math.max(0, digits.length - point);
  return decimalText(place(value < 0, BigInt(digits.padEnd(point, '0')), decimals));
}

/**
 * The 15 significant digits that a double holds for sure. What a sum of floating-point numbers adds behind them
 * (66534.35999999999 for 66534.36) is the machine's rounding, not a figure. Whole numbers stay as they are.
 */
export function certainDigits(value: number): number {
  if (Number.isSafeInteger(value)) return value;
  const rounded = Number(value.toPrecision(15));
  return Number.isFinite(rounded) ? rounded : value;
}

/** A decimal as a machine reads it: `-1234.50`. */
export function decimalText(decimal: Decimal): string {
  const fraction = decimal.fraction === '' ? '' : `.${decimal.fraction}`;
  return `${decimal.negative ? '-' : ''}${decimal.whole}${fraction}`;
}

export function isZero(decimal: Decimal): boolean {
  return /^0*$/.test(decimal.whole + decimal.fraction);
}

/** The digits of a number and how many of them stand before the point. */
function expand(value: number): { digits: string; point: number } {
  const match = SHORTEST.exec(String(Math.abs(value)));
  if (match === null) throw new RangeError(`not a finite number: ${value}`);
  const [, whole = '', fraction = '', exponent = '0'] = match;
  return leadingZeros(whole + fraction, whole.length + Number(exponent));
}

function leadingZeros(digits: string, point: number): { digits: string; point: number } {
  return point >= 0 ? { digits, point } : { digits: '0'.repeat(-point) + digits, point: 0 };
}

function place(negative: boolean, scaled: bigint, decimals: number): Decimal {
  const digits = scaled.toString().padStart(decimals + 1, '0');
  const whole = digits.slice(0, digits.length - decimals);
  return { negative: negative && scaled !== 0n, whole, fraction: digits.slice(digits.length - decimals) };
}
