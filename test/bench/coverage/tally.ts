import type { Hit, Trial } from './trial.ts';

/** How often the true ROI lay where, over some communities. */
export type Hits = Readonly<Record<Hit, number>>;

/** The communities whose smallest cohort has `from` people or more, up to the next row. */
export interface Row {
  readonly from: number;
  readonly to: number;
  readonly communities: number;
  readonly first: Hits;
  readonly all: Hits;
  readonly closedForm: Hits;
}

const STEPS = [0, 10, 20, 50, 100, 200, 500];
/** From this many people in the smallest cohort on, the interval is held to its word. */
const ENOUGH = 50;

/** One row per size of the smallest cohort, and a last one for every community with enough people. */
export function tally(trials: readonly Trial[]): Row[] {
  const rows = STEPS.map((from, i) => rowOf(trials, from, STEPS[i + 1] ?? Number.POSITIVE_INFINITY));
  return [...rows, rowOf(trials, ENOUGH, Number.POSITIVE_INFINITY)];
}

function rowOf(trials: readonly Trial[], from: number, to: number): Row {
  const own = trials.filter(({ smallest }) => smallest >= from && smallest < to);
  const hits = (of: (trial: Trial) => Hit): Hits => {
    const count = { in: 0, below: 0, above: 0, none: 0 };
    for (const trial of own) count[of(trial)]++;
    return count;
  };
  const [first, all] = [hits((trial) => trial.first), hits((trial) => trial.all)];
  return { from, to, communities: own.length, first, all, closedForm: hits((trial) => trial.closedForm) };
}

/** The share of the intervals that hold the truth. */
export function coverage({ in: held, below, above }: Hits): number {
  return held / (held + below + above);
}
