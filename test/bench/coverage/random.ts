/** Numbers between 0 and 1, neither of them included. */
export type Random = () => number;

/**
 * Numbers that look random and are the same in every run (sfc32, by C. Doty-Humphrey). Two seeds give two streams that
 * share nothing.
 */
export function generator(seed: number): Random {
  let [a, b, c, counter] = [seed | 0, 0x9e3779b9 | 0, 0x243f6a88 | 0, 1];
  const next = () => {
    const sum = (((a + b) | 0) + counter) | 0;
    counter = (counter + 1) | 0;
    a = b ^ (b >>> 9);
    b = (c + (c << 3)) | 0;
    c = (((c << 21) | (c >>> 11)) + sum) | 0;
    return ((sum >>> 0) + 0.5) / 2 ** 32;
  };
  for (let warmUp = 0; warmUp < 20; warmUp++) next();
  return next;
}

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
