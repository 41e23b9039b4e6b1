import type { DoseFigures, DoseResult, LevelRow, Slope } from '../../core/dose/result.ts';
import { bar, blank, count, period, range, text, unknown } from '../cells.ts';
import { phraseText } from '../format.ts';
import { pCell } from '../outcomes/details.ts';
import type { Worded } from '../outcomes/facts.ts';
import { differenceCell, type Measure, unitText, valueCell } from '../outcomes/measure.ts';
import { caveatSection } from '../outcomes/report.ts';
import type { Block, Cell, Column, Phrase, Report } from '../report.ts';
import { doseCaveats } from './caveats.ts';
import { doseMeasure } from './measure.ts';
import { doseRows } from './rows.ts';
import { doseSentences, doseVerdict } from './sentences.ts';

/** What the report of `dose` is made of. */
export interface DoseFacts {
  readonly result: DoseResult;
  readonly minPeople: number;
  readonly currency: string | null;
  readonly inputs: readonly unknown[];
  readonly inputCaveats: readonly Worded[];
  /** Rows without a level. */
  readonly withoutLevel: number;
  readonly texts: readonly string[];
}

/** The report of `dose`: outcomes by how much people do. */
export function doseReport(facts: DoseFacts): Report {
  const { result, currency, minPeople, inputs } = facts;
  const caveats = doseCaveats(facts);
  const plain = { locale: 'en-US', currency, ascii: false };
  return {
    kind: 'dose',
    passed: true,
    currency,
    data: {
      currency,
      ...(currency === null ? { currencyReason: 'no amount names one' } : {}),
      ...result,
      options: { lag: result.lag, minPeople },
      caveats: caveats.map(({ code, message }) => ({ code, message: phraseText(message, plain) })),
      inputs,
    },
    blocks: [
      title(facts),
      doseVerdict(result),
      ...result.outcomes.map((own) => levelSection(own, result)),
      slopeSection(result),
      doseSentences(result),
      ...caveatSection(caveats),
    ],
    table: doseRows(result),
  };
}

function title({ result, currency }: DoseFacts): Block {
  const when: Phrase = result.period === null ? [] : [' · ', period(result.period)];
  const money: Phrase = currency === null ? [] : [' · ', text(currency)];
  return { kind: 'title', text: ["Members' side · dose", ...when, ...money, ' · ', count(result.people), ' people'] };
}

const LEVEL_COLUMNS: readonly Column[] = [
  { header: 'Level', align: 'right', priority: 1 },
  { header: 'People', align: 'right', priority: 2 },
  { header: 'Mean', align: 'right', priority: 1 },
  { header: '', align: 'left', priority: 4 },
  { header: '95% interval', align: 'right', priority: 3 },
];

function levelSection(own: DoseFigures, { period: when, lag }: DoseResult): Block {
  const measure = doseMeasure(own);
  const most = own.levels.reduce((largest, { value }) => Math.max(largest, value ?? 0), 0);
  const rows = own.levels.map((row) => [
    levelCell(row),
    count(row.people),
    valueCell(measure, row.value, row.valueReason),
    row.value === null || most <= 0 ? blank : bar(row.value / most),
    row.interval === null
      ? unknown(row.valueReason ?? 'everybody has the same value')
      : range(valueCell(measure, row.interval[0]), valueCell(measure, row.interval[1])),
  ]);
  const columns = own.kind === 'rate' ? LEVEL_COLUMNS.map((column) => (column.header === 'Mean' ? { ...column, header: 'Share' } : column)) : LEVEL_COLUMNS;
  const of: Phrase = when === null ? [] : [' of ', period(when)];
  const later: Phrase = lag === 0 ? [] : [`, by the level ${lag} ${lag === 1 ? 'period' : 'periods'} before`];
  return {
    kind: 'section',
    id: `dose-${own.outcome.toLowerCase().replace(/\s+/g, '-')}`,
    title: `${own.outcome}${unitText(measure)}`,
    note: ['people at each level', ...of, ...later, ': an association'],
    blocks: [{ kind: 'table', columns, rows }],
  };
}

function levelCell({ from, to }: LevelRow): Cell {
  const level = (value: number) => count(value, '', Number.isInteger(value) ? 0 : 2);
  return from === to ? level(from) : range(level(from), level(to));
}

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
function slopeSection({ outcomes }: DoseResult): Block {
  const rows = outcomes.flatMap((own) => {
    const measure = doseMeasure(own);
    const { spearman, spearmanReason, shareTrend, shareTrendReason, slope, slopeReason, within } = own;
    const across = [
      ...[text(own.outcome), text('across people'), ...slopeCells(slope, measure, slopeReason)],
      spearman === null ? unknown(spearmanReason ?? '') : rho(spearman.rho),
      own.kind === 'rate' ? pCell(shareTrend?.p ?? null, shareTrendReason) : blank,
    ];
    if (within === null) return [across];
    return [across, [text(own.outcome), text('within person'), ...slopeCells(within.slope, measure), blank, blank]];
  });
  const note: Phrase = ['what goes with one level more; across people standard errors allow for unequal spread (HC1)'];
  return { kind: 'section', id: 'slopes', title: 'Slopes', note, blocks: [{ kind: 'table', columns: SLOPE_COLUMNS, rows }] };
}

const rho = (value: number): Cell => ({ kind: 'count', count: value, decimals: 3, signed: true });

function slopeCells(slope: Slope | null, measure: Measure, reason = ''): Cell[] {
  if (slope === null) return [unknown(reason), unknown(reason), unknown(reason)];
  const { value, interval, p } = slope;
  const exact = 'every point lies on the line';
  return [
    differenceCell(measure, value),
    interval === null ? unknown(exact) : range(differenceCell(measure, interval[0]), differenceCell(measure, interval[1])),
    pCell(p, exact),
  ];
}
