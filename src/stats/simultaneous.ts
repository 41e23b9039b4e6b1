import { cholesky } from './cholesky.ts';
import { normalCritical } from './normal.ts';
import { fillNormal, uniform } from './random.ts';

/** Enough that the answer is known to about 0.01. */
const DRAWS = 40_000;
/** Draws × entries of the triangle that may be computed; beyond it there are fewer draws. */
const MOST_WORK = 60_000_000;
const FEWEST_DRAWS = 4000;
const SEED = 20_210_301;

/**
 * How many standard errors a band reaches to either side that holds all of several jointly normal estimates at once with
 * probability `level`: the quantile of the largest |z|, by simulation from their covariance with a fixed seed, so that
 * the same estimates always get the same band. To three decimals; between the value for one estimate and Bonferroni's.
 * R: mvtnorm::qmvnorm(level, tail = "both.tails", corr = r). Source: J. L. Montiel Olea and M. Plagborg-Møller (2019).
 */
export function simultaneousCritical(covariance: readonly ArrayLike<number>[], level: number): number {
  const varying = covariance.flatMap((row, i) => (row[i]! > 0 ? [i] : []));
  const single = normalCritical(level);
  if (varying.length < 2) return single;
  const correlation = varying.map((i) =>
    Float64Array.from(varying, (j) => covariance[i]![j]! / Math.sqrt(covariance[i]![i]! * covariance[j]![j]!)),
  );
  const simulated = quantileOfLargest(correlation, level);
  const bonferroni = normalCritical(1 - (1 - level) / varying.length);
  return Math.min(bonferroni, Math.max(single, Math.round(simulated * 1000) / 1000));
}

function quantileOfLargest(correlation: readonly Float64Array[], level: number): number {
  const { size, lower } = cholesky(correlation);
  const work = (size * (size + 1)) / 2;
  const draws = Math.max(FEWEST_DRAWS, Math.min(DRAWS, Math.floor(MOST_WORK / work)));
  const next = uniform(SEED);
  const normals = new Float64Array(size);
  const largest = new Float64Array(draws);
  for (let draw = 0; draw < draws; draw++) {
    fillNormal(normals, next);
    let most = 0;
    for (let i = 0; i < size; i++) {
      const row = lower[i]!;
      let z = 0;
      for (let k = 0; k <= i; k++) z += row[k]! * normals[k]!;
      most = Math.max(most, Math.abs(z));
    }
    largest[draw] = most;
  }
  largest.sort();
  return largest[Math.ceil(level * draws) - 1]!;
}
