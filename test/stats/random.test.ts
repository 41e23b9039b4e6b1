import { describe, expect, test } from 'vitest';
import { momentsOf } from '../../src/stats/moments.ts';
import { fillNormal, uniform } from '../../src/stats/random.ts';

describe('numbers that look random', () => {
  test('are the same for the same seed, and others for another', () => {
    const first = (seed: number) => {
      const next = uniform(seed);
      return [next(), next(), next()];
    };
    expect(first(7)).toEqual(first(7));
    expect(first(7)).not.toEqual(first(8));
  });

  test('fill the unit interval evenly, and never reach its ends', () => {
    const next = uniform(1);
    const values = Array.from({ length: 100_000 }, next);
    expect(values.every((value) => value > 0 && value < 1)).toBe(true);
    const { mean, m2 } = momentsOf(values);
    // The mean of so many has a standard error of 0.0009.
    expect(Math.abs(mean - 0.5)).toBeLessThan(0.004);
    expect(Math.abs(m2 / values.length - 1 / 12)).toBeLessThan(0.002);
  });

  test('have the moments and the tails of a normal distribution where those are asked for', () => {
    const values = new Float64Array(200_001);
    fillNormal(values, uniform(3));
    const { mean, m2 } = momentsOf([...values]);
    expect(Math.abs(mean)).toBeLessThan(0.01);
    expect(Math.abs(m2 / values.length - 1)).toBeLessThan(0.02);
    const beyond = values.filter((value) => Math.abs(value) > 1.959964).length / values.length;
    expect(Math.abs(beyond - 0.05)).toBeLessThan(0.003);
  });
});
