import { type Period, shift } from '../period.ts';
import type { PanelPerson } from './panel.ts';

/** A person's outcome in one period. */
export interface PanelRowInput {
  /** A digest of the person's id. */
  readonly person: string;
  readonly period: Period;
  /** In the unit of the periods; null for who has not joined. */
  readonly joined: Period | null;
  readonly value: number | undefined;
}

/** A balanced panel, and who is not in it. */
export interface CollectedPanel {
  readonly periods: readonly Period[];
  readonly people: readonly PanelPerson[];
  /** People without an outcome in every period. */
  readonly incomplete: number;
  /** People who had joined by the first period, so that there is nothing to compare with. */
  readonly joinedBefore: number;
  /** Periods between the first and the last in which nobody has a row. */
  readonly holes: readonly Period[];
}

export interface PanelCollector {
  /** What is wrong with a row, with what was known before it. */
  add(row: PanelRowInput): 'repeated' | { readonly joined: Period | null } | undefined;
  finish(): CollectedPanel;
}

interface Person {
  readonly joined: Period | null;
  readonly outcomes: Map<number, number | undefined>;
}

export function panelCollector(): PanelCollector {
  const people = new Map<string, Person>();
  const periods = new Map<number, Period>();
  return {
    add({ person, period, joined, value }) {
      const own = people.get(person) ?? { joined, outcomes: new Map() };
      people.set(person, own);
      if (own.joined?.index !== joined?.index) return { joined: own.joined };
      if (own.outcomes.has(period.index)) return 'repeated';
      own.outcomes.set(period.index, value);
      periods.set(period.index, period);
      return undefined;
    },
    finish: () => finish([...people.values()], periods),
  };
}

function finish(people: readonly Person[], seen: ReadonlyMap<number, Period>): CollectedPanel {
  const [first, ...others] = [...seen.values()].sort((a, b) => a.index - b.index);
  if (first === undefined) return { periods: [], people: [], incomplete: 0, joinedBefore: 0, holes: [] };
  const length = (others.at(-1) ?? first).index - first.index + 1;
  const periods = Array.from({ length }, (_, at) => shift(first, at));
  const place = (joined: Period | null) => {
    const at = joined === null ? length : joined.index - first.index;
    return at >= length ? null : at;
  };
  const outcomesOf = (own: Person) => periods.map(({ index }) => own.outcomes.get(index));
  const placed = people.map((own) => ({ joined: place(own.joined), outcomes: outcomesOf(own) }));
  const whole = placed.filter(({ outcomes }) => outcomes.every((value) => value !== undefined));
  const compared = whole.filter(({ joined }) => joined === null || joined > 0);
  return {
    periods,
    people: compared as readonly PanelPerson[],
    incomplete: placed.length - whole.length,
    joinedBefore: whole.length - compared.length,
    holes: periods.filter(({ index }) => !seen.has(index)),
  };
}
