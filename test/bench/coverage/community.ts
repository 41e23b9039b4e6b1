import { createHash } from 'node:crypto';
import { COHORTS } from '../../../src/core/cohort.ts';
import { GROUPS } from '../../../src/core/groups.ts';
import { COHORT_OF, type Plan } from './plan.ts';
import type { Random } from './random.ts';

/** What the files of a community would show, by `cellOf(period, cohort, group)`. */
export interface Sums {
  readonly periods: number;
  readonly people: Int32Array;
  readonly cents: Float64Array;
  /** Sums of squared cents. */
  readonly squares: Float64Array;
}

export function cellOf(at: number, cohort: number, group: number): number {
  return (at * COHORTS.length + cohort) * GROUPS + group;
}

const IDS = 1 << 16;
/** The group of each person id, as the program reads it: the first two hexadecimal digits of its md5. */
const GROUP_OF = Uint8Array.from({ length: IDS }, (_, id) => createHash('md5').update(`p${id}`).digest()[0]!);

/** Lives a plan with `size` people: each moves between cohorts, and buys or does not, period by period. */
export function live(plan: Plan, size: number, random: Random): Sums {
  const { season, spending } = plan;
  const cells = cellOf(season.length, 0, 0);
  const people = new Int32Array(cells);
  const [cents, squares] = [new Float64Array(cells), new Float64Array(cells)];
  const firstId = Math.floor(random() * IDS);
  for (let person = 0; person < size; person++) {
    const group = GROUP_OF[(firstId + person) % IDS]!;
    const life = plan.lives[random() < plan.lives[0].share ? 0 : 1];
    const habit = spending.person(random);
    let state = pick(life.start, random());
    for (let at = 0; at < season.length; at++) {
      if (at > 0) state = pick(life.moves[state]!, random());
      const cohort = COHORT_OF[state]!;
      const cell = cellOf(at, cohort, group);
      people[cell]!++;
      if (random() >= life.buys[cohort]!) continue;
      const paid = Math.round(100 * life.pays[cohort]! * season[at]! * habit * spending.purchase(random));
      cents[cell]! += paid;
      squares[cell]! += paid * paid;
    }
  }
  return { periods: season.length, people, cents, squares };
}

/** The outcome that a number between 0 and 1 falls on. */
function pick(probabilities: readonly number[], at: number): number {
  let [last, sum] = [0, 0];
  for (let outcome = 0; outcome < probabilities.length; outcome++) {
    const probability = probabilities[outcome]!;
    if (probability === 0) continue;
    last = outcome;
    sum += probability;
    if (at < sum) return outcome;
  }
  return last;
}
