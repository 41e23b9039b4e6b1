/**
 * The lower triangle L with L·Lᵀ = a symmetric matrix, row by row. A direction without variance beyond rounding gets a
 * row of zeros, and `rank` counts the others. R: t(chol(m)).
 */
export interface Cholesky {
  readonly size: number;
  readonly rank: number;
  readonly lower: readonly Float64Array[];
}

/** What is left of a variance, as a share of it, that counts as rounding. */
const ROUNDING = 1e-10;

export function cholesky(matrix: readonly ArrayLike<number>[]): Cholesky {
  const size = matrix.length;
  const lower = matrix.map(() => new Float64Array(size));
  let rank = 0;
  for (let j = 0; j < size; j++) {
    const own = lower[j]!;
    let rest = matrix[j]![j]!;
    for (let k = 0; k < j; k++) rest -= own[k]! ** 2;
    if (!(rest > ROUNDING * matrix[j]![j]!)) continue;
    rank++;
    own[j] = Math.sqrt(rest);
    for (let i = j + 1; i < size; i++) lower[i]![j] = (matrix[i]![j]! - dot(lower[i]!, own, j)) / own[j]!;
  }
  return { size, rank, lower };
}

function dot(a: Float64Array, b: Float64Array, length: number): number {
  let sum = 0;
  for (let k = 0; k < length; k++) sum += a[k]! * b[k]!;
  return sum;
}

/** xᵀ·m⁻¹·x of the matrix m of full rank that was taken apart. R: mahalanobis(x, 0, m). */
export function quadraticForm(parts: Cholesky, x: readonly number[]): number {
  return forward(parts, x).reduce((sum, value) => sum + value ** 2, 0);
}

/** m⁻¹·x of the matrix m of full rank that was taken apart. R: solve(m, x). */
export function solve(parts: Cholesky, x: readonly number[]): Float64Array {
  const { lower, size } = parts;
  const solved = forward(parts, x);
  for (let i = size - 1; i >= 0; i--) {
    for (let k = i + 1; k < size; k++) solved[i]! -= lower[k]![i]! * solved[k]!;
    solved[i]! /= lower[i]![i]!;
  }
  return solved;
}

/** L⁻¹·x */
function forward({ lower }: Cholesky, x: readonly number[]): Float64Array {
  const solved = new Float64Array(x.length);
  for (let i = 0; i < x.length; i++) solved[i] = (x[i]! - dot(lower[i]!, solved, i)) / lower[i]![i]!;
  return solved;
}
