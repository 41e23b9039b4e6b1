import type { Session } from './session.ts';

/**
 * Whole numbers of up to 38 digits in columns of numbers that a double holds: text would be read as exactly, and takes three
 * times as long.
 */
const LIMB = 1_000_000_000_000_000;

/** Three columns that together hold a HUGEINT, the lowest digits first. */
export function limbsOf(whole: string): string {
  const above = `${whole} // ${LIMB}`;
  return [`${whole} % ${LIMB}`, `${above} % ${LIMB}`, `${above} // ${LIMB}`]
    .map((limb) => `(${limb})::DOUBLE`)
    .join(', ');
}

/** The number in a row of the three columns from `at` on. */
export function wholeAt(columns: readonly ArrayLike<number>[], at: number, row: number): bigint {
  const [low, middle, high] = [columns[at]![row]!, columns[at + 1]![row]!, columns[at + 2]![row]!];
  if (middle === 0 && high === 0) return BigInt(low);
  return (BigInt(high) * BigInt(LIMB) + BigInt(middle)) * BigInt(LIMB) + BigInt(low);
}

/** Decimal places of the amounts of a relation. */
export async function decimalsOf(session: Session, relation: string): Promise<number> {
  const [found] = await session.rows<{ type: string }>(`SELECT typeof(amount) AS type FROM ${relation} LIMIT 1`);
  return Number(/,(\d+)\)$/.exec(found?.type ?? '')?.[1] ?? 0);
}
