import { simultaneousCritical } from '../../stats/simultaneous.ts';
import { isUnknown } from '../../stats/unknown.ts';
import { LEVEL } from '../input.ts';
import { known } from '../known.ts';
import type { Direction } from '../outcomes/result.ts';
import { formatPeriod } from '../period.ts';
import { aggregate, type Slice } from './aggregate.ts';
import { type ComparisonGroup, effectCells } from './cells.ts';
import { figureOf, noFigure } from './figure.ts';
import { covarianceOf, type Estimated } from './influence.ts';
import type { Panel } from './panel.ts';
import { leadsOf, peopleIn, preTrend } from './pre-trend.ts';
import type { EffectFigure, EffectResult, SinceJoining } from './result.ts';
import { effectSensitivity } from './sensitivity.ts';
import { effectVerdict } from './verdict.ts';

export interface EffectOptions {
  readonly comparison: ComparisonGroup;
  /** Which way is good; null where nobody said. */
  readonly direction: Direction | null;
  /** Figures of fewer people are not shown. */
  readonly minPeople: number;
}

/** Why the panel has no effect to estimate. */
export type EffectFault = 'nobody-joined' | 'nobody-to-compare';

/** What is in the way of an estimate; undefined where nothing is. */
export function effectFault(panel: Panel, { comparison }: Pick<EffectOptions, 'comparison'>): EffectFault | undefined {
  if (panel.cohorts.every(({ joined }) => joined === null)) return 'nobody-joined';
  const hasEffect = effectCells(panel, comparison).some(({ t, joined }) => t >= joined);
  return hasEffect ? undefined : 'nobody-to-compare';
}

/**
 * What those who joined at different times changed by since, beyond those who had not joined: group-time effects, what
 * they come to over everybody, by periods since joining, by calendar and by cohort, and how far the assumption of
 * parallel trends carries. Source: B. Callaway and P. H. C. Sant'Anna (2021).
 */
export function calculateEffect(panel: Panel, { comparison, direction, minPeople }: EffectOptions): EffectResult {
  const cells = effectCells(panel, comparison);
  const covariance = covarianceOf(panel);
  const all = aggregate(panel, cells);
  const figure = (own: Estimated): EffectFigure => figureOf(own.value, Math.sqrt(covariance([own])[0]![0]!));
  const periodAt = (at: number) => formatPeriod(panel.periods[at]!);
  const joined = panel.cohorts.reduce((sum, cohort) => sum + (cohort.joined === null ? 0 : cohort.people), 0);
  const neverJoined = panel.cohorts.find((own) => own.joined === null)?.people ?? 0;
  const { few, least } = hiddenBelow(minPeople, joined, comparison === 'never' ? neverJoined : undefined);
  const shown = (own: Estimated, people: number) => (people < least ? noFigure(few) : figure(own));
  const whole = (own: Estimated) => shown(own, joined);
  const leads = leadsOf(all, joined, least);
  const pre = preTrend(cells, leads, covariance);
  const effect = whole(all.simple);
  const { sinceJoining, bandCritical } = banded(
    all.since.filter(({ at }) => at >= (leads[0]?.at ?? 0)),
    { few, least },
    (slices) => covariance(slices),
  );
  const sensitivity = effectSensitivity(effect, cells, leads);
  const verdict = effectVerdict(effect, direction, pre, isUnknown(sensitivity) ? null : sensitivity);
  const possible = panel.cohorts.filter((own) => own.joined !== null).length * (panel.periods.length - 1);
  return {
    unit: panel.periods[0]!.unit,
    window: { from: periodAt(0), to: periodAt(panel.periods.length - 1), periods: panel.periods.length },
    comparison,
    direction,
    people: { joined, neverJoined },
    ...verdict,
    effect,
    aggregates: { group: whole(all.group), dynamic: whole(all.dynamic), calendar: whole(all.calendar) },
    sinceJoining,
    bandCritical,
    byPeriod: all.periods.map((own) => {
      const people = peopleIn(own.cells);
      return { period: periodAt(own.at), people, ...shown(own, people) };
    }),
    byJoining: all.groups.map((own) => {
      const { people } = panel.cohorts[own.at]!;
      return { joined: periodAt(panel.cohorts[own.at]!.joined!), people, ...shown(own, people) };
    }),
    cells: cells.map((own) => ({
      joined: periodAt(own.joined),
      period: periodAt(own.t),
      since: own.t - own.joined,
      people: own.people,
      ...shown(own, Math.min(own.people, own.compared)),
    })),
    cellsWithoutComparison: possible - cells.length,
    preTrend: pre,
    ...known('sensitivity', sensitivity),
  };
}

interface Hidden {
  /** Why a figure is not shown. */
  readonly few: string;
  /** Figures of fewer people are not shown. */
  readonly least: number;
}

/** Where too few joined, or too few did not, nothing is shown. */
function hiddenBelow(minPeople: number, joined: number, others: number | undefined): Hidden {
  const few = `fewer than ${minPeople} people`;
  const nobody = Number.POSITIVE_INFINITY;
  if (joined < minPeople) return { few: `${few} joined`, least: nobody };
  if (others !== undefined && others < minPeople) return { few: `${few} did not join`, least: nobody };
  return { few, least: minPeople };
}

/** The periods since joining with a band around all of those that are shown. */
function banded(
  slices: readonly Slice[],
  { few, least }: Hidden,
  covariance: (slices: readonly Slice[]) => Float64Array[],
): Pick<EffectResult, 'sinceJoining' | 'bandCritical'> {
  const shown = slices.filter(({ cells }) => peopleIn(cells) >= least);
  const matrix = covariance(shown);
  const critical = shown.length === 0 ? null : simultaneousCritical(matrix, LEVEL);
  const sinceJoining = slices.map((own): SinceJoining => {
    const at = shown.indexOf(own);
    const figure = at < 0 ? noFigure(few) : figureOf(own.value, Math.sqrt(matrix[at]![at]!));
    const { value, se } = figure;
    const reach = value === null || se === null || critical === null ? null : critical * se;
    const band = reach === null ? null : ([own.value - reach, own.value + reach] as const);
    return { since: own.at, people: peopleIn(own.cells), ...figure, band };
  });
  return { sinceJoining, bandCritical: critical };
}
