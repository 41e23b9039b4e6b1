import { smallestDetectable, studentEstimate } from '../../stats/estimate.ts';
import { jackknife } from '../../stats/jackknife.ts';
import { tTwoSided } from '../../stats/student.ts';
import { isUnknown, type Unknown, unknown } from '../../stats/unknown.ts';
import { LEVEL } from '../input.ts';
import { known } from '../known.ts';
import { type EventPlan, partsOf } from './plan.ts';
import type { Change, EventFigures, EventWindow, WindowLevels } from './result.ts';
import { type Around, type Attendees, groupsOf, meansWithout, type PartMeans } from './spending.ts';

const peopleOf = (attendees: Attendees) => [...attendees.values()].reduce((sum, { people }) => sum + people, 0);

/** Some attendees beside those who never attended: the means of everybody, and without one group after the other. */
export interface Study {
  readonly whole: PartMeans;
  readonly replicates: readonly PartMeans[] | Unknown;
  /** Groups that hold somebody, on the side that has fewer of them. */
  readonly groups: number;
}

/** Undefined where fewer people attended than may be shown. */
export function studyOf(
  attendees: Attendees,
  others: readonly Around[],
  parts: number,
  minPeople: number,
): Study | undefined {
  if (peopleOf(attendees) < minPeople) return undefined;
  const whole = meansWithout(-1, attendees, others, parts);
  if (whole === undefined) return undefined;
  const compared = [...attendees.keys()].map((at) => others[at]!);
  const [own, other] = [groupsOf(attendees.values()), groupsOf(compared)];
  const replicates: PartMeans[] = [];
  const groups = Math.min(own.size, other.size);
  if (own.size < 2) return { whole, replicates: unknown('all attendees fall into one group'), groups };
  for (const group of [...new Set([...own, ...other])].sort((a, b) => a - b)) {
    const means = meansWithout(group, attendees, others, parts);
    if (means === undefined) {
      const reason = 'too few people: on a date, one group of them is all who never attended';
      return { whole, replicates: unknown(reason), groups };
    }
    replicates.push(means);
  }
  return { whole, replicates, groups };
}

type ChangeInterval = NonNullable<Change['interval']>;
type Levels = NonNullable<EventFigures['levels']>;

/** A number that follows from means. */
export type Contrast = (means: PartMeans) => number;

/**
 * A contrast with its interval: the delete-a-group jackknife, with the degrees of freedom of the side that fills fewer
 * groups, since eight attendees tell no more of their spread for being compared with thousands.
 */
export function changeOf(contrast: Contrast, { whole, replicates, groups }: Study): Change {
  const difference = contrast(whole);
  const estimate = isUnknown(replicates) ? replicates : jackknife(difference, replicates.map(contrast), LEVEL);
  if (isUnknown(estimate))
    return { difference, ...known<'interval', ChangeInterval>('interval', estimate), p: null, detectable: null };
  const noise = 100 * Number.EPSILON * Math.max(...whole.attendees.map(Math.abs), ...whole.others.map(Math.abs));
  if (estimate.se <= noise) {
    const same = unknown('everybody changed by the same');
    return { difference, ...known<'interval', ChangeInterval>('interval', same), p: null, detectable: null };
  }
  const { se, interval } = studentEstimate(difference, estimate.se, groups - 1, LEVEL);
  return {
    difference,
    interval: { level: LEVEL, difference: [interval[0], interval[1]], method: 'jackknife' },
    p: tTwoSided(difference / se, groups - 1),
    detectable: smallestDetectable(se),
  };
}

/** The windows of a plan; the placebo's is null where the plan has none. */
export function windowsOf({ days, lead }: EventPlan): {
  readonly placebo: EventWindow | null;
  readonly before: EventWindow;
  readonly after: EventWindow;
} {
  return {
    placebo: lead > days ? { from: -2 * days, to: -days - 1 } : null,
    before: { from: -days, to: -1 },
    after: { from: 0, to: days - 1 },
  };
}

/** What is spent in a window, from what is spent in its parts. */
export function windowMean(plan: EventPlan, { from, to }: EventWindow): (means: Float64Array) => number {
  const parts = partsOf(plan, from, to);
  return (means) => parts.reduce((sum, part) => sum + means[part]!, 0);
}

const NO_PLACEBO = 'no date has the days of a third window before it in the data';

/** What some attendees changed by, beyond those who never attended. */
export function figuresOf(
  byDate: Attendees,
  others: readonly Around[],
  plan: EventPlan,
  minPeople: number,
): EventFigures {
  const study = studyOf(byDate, others, plan.edges.length - 1, minPeople);
  const attendees = peopleOf(byDate);
  const compared = [...byDate.keys()].map((at) => others[at]!.people);
  const counts = {
    attendees,
    again: [...byDate.values()].reduce((sum, { again }) => sum + again, 0),
    dates: byDate.size,
    neverAttended: compared.length === 0 ? null : ([Math.min(...compared), Math.max(...compared)] as const),
  };
  if (study === undefined) return { ...counts, ...hidden(attendees, minPeople) };
  const { placebo, before, after } = windowsOf(plan);
  const [beforeOf, afterOf] = [windowMean(plan, before), windowMean(plan, after)];
  const placeboOf = placebo === null ? undefined : windowMean(plan, placebo);
  const levels = (means: Float64Array): WindowLevels => ({
    placebo: placeboOf?.(means) ?? null,
    before: beforeOf(means),
    after: afterOf(means),
  });
  const change: Contrast = ({ attendees: a, others: o }) => afterOf(a) - beforeOf(a) - (afterOf(o) - beforeOf(o));
  const shown = {
    ...counts,
    levels: { attendees: levels(study.whole.attendees), neverAttended: levels(study.whole.others) },
    change: changeOf(change, study),
  };
  if (placeboOf === undefined) {
    const none: Change | Unknown = unknown(NO_PLACEBO);
    return {
      ...shown,
      ...known<'placebo', Change>('placebo', none),
      ...known<'beyondPlacebo', Change>('beyondPlacebo', none),
    };
  }
  const earlier: Contrast = ({ attendees: a, others: o }) => beforeOf(a) - placeboOf(a) - (beforeOf(o) - placeboOf(o));
  const beyond: Contrast = (means) => change(means) - earlier(means);
  return { ...shown, placebo: changeOf(earlier, study), beyondPlacebo: changeOf(beyond, study) };
}

/** Why nothing is shown. */
function hidden(
  attendees: number,
  minPeople: number,
): Pick<EventFigures, 'levels' | 'change' | 'placebo' | 'beyondPlacebo'> {
  const why =
    attendees === 0 ? 'nobody who attended can be compared' : `fewer than ${minPeople} attendees are not shown`;
  const reason = unknown(why);
  return {
    ...known<'levels', Levels>('levels', reason),
    ...known<'change', Change>('change', reason),
    ...known<'placebo', Change>('placebo', reason),
    ...known<'beyondPlacebo', Change>('beyondPlacebo', reason),
  };
}
