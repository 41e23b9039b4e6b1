import type { Bound, Goal } from '../../core/goals/goal.ts';
import type { GoalStatus, InitiativeStatus } from '../../core/goals/judge.ts';
import { formatPeriod } from '../../core/period.ts';
import { period, phrase, text } from '../cells.ts';
import { figureCell, type Measure } from '../figure-at.ts';
import type { Cell, Phrase } from '../report.ts';
import type { Shown } from './facts.ts';

/** What goals and checks have in common. */
export type Bounded = Omit<Shown<Pick<Goal, 'metric' | 'label' | 'bound'>>, 'at'>;

export const STATUS_WORDS: Readonly<Record<GoalStatus | InitiativeStatus, string>> = {
  met: 'met',
  missed: 'missed',
  open: 'still open',
  unknown: 'unknown',
  passed: 'passed',
  failed: 'not passed',
};

export function nameOf({ label, metric }: Pick<Goal, 'label' | 'metric'>): string {
  return label ?? metric;
}

/** What the figure is now; a dash with its reason where that is unknown. */
export function valueCell({ reading, measure }: Bounded): Cell {
  return figureCell(reading.value, measure, reading.value === null ? reading.reason : '');
}

/** `≥ 20.0%` */
export function wantedCell({ bound, measure, by }: Bounded & { readonly by?: Goal['by'] }): Cell {
  const sign = bound.side === 'least' ? '≥ ' : '≤ ';
  const until: Phrase = by === undefined ? [] : [' by ', period(formatPeriod(by))];
  return phrase(sign, boundCell(bound, measure), ...until);
}

/** `at least 20.0%` */
export function boundWords({ side, value }: Bound, measure: Measure): Phrase {
  return [side === 'least' ? 'at least ' : 'at most ', boundCell({ value }, measure)];
}

/** A wanted ROI has no sign: it is no change. */
function boundCell({ value }: Pick<Bound, 'value'>, measure: Measure): Cell {
  return figureCell(value, measure === 'return' ? 'share' : measure);
}

/** Why it does not pass: `latest12.roi is 12.0%, not at least 20.0%`. */
export function missWords(judged: Bounded): Phrase {
  const name = text(nameOf(judged));
  if (judged.reading.value === null) return [name, text(` is unknown: ${judged.reading.reason}`)];
  return [name, ' is ', valueCell(judged), ', not ', ...boundWords(judged.bound, judged.measure)];
}
