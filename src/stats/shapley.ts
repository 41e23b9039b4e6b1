/**
 * How much each of `factors` causes moved a value, by Shapley: the mean, over all orders in which they could have
 * moved one after the other, of what each changed when its turn came. The shares add up to the whole movement and
 * depend on no order. `value(moved)` is the value where the factors whose bits are set in `moved` have moved.
 * Source: L. S. Shapley (1953); for the decomposition of differences A. F. Shorrocks (2013).
 */
export function shapley(factors: number, value: (moved: number) => number): number[] {
  const values = Array.from({ length: 1 << factors }, (_, moved) => value(moved));
  const orders = Array.from({ length: factors }, (_, before) => factorial(before) * factorial(factors - before - 1));
  return Array.from({ length: factors }, (_, factor) => {
    const bit = 1 << factor;
    let sum = 0;
    values.forEach((without, moved) => {
      if ((moved & bit) === 0) sum += orders[bitCount(moved)]! * (values[moved | bit]! - without);
    });
    // Divided once, so that whole numbers stay whole.
    return sum / factorial(factors);
  });
}

function factorial(n: number): number {
  return n < 2 ? 1 : n * factorial(n - 1);
}

function bitCount(bits: number): number {
  let count = 0;
  for (let left = bits; left !== 0; left &= left - 1) count++;
  return count;
}
