import { LINES } from '../../../core/cohort.ts';
import { baselineRetained } from '../../../core/retention.ts';
import { formula, given } from '../cells.ts';
import { fromNewcomers, within } from '../errors.ts';
import { gapName, lineGap } from '../lines.ts';
import { halfWidth, type Model } from '../model.ts';
import { baselineRate } from '../retention.ts';
import { around, type Figure, list, type MakePart } from './part.ts';
import { slopeReach } from './time.ts';

/** What newcomers and non-members spent over the baseline: the yardstick of the uplift. */
export function baselinePart(model: Model): MakePart {
  const { baseline } = model.result;
  const mean = (who: string) => `SUMPRODUCT(yard_weight,yard_${who}_each)`;
  return list('Baseline', [
    {
      label: 'Newcomers spent, each',
      key: 'baseline.newcomer',
      value: formula(mean('newcomer'), baseline.newcomer, 'price'),
      name: 'baseline_newcomer',
    },
    {
      label: 'Non-members spent, each',
      key: 'baseline.nonMember',
      value: formula(mean('non_member'), baseline.nonMember, 'price'),
      name: 'baseline_non_member',
    },
    {
      label: 'Gap',
      key: 'baseline.gap',
      value: formula('baseline_newcomer-baseline_non_member', baseline.gap, 'signed'),
      name: 'baseline_gap',
    },
    ...lineGaps(model),
    ...retained(model),
    ...noise(model),
  ]);
}

/** How much of the error is that of the baseline's newcomers. */
function noise({ result, errors }: Model): Figure[] {
  const share = result.uncertainty?.baselineShare ?? null;
  if (share === null || errors === undefined) return [];
  const own = fromNewcomers(within('window_from', 'window_until'));
  const value =
    errors.method === 'jackknife' ? given(share, 'percent') : formula(`${own}/total_error^2`, share, 'percent');
  return [{ label: 'Its share of the variance of the return', key: 'uncertainty.baselineShare', value }];
}

function lineGaps({ result, workings: { grid, baseline } }: Model): Figure[] {
  if (result.returnsByLine === null) return [];
  return LINES.map((name) => {
    const mean = grid.lines.find((line) => line.name === name)?.mean;
    const gap = baseline.weights.reduce(
      (sum, { at, weight }) => sum + weight * ((mean?.newcomer[at] ?? 0) - (mean?.non_member[at] ?? 0)),
      0,
    );
    return { label: `Gap, ${name} products`, value: formula(lineGap(name), gap, 'signed'), name: gapName(name) };
  });
}

function retained({ result, workings: { grid, baseline } }: Model): Figure[] {
  if (result.retention === null) return [];
  return (['newcomer', 'non_member'] as const).flatMap((cohort): Figure[] => {
    const kept = baselineRetained(grid, cohort, baseline);
    const who = cohort === 'newcomer' ? 'Newcomers' : 'Non-members';
    const rate = `baseline_${cohort}_rate`;
    return [
      { label: `${who} retained`, value: formula(baselineRate(cohort), kept?.rate ?? null, 'percent'), name: rate },
      {
        label: `${who} spent, each who stayed`,
        value: formula(`baseline_${cohort}/${rate}`, kept?.value ?? null, 'price'),
        name: `baseline_${cohort}_value`,
      },
    ];
  });
}

/** Whether the yardstick held still, and what the return would change by had it moved along the fitted line. */
export function parallelPart({ result, errors }: Model): MakePart {
  const { change, changeReason, returnEffect, interval } = result.parallelTrends;
  const title = 'Parallel trends';
  const label = 'Fitted change of the gap';
  if (change === null) return list(title, [{ label, value: null, says: `Unknown: ${changeReason}.` }]);
  const steps = '(MAX(yard_known)-MIN(yard_known))';
  const slope = 'SLOPE(yard_gap,yard_known)';
  const centre = 'SUMPRODUCT(yard_weight,yard_position)';
  const window = '(yard_month>=window_from)*(yard_month<window_until)';
  const moved: Figure = {
    label,
    key: 'parallelTrends.change',
    value: formula(`${slope}*${steps}`, change, 'signed'),
    ...(interval === null
      ? {}
      : around(`${slope}*${steps}`, gapReach(interval.method === errors?.method, steps), interval.change, 'signed')),
  };
  const effect: Figure = {
    label: 'Return, had the yardstick moved along',
    key: 'parallelTrends.returnEffect',
    value: formula(
      `-${slope}*SUMPRODUCT(${window}*(yard_position-${centre})*yard_members)*margin`,
      returnEffect,
      'money',
    ),
  };
  if (interval === null || errors === undefined || interval.method !== errors.method)
    return list(title, [moved, effect]);
  const value = errors.critical === 0 ? 0 : halfWidth(interval.change) / errors.critical;
  const scatter = 'SUMPRODUCT(yard_bend^2*(yard_variance_newcomer+yard_variance_non_member))';
  const error: Figure = {
    label: 'Error of the fitted change',
    value:
      errors.method === 'jackknife' ? given(value, 'decimal') : formula(`SQRT(${scatter})*${steps}`, value, 'decimal'),
    name: 'gap_error',
  };
  return list(title, [moved, effect, error]);
}

function gapReach(sampled: boolean, steps: string): string {
  return sampled ? 'gap_error*critical' : `${slopeReach('yard_gap', 'yard_known', 'COUNT(yard_known)')}*${steps}`;
}
