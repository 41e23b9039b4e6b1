import { addChange, type Estimated, type Influence, noInfluence } from './influence.ts';
import type { Panel } from './panel.ts';

/**
 * Whom those who joined are compared with: `never` is who has not joined by the end of the panel, `not-yet` adds those
 * who join later than the periods that are compared.
 */
export type ComparisonGroup = 'never' | 'not-yet';

/** What one cohort changed by, beyond those it is compared with, up to one period. */
export interface EffectCell extends Estimated {
  /** Place of the cohort in the panel. */
  readonly cohort: number;
  /** Place of the period of joining. */
  readonly joined: number;
  /** Place of the period. */
  readonly t: number;
  readonly people: number;
  readonly compared: number;
}

/**
 * The group-time effects of Callaway and Sant'Anna (2021) without covariates. From the period of joining on a cohort's
 * change since the last period before it, less that of the comparison; in earlier periods the change from each period to
 * the next, which is 0 but for chance where trends are parallel. A cell without anybody to compare with is left out.
 * R: did::att_gt(xformla = ~1, base_period = "varying").
 */
export function effectCells(panel: Panel, comparison: ComparisonGroup): EffectCell[] {
  return panel.cohorts.flatMap(({ joined }, cohort) => {
    if (joined === null) return [];
    return panel.periods.flatMap((_, t) => {
      if (t === 0) return [];
      const base = t < joined ? t - 1 : joined - 1;
      const compared = comparisonOf(panel, cohort, Math.max(t, base), comparison);
      return compared.length === 0 ? [] : [cellOf(panel, cohort, compared, { t, base })];
    });
  });
}

function comparisonOf({ cohorts }: Panel, own: number, latest: number, comparison: ComparisonGroup): number[] {
  return cohorts.flatMap(({ joined }, h) => {
    const isLater = comparison === 'not-yet' && joined !== null && joined > latest;
    return h !== own && (joined === null || isLater) ? [h] : [];
  });
}

interface Change {
  readonly t: number;
  readonly base: number;
}

function cellOf(panel: Panel, cohort: number, compared: readonly number[], when: Change): EffectCell {
  const { cohorts } = panel;
  const { joined, people } = cohorts[cohort]!;
  const change = (h: number) => cohorts[h]!.means[when.t]! - cohorts[h]!.means[when.base]!;
  const others = compared.reduce((sum, h) => sum + cohorts[h]!.people, 0);
  const drift = compared.reduce((sum, h) => sum + (cohorts[h]!.people / others) * change(h), 0);
  // Made when it is asked for: there are as many cells as cohorts times periods.
  const influence = (): Influence => {
    const n = cohorts.reduce((sum, own) => sum + own.people, 0);
    const own = noInfluence(panel);
    addChange(own, cohort, when, n / people, panel.periods.length);
    for (const h of compared) {
      addChange(own, h, when, -n / others, panel.periods.length);
      own.shifts[h] = (-n / others) * (change(h) - drift);
    }
    return own;
  };
  return { cohort, joined: joined ?? 0, t: when.t, people, compared: others, value: change(cohort) - drift, influence };
}
