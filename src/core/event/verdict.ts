import type { Direction, OutcomeVerdict } from '../outcomes/result.ts';
import { verdictOf } from '../outcomes/verdict.ts';
import type { Change, EventFigures, JudgedFigures } from './result.ts';

/**
 * Better or worse only where three things agree: the change is clear of 0, the placebo is not, and the change is clear of
 * what the placebo would let it be anyway. Without the last, a trend too weak to be seen in the placebo would pass for an
 * effect in one of five studies.
 */
export function judge(
  figures: EventFigures,
  direction: Direction,
  adjustedP: number | null,
  events: number,
): Pick<JudgedFigures, 'verdict' | 'unclearReason'> {
  const of = (change: Change | null, p: number | null = null) =>
    change === null ? 'unclear' : sideOf(change, direction, p);
  const alone = of(figures.change);
  if (alone === 'unclear') return { verdict: 'unclear' };
  const because = (unclearReason: string) => ({ verdict: 'unclear' as const, unclearReason });
  if (figures.placebo === null) return because('there is no placebo to check whether attendees were on another path');
  if (of(figures.placebo) !== 'unclear') {
    return because('attendees were on another path before: the placebo is clear of 0');
  }
  if (of(figures.change, adjustedP) === 'unclear') {
    return because(`adjusted for ${events} events the difference is not clear of 0`);
  }
  if (of(figures.beyondPlacebo) !== alone) return because('the change is not clear of what the placebo shows');
  return { verdict: alone };
}

function sideOf({ difference, interval }: Change, direction: Direction, adjustedP: number | null): OutcomeVerdict {
  return verdictOf({ direction, difference, interval, within: null }, adjustedP) ?? 'unclear';
}
