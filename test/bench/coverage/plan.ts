import { between, gamma, logNormal, type Random } from './random.ts';

/**
 * Where a person may be: not joined, in the first, second or third period after joining, lurking, active. By state, the
 * position of its cohort in `COHORTS`.
 */
export const COHORT_OF = [0, 1, 1, 1, 2, 3] as const;

/** How people of one type live: where they start, where they move, how often they buy and what they pay on average. */
export interface Life {
  readonly share: number;
  /** Probability of each state in the first period. */
  readonly start: readonly number[];
  /** Probability of each state (column) after each state (row). */
  readonly moves: readonly (readonly number[])[];
  /** By cohort: the probability that somebody buys in a period. */
  readonly buys: readonly number[];
  /** By cohort: the mean of what a buyer pays in a period. */
  readonly pays: readonly number[];
}

/** A community before chance has had its say. Nothing in it is estimated: expectations follow from it exactly. */
export interface Plan {
  readonly lives: readonly [Life, Life];
  /** By period: what everybody's purchases are multiplied by. */
  readonly season: readonly number[];
  readonly spending: Spending;
  readonly margin: number;
  /** Cost per customer and period. */
  readonly costPerPerson: number;
}

/** Both of mean 1: what a person's purchases are multiplied by for good, and what each purchase is multiplied by. */
export interface Spending {
  readonly person: (random: Random) => number;
  readonly purchase: (random: Random) => number;
}

/** `groceries`: as skewed as what households spend in a shop. `wholesale`: a few customers spend most of it. */
export const SPENDING = {
  groceries: { person: (random) => gamma(random, 3), purchase: (random) => gamma(random, 3) },
  wholesale: { person: (random) => logNormal(random, 1.1), purchase: (random) => logNormal(random, 0.9) },
} satisfies Record<string, Spending>;

/** A plan at random: people who spend more join more readily, and members come and go between lurking and acting. */
export function drawPlan(random: Random, spending: Spending, periods: number): Plan {
  const joins = between(random, 0.01, 0.04);
  const acts = between(random, 0.3, 0.6);
  const stops = between(random, 0.1, 0.3);
  const returns = between(random, 0.05, 0.15);
  const price = between(random, 20, 80);
  const lift = [1, between(random, 1, 1.15), between(random, 1, 1.15), between(random, 1.1, 1.4)];
  const life = (share: number, eager: number, buys: number, pays: number): Life => ({
    share,
    start: startOf(joins * eager, eager),
    moves: movesOf(joins * eager, Math.min(0.9, acts * eager), stops / eager, returns * eager),
    buys: lift.map((factor) => Math.min(0.95, buys * Math.sqrt(factor))),
    pays: lift.map((factor) => price * pays * Math.sqrt(factor)),
  });
  return {
    lives: [life(0.7, 0.9, 0.5, 0.8), life(0.3, 1.25, 0.85, 1.4)],
    season: Array.from({ length: periods }, (_, at) => 1 + 0.15 * Math.sin((2 * Math.PI * at) / 12) + 0.005 * at),
    spending,
    margin: between(random, 0.3, 1),
    costPerPerson: price * between(random, 0.02, 0.1),
  };
}

/** A community that has run for a while: as many people are new as will be in later periods. */
function startOf(joins: number, eager: number): number[] {
  const [fresh, lurker, active] = [0.6 * joins, 0.2, 0.12 * eager];
  return [1 - 3 * fresh - lurker - active, fresh, fresh, fresh, lurker, active];
}

function movesOf(joins: number, acts: number, stops: number, returns: number): number[][] {
  return [
    [1 - joins, joins, 0, 0, 0, 0],
    [0, 0, 1, 0, 0, 0],
    [0, 0, 0, 1, 0, 0],
    [0, 0, 0, 0, 1 - acts, acts],
    [0, 0, 0, 0, 1 - returns, returns],
    [0, 0, 0, 0, stops, 1 - stops],
  ];
}
