import { COHORTS } from '../../../src/core/cohort.ts';
import { COHORT_OF, type Plan } from './plan.ts';

/** By period and cohort: the mean spending per person that the plan leads one to expect. */
export type Means = readonly (readonly number[])[];

/**
 * E[spending | in this cohort in this period], over the types of people who are in it by then: the probabilities of the
 * states are carried from period to period, so that the means are exact and not themselves simulated.
 */
export function expectedMeans({ lives, season }: Plan): Means {
  let states = lives.map(({ start, share }) => start.map((probability) => share * probability));
  return season.map((factor, at) => {
    if (at > 0) states = states.map((from, type) => moved(from, lives[type]!.moves));
    const [people, spent] = [COHORTS.map(() => 0), COHORTS.map(() => 0)];
    states.forEach((probabilities, type) => {
      const { buys, pays } = lives[type]!;
      probabilities.forEach((probability, state) => {
        const cohort = COHORT_OF[state]!;
        people[cohort]! += probability;
        spent[cohort]! += probability * buys[cohort]! * pays[cohort]! * factor;
      });
    });
    return people.map((share, cohort) => spent[cohort]! / share);
  });
}

function moved(from: readonly number[], moves: readonly (readonly number[])[]): number[] {
  return from.map((_, to) => from.reduce((sum, probability, state) => sum + probability * moves[state]![to]!, 0));
}

/**
 * The return that the formula gives with the expected means in place of the observed ones. People are counted, not
 * estimated, so `people` (by period and cohort) are those who are really there.
 */
export function trueReturn(means: Means, people: Means, baseline: 'first' | 'all', margin: number): number {
  const gap = (at: number) => means[at]![1]! - means[at]![0]!;
  const yardstick = baseline === 'first' ? [0] : people.map((_, at) => at);
  const newcomers = yardstick.reduce((sum, at) => sum + people[at]![1]!, 0);
  const before = yardstick.reduce((sum, at) => sum + people[at]![1]! * gap(at), 0) / newcomers;
  let total = 0;
  people.forEach((here, at) => {
    for (const cohort of [2, 3]) total += here[cohort]! * (means[at]![cohort]! - means[at]![0]! - before);
  });
  return margin * total;
}
