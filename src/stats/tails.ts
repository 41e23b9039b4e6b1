/**
 * Both tails of a positive random variable X at a point, as natural logarithms, so that neither 1 − 10⁻¹² nor 10⁻³⁰⁰
 * loses a digit. `logDensity` is that of ln X.
 */
export interface LogTails {
  readonly logLower: number;
  readonly logUpper: number;
  readonly logDensity: number;
}

const NEVER = Number.NEGATIVE_INFINITY;

/** At 0 and below, all of X lies above; at infinity, all of it below. */
export const ALL_ABOVE: LogTails = { logLower: NEVER, logUpper: 0, logDensity: NEVER };
export const ALL_BELOW: LogTails = { logLower: 0, logUpper: NEVER, logDensity: NEVER };

export type Tail = 'lower' | 'upper';

/** The two tails when the logarithm of one of them has been computed. */
export function fromTail(tail: Tail, log: number, logDensity: number): LogTails {
  const known = Math.min(log, 0);
  const other = known < -Math.LN2 ? Math.log1p(-Math.exp(known)) : Math.log(-Math.expm1(known));
  return tail === 'lower'
    ? { logLower: known, logUpper: other, logDensity }
    : { logLower: other, logUpper: known, logDensity };
}

const NEWTON_STEPS = 200;

/**
 * The u = ln x at which a tail has the given probability, by Newton's method on the logarithm of the smaller tail. ln X
 * has a log-concave density for the distributions here (F, χ²), hence log-concave tails: Newton's method converges from
 * every start, after at most one step from the far side of the root.
 */
export function logQuantile(at: (u: number) => LogTails, tail: Tail, probability: number, start: number): number {
  if (!(probability > 0 && probability < 1)) throw new RangeError(`not a probability inside (0, 1): ${probability}`);
  const flip = probability > 0.5;
  const solveLower = (tail === 'lower') !== flip;
  const target = Math.log(flip ? 1 - probability : probability);
  let u = start;
  let last = Number.POSITIVE_INFINITY;
  for (let step = 0; step < NEWTON_STEPS; step++) {
    const { logLower, logUpper, logDensity } = at(u);
    const log = solveLower ? logLower : logUpper;
    const move = ((log - target) / Math.exp(logDensity - log)) * (solveLower ? -1 : 1);
    u += move;
    // Quadratic convergence ends where rounding takes over: the steps no longer shrink.
    if (Math.abs(move) <= Number.EPSILON * Math.abs(u) || (Math.abs(move) < 1e-9 && Math.abs(move) >= last / 2)) break;
    last = Math.abs(move);
  }
  return u;
}
