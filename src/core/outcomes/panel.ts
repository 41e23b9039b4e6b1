import type { Cohort } from '../cohort.ts';
import { formatPeriod, type Period } from '../period.ts';
import { type Collected, type Measured, type MeasuredChange, noPeople, type Transition } from './measured.ts';
import type { CollectOptions } from './options.ts';
import { comparedPeriods } from './periods.ts';
import { type Place, type Sample, sampleBuilder } from './sample.ts';
import { startingPoints } from './starting-points.ts';

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
      const ends: Pair = [chosen(before, inOrder[0]!), chosen(after, inOrder.at(-1)!)];
      const known = inOrder.map((wave) => cohortsWith(wave, outcomes));
      const pairs = Array.from({ length: outcomes }, (_, at): Pair => {
        const own = inOrder.map((wave, i) => ({ period: wave.period, cohorts: known[i]![at]! }));
        const [from, to] = comparedPeriods(own, options);
        return [chosen(from, ends[0]), chosen(to, ends[1])];
      });
      const measured = pairs.map(([first, last], at) =>
        first === last
          ? gapOf(last, at, options, before === undefined ? inOrder[0] : first)
          : changeOf(first, last, at, options),
      );
      const [first, end] = pairs[measured.findIndex(({ estimate }) => estimate === 'change')] ?? ends;
      const last = pairs.map(([, to]) => to).reduce(laterOf, pairs[0]?.[1] ?? ends[1]);
      const people = noPeople();
      for (const { place } of last.people.values()) people[place.cohort]++;
      return {
        periods: inOrder.map(({ period }) => formatPeriod(period)),
        people,
        answered: [...last.people.values()].filter(hasValue).length,
        measured,
        transitions: first === end ? null : transitions(first, end),
      };
    },
  };
}

type Pair = readonly [first: Wave, last: Wave];

const laterOf = (a: Wave, b: Wave) => (b.period.index > a.period.index ? b : a);

/** For each outcome the cohorts of those who have a value in this period. */
function cohortsWith({ people }: Wave, outcomes: number): Set<Cohort>[] {
  const known = Array.from({ length: outcomes }, () => new Set<Cohort>());
  for (const { place, values } of people.values()) {
    for (let at = 0; at < outcomes; at++) if (values[at] !== undefined) known[at]!.add(place.cohort);
  }
  return known;
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
  const place = sharedPlaces();
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
    const own = place({ ...then.place, cohort: now.place.cohort });
    starts.see(own.strata, from);
    changes.add(own, to - from);
    before.add(own, from);
    after.add(own, to);
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
