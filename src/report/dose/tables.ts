import type { DoseFigures, DoseResult, Slope } from '../../core/dose/result.ts';
import { bar, blank, count, period, range, text, unknown } from '../cells.ts';
import { differenceCell, type Measure, unitText, valueCell } from '../outcomes/measure.ts';
import { pCell } from '../outcomes/tests.ts';
import type { Bars, Block, Cell, Column, Phrase, Picture } from '../report.ts';
import { doseMeasure, slopeMeasure } from './measure.ts';

const LEVEL_COLUMNS: readonly Column[] = [
  { header: 'Level', align: 'right', priority: 1 },
  { header: 'to', align: 'right', priority: 1 },
  { header: 'People', align: 'right', priority: 2 },
  { header: 'Mean', align: 'right', priority: 1 },
  { header: '', align: 'left', priority: 4 },
  { header: '95% interval', align: 'right', priority: 3 },
];

/** People by level, with the mean of each. */
export function levelSection(own: DoseFigures, { period: when, lag }: DoseResult): Block {
  const measure = doseMeasure(own);
  const most = own.levels.reduce((largest, { value }) => Math.max(largest, value ?? 0), 0);
  const isGrouped = own.levels.some(({ from, to }) => from !== to);
  const rows = own.levels.map((row) => [
    levelCell(row.from),
    ...(isGrouped ? [levelCell(row.to)] : []),
    count(row.people),
    valueCell(measure, row.value, row.valueReason),
    row.value === null || most <= 0 ? blank : bar(row.value / most),
    row.interval === null
      ? unknown(row.valueReason ?? 'everybody has the same value')
      : range(valueCell(measure, row.interval[0]), valueCell(measure, row.interval[1])),
  ]);
  const columns = LEVEL_COLUMNS.filter(({ header }) => isGrouped || header !== 'to').map((column) =>
    column.header === 'Mean' && own.kind === 'rate' ? { ...column, header: 'Share' } : column,
  );
  const of: Phrase = when === null ? [] : [' of ', period(when)];
  const later: Phrase = lag === 0 ? [] : [`, by the level ${lag} ${lag === 1 ? 'period' : 'periods'} before`];
  return {
    kind: 'section',
    id: `dose-${own.outcome.toLowerCase().replace(/\s+/g, '-')}`,
    title: `${own.outcome}${unitText(measure)}`,
    note: ['people at each level', ...of, ...later, ': an association'],
    pictures: levelPictures(own, measure),
    blocks: [{ kind: 'table', columns, rows }],
  };
}

/** The mean of each level as a bar from 0, with its interval. */
function levelPictures({ outcome, levels }: DoseFigures, measure: Measure): Picture[] {
  const bars = levels.flatMap(({ from, to, value, interval }): Bars['bars'][number][] => {
    if (value === null) return [];
    const span: Phrase = from === to ? [levelCell(from)] : [levelCell(from), ' to ', levelCell(to)];
    const ends = [{ value: value * measure.factor, text: [valueCell(measure, value)] }];
    const [low, high] = interval ?? [value, value];
    const whisker = [low * measure.factor, high * measure.factor] as const;
    return [{ label: ['level ', ...span], ends, ...(interval === null ? {} : { interval: whisker }) }];
  });
  if (bars.length < 2) return [];
  const description = `${outcome} by level, with 95% intervals${unitText(measure)}`;
  return [{ kind: 'bars', description, measure: measure.kind, origin: { value: 0, label: [] }, bars }];
}

const levelCell = (value: number): Cell => count(value, '', Number.isInteger(value) ? 0 : 2);

const SLOPE_COLUMNS: readonly Column[] = [
  { header: 'Outcome', align: 'left', priority: 1 },
  { header: 'Compared', align: 'left', priority: 1 },
  { header: 'Each level', align: 'right', priority: 1 },
  { header: '95% interval', align: 'right', priority: 2 },
  { header: 'p', align: 'right', priority: 4 },
  { header: 'Spearman', align: 'right', priority: 3 },
  { header: 'Trend p', align: 'right', priority: 5 },
];

/** Slopes across people and within the same person. */
export function slopeSection({ outcomes }: DoseResult): Block {
  const rows = outcomes.flatMap((own) => {
    const { spearman, spearmanReason, shareTrend, shareTrendReason, slope, slopeReason, within } = own;
    const across = [
      ...[text(own.outcome), text('across people'), ...slopeCells(own, slope, slopeReason)],
      spearman === null ? unknown(spearmanReason ?? '') : rho(spearman.rho),
      own.kind === 'rate' ? pCell(shareTrend?.p ?? null, shareTrendReason) : blank,
    ];
    if (within === null) return [across];
    return [across, [text(own.outcome), text('within person'), ...slopeCells(own, within.slope), blank, blank]];
  });
  const note: Phrase = ['what goes with one level more; across people standard errors allow for unequal spread (HC1)'];
  return {
    kind: 'section',
    id: 'slopes',
    title: 'Slopes',
    note,
    blocks: [{ kind: 'table', columns: SLOPE_COLUMNS, rows }],
  };
}

const rho = (value: number): Cell => ({ kind: 'count', count: value, decimals: 3, signed: true });

function slopeCells(own: DoseFigures, slope: Slope | null, reason = ''): Cell[] {
  if (slope === null) return [unknown(reason), unknown(reason), unknown(reason)];
  const { value, interval, p } = slope;
  const measure = slopeMeasure(own, slope);
  const exact = 'every point lies on the line';
  return [
    differenceCell(measure, value),
    interval === null
      ? unknown(exact)
      : range(differenceCell(measure, interval[0]), differenceCell(measure, interval[1])),
    pCell(p, exact),
  ];
}
