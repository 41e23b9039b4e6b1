import type { Direction } from '../outcomes/result.ts';
import type { EffectFigure, EffectResult, EffectSensitivity, PreTrend } from './result.ts';

type Judged = Pick<EffectResult, 'verdict' | 'unclearReason'>;

/**
 * Better or worse only where the interval lies on one side of 0, trends before joining could be tested and the tests do
 * not speak against it, and the drift before joining, carried on, would not take the interval to 0; null where nobody said which way is
 * good. The last is for a drift that is too small to be told from none, and still adds up.
 */
export function effectVerdict(
  { interval }: EffectFigure,
  direction: Direction | null,
  { passed, drift }: Pick<PreTrend, 'passed' | 'drift'>,
  sensitivity: Pick<EffectSensitivity, 'steps'> | null,
): Judged {
  if (direction === null) return { verdict: null };
  const [low, high] = interval ?? [0, 0];
  const side = low > 0 ? 1 : high < 0 ? -1 : 0;
  if (side === 0) return { verdict: 'unclear' };
  if (passed === false) {
    return { verdict: 'unclear', unclearReason: 'those who joined were on another course before they joined' };
  }
  if (passed === null) {
    return { verdict: 'unclear', unclearReason: 'whether they were on the same course before cannot be tested' };
  }
  const carried = (drift.value ?? 0) * (sensitivity?.steps ?? 0) * side;
  if (carried >= (side > 0 ? low : -high)) {
    return { verdict: 'unclear', unclearReason: 'their drift before joining, carried on, could account for it' };
  }
  return { verdict: (direction === 'higher') === side > 0 ? 'better' : 'worse' };
}
