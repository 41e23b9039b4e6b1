import type { Cohort } from '../../core/cohort.ts';
import { monthsOf } from '../../core/period.ts';
import { labelAt, periodAt } from '../../core/timeline.ts';
import { formula, given, text } from './cells.ts';
import { lookUpCount, lookUpSum, meanVariance } from './cohorts.ts';
import type { Model } from './model.ts';
import { layTable, type Table, type TableColumn } from './table.ts';

/** One period with spending: the newcomers that are the yardstick, and the non-members they are compared with. */
interface Mark {
  readonly at: number;
  readonly label: string;
  readonly month: number;
  readonly newcomers: number;
  readonly newcomerEach: number | null;
  readonly nonMembers: number;
  readonly nonMemberEach: number;
  readonly gap: number | null;
  readonly weight: number;
  /** Active members and lurkers. */
  readonly members: number;
  readonly variance: (cohort: Cohort) => number;
  /** How much of the trend, and of the bend, one unit of money in this period makes. */
  readonly trend: number;
  readonly bend: number;
}

/** What newcomers spent beyond non-members, period by period, and how much each period weighs in the baseline. */
export function yardstickSheet(model: Model): Table {
  const lines = model.workings.grid.lines.length;
  return layTable<Mark>({
    name: 'Yardstick',
    title: 'The yardstick: newcomers beside non-members',
    notes: [
      'The gap of the baseline is what newcomers spent beyond non-members before the community could act on them, weighted by newcomers.',
    ],
    items: marksOf(model),
    columns: [...compared(lines), ...(model.errors?.method === 'closed form' ? scatter(model, lines) : [])],
  });
}

function compared(lines: number): TableColumn<Mark>[] {
  const each = (
    key: string,
    header: string,
    cohort: Cohort,
    count: string,
    value: (mark: Mark) => number | null,
    none: string,
  ) =>
    ({
      key,
      header,
      width: 17,
      name: `yard_${key}`,
      cell: (mark, { ref }) =>
        formula(
          `IF(${ref(count)}=0,${none},${lookUpSum('spend', ref('month'), cohort)}/${ref(count)})`,
          value(mark),
          'price',
        ),
    }) satisfies TableColumn<Mark>;
  const people = (key: string, header: string, cohort: Cohort, value: (mark: Mark) => number) =>
    ({
      key,
      header,
      width: 13,
      name: `yard_${key}`,
      cell: (mark, { ref }) => formula(lookUpCount('people', ref('month'), cohort, lines), value(mark), 'count'),
    }) satisfies TableColumn<Mark>;
  return [
    { key: 'period', header: 'Period', width: 11, cell: ({ label }) => text(label) },
    { key: 'month', header: 'Month no.', width: 11, name: 'yard_month', cell: ({ month }) => given(month, 'plain') },
    { key: 'position', header: 'Position', width: 10, name: 'yard_position', cell: ({ at }) => given(at, 'plain') },
    people('newcomers', 'Newcomers', 'newcomer', ({ newcomers }) => newcomers),
    each('newcomer_each', 'Newcomer spends', 'newcomer', 'newcomers', ({ newcomerEach }) => newcomerEach, '""'),
    people('non_members', 'Non-members', 'non_member', ({ nonMembers }) => nonMembers),
    each(
      'non_member_each',
      'Non-member spends',
      'non_member',
      'non_members',
      ({ nonMemberEach }) => nonMemberEach,
      '0',
    ),
    {
      key: 'gap',
      header: 'Gap',
      width: 12,
      name: 'yard_gap',
      cell: ({ gap }, { ref }) =>
        formula(
          `IF(OR(${ref('newcomers')}=0,${ref('non_members')}=0),"",${ref('newcomer_each')}-${ref('non_member_each')})`,
          gap,
          'signed',
        ),
    },
    {
      key: 'known',
      header: 'Position, if known',
      width: 13,
      name: 'yard_known',
      cell: ({ at, gap }, { ref }) =>
        formula(`IF(${ref('gap')}="","",${ref('position')})`, gap === null ? null : at, 'plain'),
    },
    {
      key: 'weight',
      header: 'Weight in baseline',
      width: 17,
      name: 'yard_weight',
      cell: ({ weight }, { ref }) => {
        const inside = '(yard_month>=baseline_from)*(yard_month<baseline_until)';
        return formula(
          `(${ref('month')}>=baseline_from)*(${ref('month')}<baseline_until)*${ref('newcomers')}/SUMPRODUCT(${inside}*yard_newcomers)`,
          weight,
          'percent',
        );
      },
    },
    {
      key: 'members',
      header: 'Active and lurkers',
      width: 17,
      name: 'yard_members',
      cell: ({ members }, { ref }) =>
        formula(
          (['active', 'lurker'] as const).map((cohort) => lookUpCount('people', ref('month'), cohort, lines)).join('+'),
          members,
          'count',
        ),
    },
  ];
}

/** The errors of the means, where the file gives the spread between people. */
function scatter(model: Model, lines: number): TableColumn<Mark>[] {
  const { trend } = model.result;
  const n = trend.periods;
  const last = model.window.until - model.monthsPer;
  const variance = (cohort: Cohort, header: string) =>
    ({
      key: `variance_${cohort}`,
      header,
      width: 19,
      name: `yard_variance_${cohort}`,
      cell: (mark, { ref }) => formula(lookUpSum('variance', ref('month'), cohort), mark.variance(cohort), 'decimal'),
    }) satisfies TableColumn<Mark>;
  return [
    variance('newcomer', 'Variance, newcomer'),
    variance('non_member', 'Variance, non-member'),
    variance('active', 'Variance, active'),
    variance('lurker', 'Variance, lurker'),
    {
      key: 'own',
      header: 'Variance of members’ spending',
      width: 13,
      name: 'yard_own',
      cell: (mark, { ref }) =>
        formula(
          (['active', 'lurker'] as const)
            .map((cohort) => `${lookUpCount('people', ref('month'), cohort, lines)}^2*${ref(`variance_${cohort}`)}`)
            .join('+'),
          ownVariance(model, mark),
          'decimal',
        ),
    },
    {
      key: 'trend',
      header: 'Weight in trend',
      width: 13,
      name: 'yard_trend',
      cell: (mark, { ref }) =>
        formula(
          n < 2
            ? '0'
            : `(${ref('month')}>${last}-${n}*months_per_period)*(${ref('month')}<=${last})*((${ref('month')}-${last})/months_per_period+(${n}-1)/2)*12/(${n}*(${n}^2-1))`,
          mark.trend,
          'decimal',
        ),
    },
    {
      key: 'bend',
      header: 'Weight in fitted gap',
      width: 13,
      name: 'yard_bend',
      cell: (mark, { ref }) =>
        formula(
          model.result.parallelTrends.change === null
            ? '0'
            : `IF(${ref('gap')}="",0,(${ref('position')}-AVERAGE(yard_known))/DEVSQ(yard_known))`,
          mark.bend,
          'decimal',
        ),
    },
  ];
}

function ownVariance({ workings: { grid } }: Model, { at, variance }: Mark): number {
  return (['active', 'lurker'] as const).reduce(
    (sum, cohort) => sum + (grid.people[cohort][at] ?? 0) ** 2 * variance(cohort),
    0,
  );
}

function marksOf(model: Model): Mark[] {
  const { workings, cells, result, monthsPer, window } = model;
  const { grid, baseline } = workings;
  const each = (cohort: Cohort, at: number) => {
    if ((grid.people[cohort][at] ?? 0) === 0) return null;
    return grid.lines.reduce((sum, { mean }) => sum + (mean[cohort][at] ?? 0), 0);
  };
  const weights = new Map(baseline.weights.map(({ at, weight }) => [at, weight]));
  const errors = new Map(
    cells.map((cell) => [`${cell.cohort} ${monthsOf(cell.period).first}`, meanVariance(cell)] as const),
  );
  const known = grid.people.newcomer.flatMap((n, at) =>
    (n ?? 0) > 0 && (grid.people.non_member[at] ?? 0) > 0 ? [at] : [],
  );
  const centre = known.reduce((sum, at) => sum + at, 0) / known.length;
  const spread = known.reduce((sum, at) => sum + (at - centre) ** 2, 0);
  const n = result.trend.periods;
  return Array.from({ length: grid.time.length }, (_, at): Mark => {
    const { first: month } = monthsOf(periodAt(grid.time, at));
    const [newcomerEach, nonMemberEach] = [each('newcomer', at), each('non_member', at)];
    const back = (month - window.until) / monthsPer + 1;
    return {
      at,
      label: labelAt(grid.time, at),
      month,
      newcomers: grid.people.newcomer[at] ?? 0,
      newcomerEach,
      nonMembers: grid.people.non_member[at] ?? 0,
      nonMemberEach: nonMemberEach ?? 0,
      gap: newcomerEach === null || nonMemberEach === null ? null : newcomerEach - nonMemberEach,
      weight: weights.get(at) ?? 0,
      members: (grid.people.active[at] ?? 0) + (grid.people.lurker[at] ?? 0),
      variance: (cohort) => errors.get(`${cohort} ${month}`) ?? 0,
      trend: n >= 2 && back > -n && back <= 0 ? ((back + (n - 1) / 2) * 12) / (n * (n ** 2 - 1)) : 0,
      bend: spread > 0 && known.includes(at) ? (at - centre) / spread : 0,
    };
  });
}
