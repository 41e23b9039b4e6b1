import { addToMoments, type Moments, mergeMoments, NO_MOMENTS } from '../../stats/moments.ts';
import type { Cohort } from '../cohort.ts';

/** Where a person stands in the comparison: who they are, and what they have in the columns to compare by. */
export interface Place {
  readonly cohort: Cohort;
  /** One label for each column that the report is broken down by. */
  readonly groups: readonly string[];
  /** Labels of the columns within which members and non-members are compared. */
  readonly strata: readonly string[];
  /** The same as one text. */
  readonly stratum: string;
}

/** The people of one place: how many have a value, its mean and its spread. */
export interface SampleCell {
  readonly place: Place;
  readonly moments: Moments;
}

/** Values of one outcome, added up by place: all that the comparison needs. */
export interface Sample {
  readonly cells: readonly SampleCell[];
  /** Every value with the index of its cell, where they were kept for quantiles. */
  readonly values?: Values;
}

export interface Values {
  readonly numbers: readonly number[];
  readonly cells: readonly number[];
}

export interface SampleBuilder {
  add(place: Place, value: number): void;
  sample(): Sample;
}

/** Adds values up by place. Memory grows with the places, and with the values only where they are kept. */
export function sampleBuilder(keepValues = false): SampleBuilder {
  const at = new Map<Place, number>();
  const places: Place[] = [];
  const moments: Moments[] = [];
  const [numbers, cells]: [number[], number[]] = [[], []];
  return {
    add(place, value) {
      let index = at.get(place);
      if (index === undefined) {
        index = places.push(place) - 1;
        at.set(place, index);
        moments.push(NO_MOMENTS);
      }
      moments[index] = addToMoments(moments[index]!, value);
      if (!keepValues) return;
      numbers.push(value);
      cells.push(index);
    },
    sample: () => ({
      cells: places.map((place, index) => ({ place, moments: moments[index]! })),
      ...(keepValues ? { values: { numbers, cells } } : {}),
    }),
  };
}

/** One object for each place, so that places can be told apart by identity. */
export function placeKeeper(): (cohort: Cohort, groups: readonly string[], strata: readonly string[]) => Place {
  const known = new Map<string, Place>();
  return (cohort, groups, strata) => {
    const key = groups.length + strata.length === 0 ? cohort : JSON.stringify([cohort, groups, strata]);
    let place = known.get(key);
    if (place === undefined) {
      place = { cohort, groups, strata, stratum: JSON.stringify(strata) };
      known.set(key, place);
    }
    return place;
  };
}

/** The moments of all places that fit, together. */
export function momentsWhere({ cells }: Sample, fits: (place: Place) => boolean): Moments {
  return cells.reduce((sum, cell) => (fits(cell.place) ? mergeMoments(sum, cell.moments) : sum), NO_MOMENTS);
}
