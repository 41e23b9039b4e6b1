import { formatPeriod, type Period } from '../period.ts';

/** A person's level, in a period or without one, and the outcomes that go with it. */
export interface LevelRowInput {
  /** A digest of the person's id, whose first two digits are their jackknife group. */
  readonly person: string;
  readonly period?: Period;
  readonly level: number;
  readonly values: readonly (number | undefined)[];
}

/** Somebody's level and outcome in one period. */
export interface Sighting {
  readonly level: number;
  readonly values: readonly (number | undefined)[];
}

/** Everybody's levels: rank correlation needs each of them, so memory grows with the people. */
export interface Levels {
  readonly periods: readonly string[];
  /** By person, one entry for each period in order; undefined where they were not seen. */
  readonly people: ReadonlyMap<string, readonly (Sighting | undefined)[]>;
}

export interface LevelCollector {
  /** False where the person has a row in this period already. */
  add(row: LevelRowInput): boolean;
  finish(): Levels;
}

export function levelCollector(): LevelCollector {
  const people = new Map<string, Map<number, Sighting>>();
  const periods = new Map<number, Period>();
  return {
    add({ person, period, level, values }) {
      const own = people.get(person) ?? new Map<number, Sighting>();
      people.set(person, own);
      const key = period?.index ?? 0;
      if (own.has(key)) return false;
      if (period !== undefined) periods.set(key, period);
      own.set(key, { level, values });
      return true;
    },
    finish() {
      const inOrder = [...periods.values()].sort((a, b) => a.index - b.index);
      const keys = inOrder.length === 0 ? [0] : inOrder.map(({ index }) => index);
      const seen = new Map([...people].map(([person, own]) => [person, keys.map((key) => own.get(key))] as const));
      return { periods: inOrder.map(formatPeriod), people: seen };
    },
  };
}
