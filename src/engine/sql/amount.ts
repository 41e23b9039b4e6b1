import { MONEY_DECIMALS } from '../../core/money.ts';

/** How DuckDB gets exact amounts out of what is written. */

/** An amount of which it is known that it has two decimals at most. */
export const BARE_AMOUNT = 'DECIMAL(18, 2)';

/** Digits that a decimal number holds in 64 bits. DuckDB reads text into more than these ten times as slowly. */
const SHORT = 18;

/** A text that is a number with so many decimals at most: short where it is short. */
export function decimalOf(text: string, decimals: number): string {
  const long = `CAST(${text} AS DECIMAL(38, ${decimals}))`;
  return `CASE WHEN length(${text}) <= ${SHORT - decimals} THEN CAST(${text} AS DECIMAL(${SHORT}, ${decimals})) ELSE ${long} END`;
}

/** Decimals that floating-point amounts are taken to. */
const FLOAT_DECIMALS = 6;
/** Up to this amount they fit into a short number. */
const SHORT_FLOAT = 10 ** (SHORT - FLOAT_DECIMALS - 1);

/**
 * The exact amount in a column of a type, null where it holds none. A floating-point number is taken by its shortest decimal
 * form; decimals beyond those of money are rounded. Undefined for text, whose look is checked.
 */
export function amountIn(column: string, type: string): string | undefined {
  if (type === 'VARCHAR') return undefined;
  const [, scale] = /^DECIMAL\(\d+,\s*(\d+)\)$/.exec(type) ?? [];
  if (scale !== undefined)
    return Number(scale) > MONEY_DECIMALS ? `CAST(${column} AS DECIMAL(38, ${MONEY_DECIMALS}))` : column;
  if (/^U?(?:TINY|SMALL|BIG|HUGE)?INT(?:EGER)?$/.test(type)) return `TRY_CAST(${column} AS DECIMAL(38, 0))`;
  const to = (digits: number) => `TRY_CAST(CAST(${column} AS VARCHAR) AS DECIMAL(${digits}, ${FLOAT_DECIMALS}))`;
  if (type !== 'DOUBLE' && type !== 'FLOAT') return to(38);
  return `CASE WHEN abs(${column}) < ${SHORT_FLOAT} THEN ${to(SHORT)} ELSE ${to(38)} END`;
}
