import type { Factor, Movement } from '../../core/decomposition.ts';
import { unknown } from '../cells.ts';
import type { Cell } from '../report.ts';

/** What a part added, as it is shown: rounded so that the parts add up to the whole as that is shown. */
export interface ShownPart {
  /** Percentage points of ROI, to the tenth. */
  readonly points: Cell;
  /** Money of profit, in whole units. */
  readonly profit: Cell;
}

/** The parts of a movement as a table and a sentence may show them, so that both say the same. */
export function shownParts({ factors, roi, roiReason = '', profit }: Movement): ReadonlyMap<Factor, ShownPart> {
  const tenths =
    roi === null
      ? undefined
      : addingUp(
          factors.map((part) => (part.roi ?? 0) * 1000),
          roi * 1000,
        );
  const money = addingUp(
    factors.map((part) => part.profit),
    profit,
  );
  return new Map(
    factors.map(({ factor }, i) => [
      factor,
      {
        points: tenths === undefined ? unknown(roiReason) : pointsCell(tenths[i]! / 10),
        profit: profitCell(money[i]!),
      },
    ]),
  );
}

/** A change of ROI in percentage points. */
export const pointsCell = (points: number): Cell => ({ kind: 'count', count: points, decimals: 1, signed: true });

export const profitCell = (value: number): Cell => ({ kind: 'money', amount: value, signed: true });

/** Whole numbers that add up to the rounded total, each less than 1 from its part: largest remainders round up. */
export function addingUp(parts: readonly number[], total: number): number[] {
  const whole = parts.map((part) => Math.floor(part + ROUNDING));
  let missing = Math.round(total) - whole.reduce((sum, part) => sum + part, 0);
  const byRemainder = parts.map((part, i) => ({ i, rest: part - whole[i]! })).sort((a, b) => b.rest - a.rest);
  for (const { i } of byRemainder) {
    if (missing <= 0) break;
    whole[i]! += 1;
    missing--;
  }
  return whole;
}

/** So that 2.9999999999, which is a 3, is not taken for a 2 with a large rest. */
const ROUNDING = 1e-7;
