import type { EffectCell } from './cells.ts';
import { type Estimated, weighted } from './influence.ts';
import type { Panel } from './panel.ts';

/** The mean of cells, weighted by the people of their cohorts; that those are a sample counts as well. */
function byPeople(panel: Panel, cells: readonly EffectCell[]): Estimated {
  return meanByPeople(
    panel,
    cells,
    cells.map(({ cohort }) => cohort),
  );
}

/** The mean of estimates, each weighted by the people of a cohort. */
function meanByPeople(panel: Panel, parts: readonly Estimated[], cohorts: readonly number[]): Estimated {
  const n = panel.cohorts.reduce((sum, { people }) => sum + people, 0);
  const shares = cohorts.map((h) => panel.cohorts[h]!.people / n);
  const all = shares.reduce((sum, share) => sum + share, 0);
  const weights = shares.map((share) => share / all);
  const value = parts.reduce((sum, part, i) => sum + weights[i]! * part.value, 0);
  const influence = weighted(panel, parts, weights);
  // Somebody more in a cohort gives it more weight.
  parts.forEach((part, i) => {
    influence.shifts[cohorts[i]!]! += (part.value - value) / all;
  });
  return { value, influence: () => influence };
}

/** The plain mean of estimates. */
function meanOf(panel: Panel, parts: readonly Estimated[]): Estimated {
  const weights = parts.map(() => 1 / parts.length);
  const value = parts.reduce((sum, part) => sum + part.value / parts.length, 0);
  const influence = weighted(panel, parts, weights);
  return { value, influence: () => influence };
}

/** An aggregate, what it is of, and the cells behind it. */
export interface Slice extends Estimated {
  /** Place of a cohort or period, or periods since joining. */
  readonly at: number;
  readonly cells: readonly EffectCell[];
}

/** Everything that is made of the cells. */
export interface Aggregates {
  /** Over all members and periods from joining on. */
  readonly simple: Estimated;
  /** The mean of the cohorts' own effects, weighted by people. */
  readonly group: Estimated;
  /** The plain mean over the periods since joining. */
  readonly dynamic: Estimated;
  /** The plain mean over the calendar. */
  readonly calendar: Estimated;
  readonly groups: readonly Slice[];
  readonly since: readonly Slice[];
  readonly periods: readonly Slice[];
}

/** The aggregations of Callaway and Sant'Anna (2021), section 3. R: did::aggte. */
export function aggregate(panel: Panel, cells: readonly EffectCell[]): Aggregates {
  const post = cells.filter(({ t, joined }) => t >= joined);
  const slices = (of: readonly EffectCell[], key: (cell: EffectCell) => number, mean: typeof byPeople) =>
    [...new Set(of.map(key))]
      .sort((a, b) => a - b)
      .map((at): Slice => {
        const own = of.filter((cell) => key(cell) === at);
        return { at, cells: own, ...mean(panel, own) };
      });
  const groups = slices(post, ({ cohort }) => cohort, meanOf);
  const since = slices(cells, ({ t, joined }) => t - joined, byPeople);
  const periods = slices(post, ({ t }) => t, byPeople);
  return {
    simple: byPeople(panel, post),
    group: meanByPeople(
      panel,
      groups,
      groups.map(({ at }) => at),
    ),
    dynamic: meanOf(
      panel,
      since.filter(({ at }) => at >= 0),
    ),
    calendar: meanOf(panel, periods),
    groups,
    since,
    periods,
  };
}
