import { type Uniform, uniform } from '../../../src/stats/random.ts';

/** Numbers between 0 and 1, neither of them included. */
export type Random = Uniform;

/** Numbers that look random and are the same in every run. Two seeds give two streams that share nothing. */
export const generator: (seed: number) => Random = uniform;

/** A number between two others, each as likely as the next. */
export function between(random: Random, low: number, high: number): number {
  return low + (high - low) * random();
}

/** A normal deviate (Box–Muller). */
function normal(random: Random): number {
  return Math.sqrt(-2 * Math.log(random())) * Math.cos(2 * Math.PI * random());
}

/** A gamma deviate of mean 1 and a whole shape: a sum of exponential ones. */
export function gamma(random: Random, shape: number): number {
  let product = 1;
  for (let i = 0; i < shape; i++) product *= random();
  return -Math.log(product) / shape;
}

/** A log-normal deviate of mean 1; `sd` is that of its logarithm. */
export function logNormal(random: Random, sd: number): number {
  return Math.exp(sd * normal(random) - (sd * sd) / 2);
}
