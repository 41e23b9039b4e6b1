/** The next of a row of numbers between 0 and 1, neither of them included. */
export type Uniform = () => number;

/**
 * Numbers that look random and are the same in every run and on every machine: integer arithmetic alone (sfc32, by
 * C. Doty-Humphrey).
 */
export function uniform(seed: number): Uniform {
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

/** Fills `values` with standard normal deviates, two from two uniform ones (G. E. P. Box and M. E. Muller, 1958). */
export function fillNormal(values: Float64Array, next: Uniform): void {
  for (let i = 0; i < values.length; i += 2) {
    const radius = Math.sqrt(-2 * Math.log(next()));
    const angle = 2 * Math.PI * next();
    values[i] = radius * Math.cos(angle);
    if (i + 1 < values.length) values[i + 1] = radius * Math.sin(angle);
  }
}
