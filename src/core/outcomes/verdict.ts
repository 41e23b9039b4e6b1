import { benjaminiHochberg, holm } from '../../stats/multiple.ts';
import type { Range } from '../result.ts';
import type { Direction, OutcomeVerdict } from './result.ts';

/** What a verdict rests on. */
export interface Judged {
  readonly direction: Direction | null;
  readonly difference: number | null;
  readonly interval: { readonly difference: Range } | null;
  /** The same among people who are alike, where that was asked for. */
  readonly within: { readonly interval: { readonly difference: Range } | null } | null;
}

/** Share of false alarms that a verdict allows. */
const ALPHA = 0.05;

/**
 * p adjusted for the number of outcomes: by Holm among those with a declared direction, which the verdict rests on, and
 * by Benjamini and Hochberg among the others, which are a search.
 */
export function adjustedPs(
  outcomes: readonly { readonly direction: Direction | null; readonly p: number | null }[],
): (number | null)[] {
  const adjusted: (number | null)[] = outcomes.map(() => null);
  for (const [adjust, isDeclared] of [
    [holm, true],
    [benjaminiHochberg, false],
  ] as const) {
    const at = outcomes.flatMap(({ direction, p }, i) =>
      (direction !== null) === isDeclared && p !== null ? [i] : [],
    );
    adjust(at.map((i) => outcomes[i]!.p!)).forEach((p, i) => {
      adjusted[at[i]!] = p;
    });
  }
  return adjusted;
}

/**
 * Better or worse only where the interval lies on one side of 0, the adjusted p agrees, and so does the comparison
 * within strata where there is one; unclear otherwise; null where nobody said which way is good.
 */
export function verdictOf(
  { direction, difference, interval, within }: Judged,
  adjustedP: number | null,
): OutcomeVerdict | null {
  if (direction === null) return null;
  const side = sideOf(interval);
  if (difference === null || side === 0 || (adjustedP !== null && adjustedP > ALPHA)) return 'unclear';
  if (within !== null && sideOf(within.interval) !== side) return 'unclear';
  return (direction === 'higher') === side > 0 ? 'better' : 'worse';
}

/** On which side of 0 an interval lies: 1 above, −1 below, 0 where it holds 0 or is missing. */
function sideOf(interval: Judged['interval']): -1 | 0 | 1 {
  if (interval === null) return 0;
  const [low, high] = interval.difference;
  if (low > 0) return 1;
  return high < 0 ? -1 : 0;
}

/** Of all outcomes together: better where some are and none is worse, worse the other way round. */
export function overallVerdict(
  outcomes: readonly { readonly direction: Direction | null; readonly verdict: OutcomeVerdict | null }[],
): OutcomeVerdict | null {
  const verdicts = outcomes.flatMap(({ verdict }) => verdict ?? []);
  if (verdicts.length === 0) return null;
  const [better, worse] = [verdicts.includes('better'), verdicts.includes('worse')];
  if (better === worse) return 'unclear';
  return better ? 'better' : 'worse';
}

/**
 * Why a verdict is unclear, where the interval alone would have told; undefined where it holds 0 or the verdict is
 * clear. `outcomes`: how many the p-value was adjusted for.
 */
export function unclearReason(
  { direction, interval, within }: Judged,
  adjustedP: number | null,
  outcomes: number,
): string | undefined {
  if (direction === null) return undefined;
  const side = sideOf(interval);
  if (side === 0) return undefined;
  if (adjustedP !== null && adjustedP > ALPHA)
    return `adjusted for ${outcomes} outcomes the difference is not clear of 0`;
  if (within !== null && sideOf(within.interval) !== side)
    return 'among people who are alike the difference is not clear of 0';
  return undefined;
}
