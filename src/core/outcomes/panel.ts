import { formatPeriod, type Period } from '../period.ts';
import { type Collected, type Measured, type MeasuredChange, noPeople, type Transition } from './measured.ts';
import type { CollectOptions } from './options.ts';
import { type Place, type Sample, sampleBuilder } from './sample.ts';

/** A person in one period. */
export interface PanelPerson {
  readonly place: Place;
  readonly values: readonly (number | undefined)[];
}

interface Wave {
  readonly period: Period;
  readonly people: Map<string, PanelPerson>;
}

export interface Panel {
  /** Periods seen so far. */
  size(): number;
  /** False where the person has a row in this period already. */
  add(person: string, period: Period, row: PanelPerson): boolean;
  finish(outcomes: number): Omit<Collected, 'counts' | 'rows'>;
}

/** People by period. Where both periods are chosen, the people of no other are remembered. */
export function panel(options: CollectOptions): Panel {
  const waves = new Map<number, Wave>();
  const { before, after } = options;
  const isWanted = ({ index }: Period) => !(before && after) || index === before.index || index === after.index;
  return {
    size: () => waves.size,
    add(person, period, row) {
      const wave = waves.get(period.index) ?? { period, people: new Map() };
      waves.set(period.index, wave);
      if (wave.people.has(person)) return false;
      if (isWanted(period)) wave.people.set(person, row);
      return true;
    },
    finish(outcomes) {
      const inOrder = [...waves.values()].sort((a, b) => a.period.index - b.period.index);
      const chosen = (choice: Period | undefined, otherwise: Wave) =>
        choice === undefined ? otherwise : (waves.get(choice.index) ?? otherwise);
      const [first, last] = [chosen(before, inOrder[0]!), chosen(after, inOrder.at(-1)!)];
      const periods = inOrder.map(({ period }) => formatPeriod(period));
      const people = noPeople();
      for (const { place } of last.people.values()) people[place.cohort]++;
      const answered = [...last.people.values()].filter(hasValue).length;
      const all = Array.from({ length: outcomes }, (_, at) => at);
      const isOne = first === last;
      return {
        periods,
        people,
        answered,
        measured: all.map((at) => (isOne ? gapOf(last, at, options) : changeOf(first, last, at, options))),
        transitions: isOne ? null : transitions(first, last),
      };
    },
  };
}

const hasValue = ({ values }: PanelPerson) => values.some((value) => value !== undefined);

/** The one period that has the outcome. People are compared by what they had in the earlier period, where they are in it. */
function gapOf(wave: Wave, at: number, { keepValues }: CollectOptions, earlier = wave): Measured {
  const builder = sampleBuilder(keepValues);
  const missing = noPeople();
  const shared = sharedPlaces();
  for (const [person, { place, values }] of wave.people) {
    const value = values[at];
    const then = earlier.people.get(person)?.place ?? place;
    if (value === undefined) missing[place.cohort]++;
    else builder.add(shared({ ...then, cohort: place.cohort }), value);
  }
  const to = formatPeriod(wave.period);
  return { estimate: 'gap', to, sample: builder.sample(), missing, hasSpread: true };
}

/**
 * What each person of both periods changed by. Cohort is that of the later period, what they are compared by that of
 * the earlier one. An outcome that nobody has in both is compared in the one period that has it.
 */
function changeOf(first: Wave, last: Wave, at: number, options: CollectOptions): Measured {
  const [changes, before, after] = [sampleBuilder(options.keepValues), sampleBuilder(), sampleBuilder()];
  const missing = noPeople();
  const starts = startingPoints(options.within);
  let changed = 0;
  for (const [person, now] of last.people) {
    const then = first.people.get(person);
    if (then === undefined) continue;
    const [from, to] = [then.values[at], now.values[at]];
    if (from === undefined || to === undefined) {
      missing[now.place.cohort]++;
      continue;
    }
    changed++;
    const place = { ...then.place, cohort: now.place.cohort };
    const shared = starts.see(place, from);
    changes.add(shared, to - from);
    before.add(shared, from);
    after.add(shared, to);
  }
  if (changed === 0) return gapOf(hasOutcome(last, at) ? last : first, at, options, first);
  const samples: Record<'sample' | 'before' | 'after', Sample> = {
    sample: changes.sample(),
    before: before.sample(),
    after: after.sample(),
  };
  const [from, to] = [formatPeriod(first.period), formatPeriod(last.period)];
  return {
    estimate: 'change',
    from,
    to,
    ...samples,
    missing,
    hasSpread: true,
    startsFrom: starts.columns(),
  } satisfies MeasuredChange;
}

const hasOutcome = ({ people }: Wave, at: number) =>
  [...people.values()].some(({ values }) => values[at] !== undefined);

/** One object for equal places. */
function sharedPlaces(): (place: Place) => Place {
  const known = new Map<string, Place>();
  return (place) => {
    const key = JSON.stringify([place.cohort, place.groups, place.stratum]);
    const own = known.get(key) ?? place;
    known.set(key, own);
    return own;
  };
}

/** Finds columns to compare within that repeat what each person began with. */
function startingPoints(within: readonly string[]) {
  const shared = sharedPlaces();
  const repeats = within.map(() => true);
  const seen = new Set<number>();
  return {
    /** The place as one object, and whether its labels are the starting value. */
    see(place: Place, start: number): Place {
      if (seen.size < 2) seen.add(start);
      place.strata.forEach((label, i) => {
        if (repeats[i] && Number(label) !== start) repeats[i] = false;
      });
      return shared(place);
    },
    columns: () => (seen.size < 2 ? [] : within.filter((_, i) => repeats[i])),
  };
}

/** Who was where in both periods, and who is in one of them alone. */
function transitions(first: Wave, last: Wave): Transition[] {
  const counts = new Map<string, Transition>();
  const count = (before: Transition['before'], after: Transition['after']) => {
    const key = `${before}|${after}`;
    counts.set(key, { before, after, people: (counts.get(key)?.people ?? 0) + 1 });
  };
  for (const [person, { place }] of first.people) count(place.cohort, last.people.get(person)?.place.cohort ?? null);
  for (const [person, { place }] of last.people) if (!first.people.has(person)) count(null, place.cohort);
  return [...counts.values()];
}
