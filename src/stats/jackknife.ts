import { type Estimate, studentEstimate } from './estimate.ts';
import { momentsOf } from './moments.ts';
import { isUnknown, type Unknown, unknown } from './unknown.ts';

/**
 * A statistic θ with the interval of the delete-a-group jackknife: `replicates[g]` is θ recomputed without the people
 * of group g, over the G groups that hold somebody.
 *
 *     Var(θ) = (G − 1)/G · Σ (θ₍g₎ − θ̄)²     interval θ ± t((1 + level)/2, G − 1)·√Var
 *
 * People fall into groups at random and once for all, so the same people seen many times are no problem. θ must be
 * smooth in the data (means, ratios, slopes; not medians). Unknown below 2 groups. Source: P. S. Kott (2001).
 */
export function jackknife(theta: number, replicates: readonly number[], level: number): Estimate | Unknown {
  const groups = replicates.length;
  if (groups < 2) return unknown('an interval needs at least 2 groups of people');
  const se = Math.sqrt(((groups - 1) / groups) * momentsOf(replicates).m2);
  return studentEstimate(theta, se, groups - 1, level);
}

/**
 * The jackknife of many statistics at once: `replicates[g][i]` is `thetas[i]` recomputed without group g. A statistic
 * that is unknown, whole or without one of the groups, is unknown for that reason.
 */
export function jackknifeAll(
  thetas: readonly (number | Unknown)[],
  replicates: readonly (readonly (number | Unknown)[])[],
  level: number,
): (Estimate | Unknown)[] {
  return thetas.map((theta, i) => {
    if (isUnknown(theta)) return theta;
    const known: number[] = [];
    for (const replicate of replicates) {
      const value = replicate[i] ?? unknown('a statistic is missing from a replicate');
      if (isUnknown(value)) return value;
      known.push(value);
    }
    return jackknife(theta, known, level);
  });
}
