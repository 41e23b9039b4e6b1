import { smallestDetectable } from '../../stats/estimate.ts';
import { jackknifeAll } from '../../stats/jackknife.ts';
import { tTwoSided } from '../../stats/student.ts';
import { isUnknown, type Unknown, unknown } from '../../stats/unknown.ts';
import { GROUPS } from '../groups.ts';
import { LEVEL } from '../input.ts';
import type { Levels } from './collect.ts';
import type { WithinPerson } from './result.ts';

/** What somebody's level and outcome changed by from one period of the file to the next. */
interface Change {
  readonly group: number;
  readonly step: number;
  readonly level: number;
  readonly value: number;
}

/**
 * Change of the outcome for each level more within the same person: the least-squares slope of changes on changes from
 * period to period, net of what everybody changed by in that step, with the delete-a-group jackknife, so that a person
 * who is seen many times counts as one. With two periods R: lm(diff(y) ~ diff(level)).
 */
export function withinPerson(levels: Levels, outcome: number, lag: number, minPeople: number): WithinPerson | Unknown {
  if (levels.periods.length < 2) return unknown('it takes two periods of the same people');
  const { changes, people, changed } = changesOf(levels, outcome, lag);
  if (people === 0) return unknown('nobody has the outcome and the level in two neighbouring periods');
  if (changed === 0) return unknown("nobody's level changed");
  if (people < minPeople) return unknown(`fewer than ${minPeople} people have both in two neighbouring periods`);
  const steps = levels.periods.length;
  const parts = sumsByGroup(centred(changes, steps), steps);
  const whole = slopeOf(parts.total);
  const groups = [...parts.byGroup.values()];
  const [estimate = whole] = jackknifeAll(
    [whole],
    groups.map((own) => [slopeOf(parts.total.map((sum, at) => minus(sum, own[at]!)))]),
    LEVEL,
  );
  if (isUnknown(whole)) return whole;
  if (isUnknown(estimate) || typeof estimate === 'number' || estimate.se === 0) {
    return {
      slope: { value: whole, level: LEVEL, interval: null, p: null, detectable: null, method: 'jackknife' },
      people,
      changed,
    };
  }
  const { interval, se, df } = estimate;
  const slope = {
    value: whole,
    level: LEVEL,
    interval: [interval[0], interval[1]] as const,
    p: tTwoSided(whole / se, df),
    detectable: smallestDetectable(se),
    method: 'jackknife' as const,
  };
  return { slope, people, changed };
}

function changesOf(
  { people }: Levels,
  outcome: number,
  lag: number,
): { changes: Change[]; people: number; changed: number } {
  const changes: Change[] = [];
  let [seen, changed] = [0, 0];
  for (const [person, sightings] of people) {
    const before = changes.length;
    for (let step = lag + 1; step < sightings.length; step++) {
      const [to, from] = [sightings[step]?.values[outcome], sightings[step - 1]?.values[outcome]];
      const [high, low] = [sightings[step - lag]?.level, sightings[step - lag - 1]?.level];
      if (to === undefined || from === undefined || high === undefined || low === undefined) continue;
      changes.push({ group: groupOf(person), step, level: high - low, value: to - from });
    }
    const own = changes.slice(before);
    if (own.length > 0) seen++;
    if (own.some(({ level }) => level !== 0)) changed++;
  }
  return { changes, people: seen, changed };
}

function groupOf(person: string): number {
  return Number.parseInt(person.slice(0, 2), 16) % GROUPS;
}

/** Changes less their mean in each step, so that sums of squares keep their digits. */
function centred(changes: readonly Change[], steps: number): Change[] {
  const means = Array.from({ length: steps }, (_, step) => {
    const own = changes.filter((change) => change.step === step);
    const mean = (value: (change: Change) => number) =>
      own.reduce((sum, change) => sum + value(change), 0) / own.length;
    return { level: mean(({ level }) => level), value: mean(({ value }) => value) };
  });
  return changes.map((change) => {
    const { level, value } = means[change.step]!;
    return { ...change, level: change.level - level, value: change.value - value };
  });
}

/** Sums over the changes of one step. */
interface Sums {
  readonly n: number;
  readonly x: number;
  readonly y: number;
  readonly xx: number;
  readonly xy: number;
}

const NO_SUMS: Sums = { n: 0, x: 0, y: 0, xx: 0, xy: 0 };

function sumsByGroup(changes: readonly Change[], steps: number) {
  const none = () => Array.from({ length: steps }, () => NO_SUMS);
  const total = none();
  const byGroup = new Map<number, Sums[]>();
  for (const { group, step, level, value } of changes) {
    const own = byGroup.get(group) ?? none();
    byGroup.set(group, own);
    const one = { n: 1, x: level, y: value, xx: level * level, xy: level * value };
    own[step] = plus(own[step]!, one);
    total[step] = plus(total[step]!, one);
  }
  return { total, byGroup };
}

const plus = (a: Sums, b: Sums): Sums => ({
  n: a.n + b.n,
  x: a.x + b.x,
  y: a.y + b.y,
  xx: a.xx + b.xx,
  xy: a.xy + b.xy,
});
const minus = (a: Sums, b: Sums): Sums => ({
  n: a.n - b.n,
  x: a.x - b.x,
  y: a.y - b.y,
  xx: a.xx - b.xx,
  xy: a.xy - b.xy,
});

function slopeOf(steps: readonly Sums[]): number | Unknown {
  let [together, spread, scale] = [0, 0, 0];
  for (const { n, x, y, xx, xy } of steps) {
    if (n === 0) continue;
    together += xy - (x * y) / n;
    spread += xx - (x * x) / n;
    scale += xx;
  }
  if (spread <= 1e-12 * scale || spread === 0) return unknown("everybody's level changed by the same");
  return together / spread;
}
