/**
 * How much each of `factors` causes moved a value, by Shapley: the mean, over all orders in which they could have
 * moved one after the other, of what each changed when its turn came. The shares add up to the whole movement and
 * depend on no order. `value(moved)` is the value where the factors whose bits are set in `moved` have moved.
 * Source: L. S. Shapley (1953); for the decomposition of differences A. F. Shorrocks (2013).
 */
export function shapley(factors: number, value: (moved: number) => number): number[] {
  const values = Array.from({ length: 1 << factors }, (_, moved) => value(moved));
  const weights = orderShares(factors);
  return Array.from({ length: factors }, (_, factor) => {
    const bit = 1 << factor;
    let share = 0;
    values.forEach((without, moved) => {
      if ((moved & bit) === 0) share += weights[bitCount(moved)]! * (values[moved | bit]! - without);
    });
    return share;
  });
}

/** By how many others went first: the share of all orders in which exactly a given set of that many did, k!(n − k − 1)!/n!. */
function orderShares(n: number): number[] {
  const weights = [1 / n];
  for (let k = 1; k < n; k++) weights.push((weights[k - 1]! * k) / (n - k));
  return weights;
}

function bitCount(bits: number): number {
  let count = 0;
  for (let left = bits; left !== 0; left &= left - 1) count++;
  return count;
}
