import { normalTwoSided } from './normal.ts';
import type { Count } from './proportions.ts';
import { type Unknown, unknown } from './unknown.ts';

/** How many of the people at one level of a dose something happened to. */
export interface LevelCount extends Count {
  /** The dose: number of groups, hours … */
  readonly level: number;
}

export interface ShareTrend {
  /** Signed root of `chiSquared`: above 0 where shares rise with the level. */
  readonly z: number;
  /** χ² with one degree of freedom. */
  readonly chiSquared: number;
  /** Two-sided p-value of no trend. */
  readonly p: number;
}

/**
 * The Cochran–Armitage test: whether a share rises or falls along the levels of a dose. For samples in which each level
 * expects some events. Unknown where there is only one level, or it happened to everybody or nobody.
 * R: prop.trend.test(events, n, score = level). Source: W. G. Cochran (1954), P. Armitage (1955).
 */
export function shareTrend(levels: readonly LevelCount[]): ShareTrend | Unknown {
  const counted = levels.filter(({ n }) => n > 0);
  if (new Set(counted.map(({ level }) => level)).size < 2) return unknown('everybody is at the same level');
  const people = counted.reduce((sum, { n }) => sum + n, 0);
  const events = counted.reduce((sum, count) => sum + count.events, 0);
  if (events === 0) return unknown('it happened to nobody');
  if (events === people) return unknown('it happened to everybody');
  const share = events / people;
  const centre = counted.reduce((sum, { n, level }) => sum + n * level, 0) / people;
  const excess = counted.reduce((sum, count) => sum + (count.events - count.n * share) * (count.level - centre), 0);
  const spread = counted.reduce((sum, { n, level }) => sum + n * (level - centre) ** 2, 0);
  const z = excess / Math.sqrt(share * (1 - share) * spread);
  return { z, chiSquared: z * z, p: normalTwoSided(z) };
}
