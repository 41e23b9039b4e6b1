import { type Unknown, unknown } from '../stats/unknown.ts';
import { baselineFigures } from './baseline.ts';
import { RETURNING } from './cohort.ts';
import type { BaselineChoice, RoiInput, RoiOptions } from './input.ts';
import { known } from './known.ts';
import { ledgerOf } from './ledger.ts';
import { periodAt } from './timeline.ts';
import { gridSpan, prepare, type Workings } from './workings.ts';

/** How many of the first periods with newcomers are tried as the baseline. */
const TRIED = 6;

/** ROI where the newcomers of other periods are the yardstick. */
export interface BaselineEffect {
  readonly assumption: 'baseline';
  readonly unit: 'gap';
  /** The baseline as chosen, and the two of `each` with the lowest and the highest ROI. */
  readonly value: string;
  readonly from: string;
  readonly to: string;
  readonly roiFrom: number | null;
  readonly roiTo: number | null;
  readonly swing: number | null;
  /** The baseline gap as it is, and the one at which ROI is 0: newcomers less non-members, per person and period. */
  readonly gap: number;
  readonly breakEvenAt: number | null;
  readonly breakEvenAtReason?: string;
  readonly each: readonly BaselineTried[];
}

export interface BaselineTried {
  readonly baseline: string;
  readonly gap: number;
  readonly roi: number | null;
}

/** Each of the first periods that have newcomers, all of them together, and the one chosen. */
export function baselineEffect(input: RoiInput, options: RoiOptions): BaselineEffect {
  const chosen = prepare(input, options);
  const own = tried(chosen);
  const others = choices(chosen).map((baseline) => tried(prepare(input, { ...options, baseline })));
  const each = others.some(({ baseline }) => baseline === own.baseline) ? others : [own, ...others];
  const ranked = [...each].sort((a, b) => (a.roi ?? 0) - (b.roi ?? 0));
  const [lowest, highest] = [ranked[0]!, ranked.at(-1)!];
  return {
    assumption: 'baseline',
    unit: 'gap',
    value: own.baseline,
    from: lowest.baseline,
    to: highest.baseline,
    roiFrom: lowest.roi,
    roiTo: highest.roi,
    swing: lowest.roi === null || highest.roi === null ? null : highest.roi - lowest.roi,
    gap: own.gap,
    ...known('breakEvenAt', breakEvenGap(chosen)),
    each,
  };
}

function choices({ grid }: Workings): BaselineChoice[] {
  const withNewcomers = grid.people.newcomer.flatMap((n, at) => ((n ?? 0) > 0 ? [periodAt(grid.time, at)] : []));
  return [...withNewcomers.slice(0, TRIED).map((period) => ({ from: period, to: period })), 'all' as const];
}

function tried(workings: Workings): BaselineTried {
  const { grid, baseline } = workings;
  return { baseline: baseline.label, gap: baselineFigures(grid, baseline).gap, roi: whole(workings).roi };
}

function whole({ books, time }: Workings) {
  return ledgerOf(books, { start: 0, end: time.length - 1 });
}

/** The return falls by members × margin for each unit of money that the gap is wider. */
function breakEvenGap(workings: Workings): number | Unknown {
  const { grid, baseline, options, time, uplift } = workings;
  const { start, end } = gridSpan(workings, { start: 0, end: time.length - 1 });
  let members = 0;
  for (const cohort of RETURNING) {
    for (let at = start; at <= end; at++) members += uplift.cohorts[cohort]?.people[at] ?? 0;
  }
  const perUnit = members * (options.margin ?? 1);
  if (perUnit === 0) return unknown('there are no active members or lurkers');
  return baselineFigures(grid, baseline).gap + whole(workings).profit / perUnit;
}
