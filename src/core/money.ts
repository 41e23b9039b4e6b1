/**
 * Money is exact: a whole number of 10⁻¹² of a currency unit, so that a sum over a million rows shows what a
 * spreadsheet shows, and a mean per person with fifteen digits loses none of them. It becomes a floating-point number
 * (`toNumber`) only for means, ratios and statistics.
 */
export type Money = bigint;

export const ZERO: Money = 0n;

/** Decimal places kept. Further digits of an input are rounded half away from zero. */
export const MONEY_DECIMALS = 12;

const UNIT = 10n ** BigInt(MONEY_DECIMALS);
const POWERS = Array.from({ length: MONEY_DECIMALS + 1 }, (_, n) => 10n ** BigInt(n));
const PLAIN_DECIMAL = /^([+-]?)(\d*)(?:\.(\d*))?(?:e([+-]?\d+))?$/i;

/**
 * Money from a plain decimal (`-1234.56`) or a finite number, read by its shortest decimal form, so that `0.1` is
 * exactly a tenth. Throws RangeError where the value is not a decimal number.
 */
export function money(value: number | string): Money {
  const { negative, digits, decimals } = decimalOf(value);
  return fromDigits(negative, digits, decimals);
}

function decimalOf(value: number | string): { negative: boolean; digits: string; decimals: number } {
  const match = PLAIN_DECIMAL.exec(String(value).trim());
  const whole = match?.[2] ?? '';
  const fraction = match?.[3] ?? '';
  if (match === null || whole.length + fraction.length === 0) throw new RangeError(`not a decimal number: ${value}`);
  return { negative: match[1] === '-', digits: whole + fraction, decimals: fraction.length - Number(match[4] ?? 0) };
}

/** Money from its decimal digits: `fromDigits(false, '123456', 2)` is 1,234.56. The fast path of the readers. */
export function fromDigits(negative: boolean, digits: string, decimals: number): Money {
  let picos: bigint;
  if (decimals <= MONEY_DECIMALS) {
    picos = BigInt(digits) * (POWERS[MONEY_DECIMALS - decimals] ?? 10n ** BigInt(MONEY_DECIMALS - decimals));
  } else {
    const excess = 10n ** BigInt(decimals - MONEY_DECIMALS);
    picos = (BigInt(digits) + excess / 2n) / excess;
  }
  return negative ? -picos : picos;
}

const CENT = 10n ** BigInt(MONEY_DECIMALS - 2);

/** The nearest floating-point number in currency units. */
export function toNumber(amount: Money): number {
  // The quick way for whole cents, which is what most amounts are: one exact number divided by another rounds once.
  const cents = Number(amount / CENT);
  if (amount % CENT === ZERO && Number.isSafeInteger(cents)) return cents / 100;
  const whole = amount / UNIT;
  const fraction = amount % UNIT;
  // One correctly rounded parse, because Number(whole) + Number(fraction) / 1e12 rounds twice.
  const sign = amount < 0n ? '-' : '';
  const abs = (n: bigint) => (n < 0n ? -n : n).toString();
  return Number(`${sign}${abs(whole)}.${abs(fraction).padStart(MONEY_DECIMALS, '0')}`);
}

/**
 * `amount × factor`, where the factor is read by its shortest decimal form, with all its digits: 12,000 × 0.2 is
 * exactly 2,400. The product is rounded once.
 */
export function scale(amount: Money, factor: number): Money {
  if (factor === 1) return amount;
  const { negative, digits, decimals } = decimalOf(factor);
  const product = amount * BigInt(negative ? `-${digits}` : digits);
  return decimals < 0 ? product * 10n ** BigInt(-decimals) : divideRounded(product, 10n ** BigInt(decimals));
}

function divideRounded(numerator: bigint, denominator: bigint): bigint {
  const half = denominator / 2n;
  return numerator < 0n ? -((-numerator + half) / denominator) : (numerator + half) / denominator;
}

/**
 * The part of `amount` that falls on step `index` of `steps` equal ones. The parts of all steps add up to the amount
 * exactly: what does not divide is spread over the steps, 10⁻¹² at a time.
 */
export function allocate(amount: Money, steps: number, index: number): Money {
  const n = BigInt(steps);
  return (amount * BigInt(index + 1)) / n - (amount * BigInt(index)) / n;
}
