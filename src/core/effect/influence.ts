import type { Panel, PanelCohort } from './panel.ts';

/**
 * How much each person moves an estimate: for somebody of cohort h with outcomes y it is `slopes[h]`·(y − ȳ_h) +
 * `shifts[h]`. Variances and covariances follow from it with nothing but the cohorts' sums, because both parts are the
 * same for everybody in a cohort.
 */
export interface Influence {
  /** By cohort, a weight for each period; undefined where all are 0. */
  readonly slopes: (Float64Array | undefined)[];
  readonly shifts: Float64Array;
}

export function noInfluence({ cohorts }: Panel): Influence {
  return { slopes: cohorts.map(() => undefined), shifts: new Float64Array(cohorts.length) };
}

/** Adds `factor` × (y_t − y_base) of the people of a cohort, taken from their mean. */
export function addChange(
  { slopes }: Influence,
  cohort: number,
  change: { readonly t: number; readonly base: number },
  factor: number,
  length: number,
): void {
  const own = slopes[cohort] ?? new Float64Array(length);
  slopes[cohort] = own;
  own[change.t]! += factor;
  own[change.base]! -= factor;
}

/** An estimate that can say how much each person moves it. */
export interface Estimated {
  readonly value: number;
  readonly influence: () => Influence;
}

/** The influence of Σ weights[i] · parts[i]. */
export function weighted(panel: Panel, parts: readonly Estimated[], weights: readonly number[]): Influence {
  const sum = noInfluence(panel);
  parts.forEach((part, i) => {
    const { slopes, shifts } = part.influence();
    const weight = weights[i]!;
    slopes.forEach((own, h) => {
      sum.shifts[h]! += weight * shifts[h]!;
      if (own === undefined) return;
      const target = sum.slopes[h] ?? new Float64Array(own.length);
      sum.slopes[h] = target;
      for (let t = 0; t < own.length; t++) target[t]! += weight * own[t]!;
    });
  });
  return sum;
}

/** Covariances of estimates: (1/n²)·Σ over everybody of the product of what they move them by. */
export type Covariance = (parts: readonly Estimated[]) => Float64Array[];

export function covarianceOf(panel: Panel): Covariance {
  const { cohorts, periods } = panel;
  const n = cohorts.reduce((sum, { people }) => sum + people, 0);
  const scatter = scatterOf(panel);
  return (parts) => {
    const influences = parts.map(({ influence }) => influence());
    const matrix = parts.map(() => new Float64Array(parts.length));
    influences.forEach((a, i) => {
      const spread = a.slopes.map((own, h) => times(scatter[h]!, own, periods.length));
      for (let j = i; j < influences.length; j++) {
        const b = influences[j]!;
        let sum = 0;
        cohorts.forEach(({ people }, h) => {
          sum += people * a.shifts[h]! * b.shifts[h]! + product(spread[h], b.slopes[h]);
        });
        matrix[i]![j] = sum / n ** 2;
        matrix[j]![i] = sum / n ** 2;
      }
    });
    return matrix;
  };
}

function product(a: Float64Array | undefined, b: Float64Array | undefined): number {
  if (a === undefined || b === undefined) return 0;
  let sum = 0;
  for (let t = 0; t < a.length; t++) sum += a[t]! * b[t]!;
  return sum;
}

function times(matrix: Float64Array, vector: Float64Array | undefined, length: number): Float64Array | undefined {
  if (vector === undefined) return undefined;
  const result = new Float64Array(length);
  for (let t = 0; t < length; t++) {
    const weight = vector[t]!;
    if (weight === 0) continue;
    for (let s = 0; s < length; s++) result[s]! += weight * matrix[t * length + s]!;
  }
  return result;
}

/** In a cohort of fewer people the scatter around its own mean is noticeably less than around the true one. */
const SMALL_COHORT = 20;

/**
 * How much the people of each cohort scatter: divisor n as in R's did, n − 1 below 20 people, where that matters. Of a
 * single person it is taken to be what others who joined scatter by.
 */
function scatterOf({ cohorts }: Panel): Float64Array[] {
  const joiners = cohorts.filter(({ joined, people }) => joined !== null && people > 1);
  const freedom = joiners.reduce((sum, { people }) => sum + people - 1, 0);
  const scaled = (source: Float64Array, factor: number) => source.map((value) => value * factor);
  const pooled = (): Float64Array => {
    const sum = new Float64Array(cohorts[0]?.scatter.length ?? 0);
    for (const { scatter } of joiners) for (let i = 0; i < sum.length; i++) sum[i]! += scatter[i]! / freedom;
    return sum;
  };
  let shared: Float64Array | undefined;
  return cohorts.map(({ joined, people, scatter }: PanelCohort) => {
    if (people === 1 && joined !== null) {
      shared ??= pooled();
      return shared;
    }
    return people < SMALL_COHORT && people > 1 ? scaled(scatter, people / (people - 1)) : scatter;
  });
}
