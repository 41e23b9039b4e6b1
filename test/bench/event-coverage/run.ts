import { calculateEvent, type EventMethod } from '../../../src/core/event/calculate.ts';
import { generator } from '../coverage/random.ts';
import { sumsOf, type World } from './world.ts';

const METHOD: EventMethod = {
  days: 45,
  outcome: 'amount',
  population: 'known',
  clean: false,
  direction: 'higher',
  minPeople: 5,
};

const world = (name: string, attendees: number, truth: Partial<World>): World => ({
  name,
  attendees,
  others: 800,
  ahead: 1.5,
  drift: 0,
  effect: 0,
  ...truth,
});

const SIZES = [50, 150, 500, 1500];
const WORLDS: readonly World[] = [
  ...SIZES.map((n) => world('ahead before, no effect', n, {})),
  ...SIZES.flatMap((n) =>
    [0.05, 0.15, 0.3].map((drift) => world(`getting better by ${drift}, no effect`, n, { drift })),
  ),
  ...SIZES.map((n) => world('an effect of 0.3', n, { effect: 0.3 })),
  world('an effect of 0.3, 60 to compare with', 500, { effect: 0.3, others: 60 }),
  world('getting better by 0.15, and an effect of 0.3', 500, { drift: 0.15, effect: 0.3 }),
];

/** From so many attendees on an interval has to keep its word. */
const ENOUGH = 150;
/** Of 100 studies of an event that does nothing, a level of 95% lets so many be called better by chance. */
const BY_CHANCE = 0.025;

/** Tries every world; false where an interval or a verdict breaks its word. */
export function run(communities: number): boolean {
  console.log(
    '| what is true | attendees | interval holds it | placebo clear of 0 | better | better without the third condition |',
  );
  console.log('| --- | --: | --: | --: | --: | --: |');
  return WORLDS.map((own, seed) => keepsItsWord(own, seed, communities)).every((kept) => kept);
}

function keepsItsWord(own: World, seed: number, communities: number): boolean {
  const random = generator(1000 + seed);
  let [held, seen, better, naive] = [0, 0, 0, 0];
  for (let i = 0; i < communities; i++) {
    const { sums, truth } = sumsOf(own, random);
    const { pooled, verdict } = calculateEvent(sums, METHOD);
    const [low, high] = pooled.change!.interval!.difference;
    const [placeboLow, placeboHigh] = pooled.placebo!.interval!.difference;
    const isSeen = placeboLow > 0 || placeboHigh < 0;
    if (low <= truth && truth <= high) held++;
    if (isSeen) seen++;
    if (verdict === 'better') better++;
    if (low > 0 && !isSeen) naive++;
  }
  const share = (count: number) => `${((100 * count) / communities).toFixed(1)}%`;
  console.log(`| ${[own.name, own.attendees, ...[held, seen, better, naive].map(share)].join(' | ')} |`);
  const noise = 2 * Math.sqrt((BY_CHANCE * (1 - BY_CHANCE)) / communities);
  const holds = own.attendees < ENOUGH || Math.abs(held / communities - 0.95) <= 0.02;
  return holds && (own.effect > 0 || better / communities <= BY_CHANCE + noise);
}
