import { calculateEffect } from '../../../src/core/effect/calculate.ts';
import type { EffectResult } from '../../../src/core/effect/result.ts';
import { generator } from '../coverage/random.ts';
import { panelIn, trueEffect, trueSince, type World } from './world.ts';

const EFFECT = { atOnce: 5, perMonth: 1.5 };
const NONE = { atOnce: 0, perMonth: 0 };

const WORLDS: readonly World[] = [
  { name: 'an effect', people: 2000, effect: EFFECT, drift: 0 },
  { name: 'an effect', people: 1000, effect: EFFECT, drift: 0 },
  { name: 'an effect', people: 250, effect: EFFECT, drift: 0 },
  { name: 'better before, no effect', people: 1000, effect: NONE, drift: 0 },
  { name: 'getting better by 1 a month, no effect', people: 2000, effect: NONE, drift: 1 },
  { name: 'getting better by 2 a month, no effect', people: 2000, effect: NONE, drift: 2 },
  { name: 'getting better by 4 a month, no effect', people: 2000, effect: NONE, drift: 4 },
];

/** How often what came out in so many communities. */
interface Counts {
  tries: number;
  covered: number;
  bandCovered: number;
  seenBefore: number;
  intervalBetter: number;
  better: number;
}

/** Simulates, prints the table, and answers whether intervals and verdicts keep their word. */
export function run(communities: number): boolean {
  const rows = WORLDS.map((world, i) => ({ world, counts: countsOf(world, communities, 1000 * (i + 1)) }));
  console.log(
    '| community | people | interval holds the truth | band holds every month | seen before joining | interval alone says better | verdict better |',
  );
  console.log('|---|---|---|---|---|---|---|');
  for (const { world, counts } of rows) {
    const share = (hits: number) => `${((100 * hits) / counts.tries).toFixed(1)}%`;
    const { covered, bandCovered, seenBefore, intervalBetter, better } = counts;
    const drifts = world.drift !== 0;
    const cells = [world.name, String(world.people), drifts ? '–' : share(covered), drifts ? '–' : share(bandCovered)];
    console.log(`| ${[...cells, share(seenBefore), share(intervalBetter), share(better)].join(' | ')} |`);
  }
  return rows.every(({ world, counts }) => keepsItsWord(world, counts));
}

function keepsItsWord({ drift, people, effect }: World, { tries, covered, bandCovered, better }: Counts): boolean {
  const within = (hits: number) => hits / tries >= 0.93 && hits / tries <= 0.97;
  // A drift that can be seen may not be taken for an effect; of one that is small, what cannot be told apart is left.
  if (drift >= 4) return better === 0;
  if (drift > 0) return better / tries <= (drift >= 2 ? 0.03 : 0.12);
  if (effect.atOnce === 0) return better / tries <= 0.05 && within(covered);
  return people < 1000 || (within(covered) && within(bandCovered));
}

function countsOf(world: World, tries: number, seed: number): Counts {
  const counts = { tries, covered: 0, bandCovered: 0, seenBefore: 0, intervalBetter: 0, better: 0 };
  const truth = trueEffect(world);
  for (let i = 0; i < tries; i++) {
    const panel = panelIn(world, generator(seed + i));
    const result = calculateEffect(panel, { comparison: 'never', direction: 'higher', minPeople: 5 });
    const [low, high] = result.effect.interval!;
    if (low <= truth && truth <= high) counts.covered++;
    if (bandHolds(result, world)) counts.bandCovered++;
    if (result.preTrend.passed === false) counts.seenBefore++;
    if (low > 0) counts.intervalBetter++;
    if (result.verdict === 'better') counts.better++;
  }
  return counts;
}

function bandHolds({ sinceJoining }: EffectResult, world: World): boolean {
  return sinceJoining.every(({ since, band }) => {
    const truth = trueSince(world, since);
    return band === null || (band[0] <= truth && truth <= band[1]);
  });
}
