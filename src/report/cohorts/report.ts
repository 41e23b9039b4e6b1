import { COHORTS, type Cohort } from '../../core/cohort.ts';
import { toNumber } from '../../core/money.ts';
import { formatPeriod } from '../../core/period.ts';
import type { CohortRules, Match } from '../../core/raw.ts';
import { sdOf } from '../../core/spread.ts';
import { count, period, price, text, unknown } from '../cells.ts';
import { phraseText } from '../format.ts';
import type { Block, Cell, Column, Phrase, Report } from '../report.ts';
import { type MatchCaveat, matchCaveats } from './caveats.ts';
import { matchData, matchSection } from './match.ts';
import { type CohortCell, spendTable, wholeCohorts } from './rows.ts';

export interface CohortFacts {
  readonly cells: readonly CohortCell[];
  readonly match: Match;
  readonly rules: CohortRules;
  readonly currency: string | null;
  readonly inputs: readonly unknown[];
  readonly inputCaveats: readonly MatchCaveat[];
  /** Whether the table for `-o` is by jackknife group. */
  readonly byGroup: boolean;
  /** A cohort of fewer people is not shown to people; `table` has it, since calc reads that. */
  readonly minPeople: number;
}

const NAMES = { non_member: 'Non-members', newcomer: 'Newcomers', lurker: 'Lurkers', active: 'Active' } as const;

/** Beyond so many periods the tables show the latest. */
const MOST_ROWS = 24;

/** Who was in which cohort in each period, and what they spent. */
export function cohortReport(facts: CohortFacts): Report {
  const whole = wholeCohorts(facts.cells);
  const rows = byPeriod(whole);
  const caveats = [
    ...facts.inputCaveats,
    ...matchCaveats(facts.match, facts.rules),
    ...smallCohorts(rows, facts.minPeople),
  ];
  const shown =
    (cell: (cells: readonly CohortCell[]) => Cell) =>
    (cells: readonly CohortCell[]): Cell =>
      isSmall(cells, facts.minPeople) ? unknown(`fewer than ${facts.minPeople} people are not shown`) : cell(cells);
  return {
    kind: 'cohorts',
    passed: true,
    currency: facts.currency,
    data: dataOf(facts, rows, caveats),
    blocks: [
      title(facts, rows),
      tableSection(
        'people',
        'People',
        ['at the end of each period'],
        rows,
        shown((cells) => count(sumOf(cells, 'people'))),
      ),
      tableSection('spending', 'Spending per person', [], rows, shown(spendingCell)),
      matchSection(facts.match),
      { kind: 'section', id: 'caveats', title: 'Caveats', blocks: [{ kind: 'caveats', caveats }] },
      {
        kind: 'hints',
        hints: [
          { label: 'Save', command: '-o spend.csv' },
          { label: 'Then', command: 'community-roi calc costs.csv spend.csv' },
        ],
      },
    ],
    table: spendTable(facts.cells, facts.byGroup, facts.currency),
  };
}

type PeriodRow = readonly [period: string, cells: ReadonlyMap<Cohort, readonly CohortCell[]>];

/** The cells of each period by cohort; several where there are lines. */
function byPeriod(whole: readonly CohortCell[]): PeriodRow[] {
  const rows = new Map<string, Map<Cohort, CohortCell[]>>();
  for (const cell of whole) {
    const label = formatPeriod(cell.period);
    const row = rows.get(label) ?? new Map<Cohort, CohortCell[]>();
    rows.set(label, row);
    row.set(cell.cohort, [...(row.get(cell.cohort) ?? []), cell]);
  }
  return [...rows];
}

/** People are the same on every line; money adds up. */
function sumOf(cells: readonly CohortCell[], what: 'people' | 'spend'): number {
  if (what === 'people') return cells[0]?.people ?? 0;
  return toNumber(cells.reduce((sum, cell) => sum + cell.spend, 0n));
}

function isSmall(cells: readonly CohortCell[], minPeople: number): boolean {
  const people = sumOf(cells, 'people');
  return people > 0 && people < minPeople;
}

/** How many cells of the tables are left open for being those of a few people. */
function smallCohorts(rows: readonly PeriodRow[], minPeople: number): MatchCaveat[] {
  const small = rows.flatMap(([, cells]) => [...cells.values()]).filter((cells) => isSmall(cells, minPeople)).length;
  if (small === 0) return [];
  const [what, them] =
    small === 1 ? [' cohort of a period has', ['is', 'it']] : [' cohorts of a period have', ['are', 'them']];
  const message: Phrase = [
    count(small),
    `${what} fewer than ${minPeople} people and ${them[0]} left out of what people read (--min-people). JSON, CSV and Parquet have ${them[1]}, since calc needs ${them[1]}.`,
  ];
  return [{ code: 'FEW_PEOPLE', message }];
}

function spendingCell(cells: readonly CohortCell[]): Cell {
  const people = sumOf(cells, 'people');
  return people === 0 ? unknown('nobody is in it') : price(sumOf(cells, 'spend') / people);
}

function title({ currency, match, rules }: CohortFacts, rows: readonly PeriodRow[]): Block {
  const [from, to] = [rows[0]?.[0] ?? '', rows.at(-1)?.[0] ?? ''];
  return {
    kind: 'title',
    text: [
      'Cohorts · ',
      period(from),
      ...(from === to ? [] : [' to ', period(to)]),
      ` · by ${rules.unit}`,
      ...(currency === null ? [] : [' · ', text(currency)]),
      ' · ',
      count(match.members),
      ' members',
    ],
  };
}

function tableSection(
  id: string,
  heading: string,
  note: Phrase,
  rows: readonly PeriodRow[],
  cell: (cells: readonly CohortCell[]) => Cell,
): Block {
  const columns: Column[] = [
    { header: 'Period', align: 'left', priority: 1 },
    ...COHORTS.map((cohort): Column => ({ header: NAMES[cohort], align: 'right', priority: 1 })),
  ];
  const shown = rows.slice(-MOST_ROWS);
  const cut: Phrase =
    shown.length < rows.length ? [`the latest ${shown.length}; -o spend.csv has all ${rows.length}`] : [];
  const both: Phrase = note.length > 0 && cut.length > 0 ? [...note, ', ', ...cut] : [...note, ...cut];
  return {
    kind: 'section',
    id,
    title: heading,
    ...(both.length === 0 ? {} : { note: both }),
    blocks: [
      {
        kind: 'table',
        columns,
        rows: shown.map(([label, cells]) => [
          period(label),
          ...COHORTS.map((cohort) => {
            const own = cells.get(cohort);
            return own === undefined ? unknown('nobody has been in it yet') : cell(own);
          }),
        ]),
      },
    ],
  };
}

function dataOf(facts: CohortFacts, rows: readonly PeriodRow[], caveats: readonly MatchCaveat[]): unknown {
  const plain = { locale: 'en-US', currency: facts.currency, ascii: false };
  return {
    currency: facts.currency,
    ...facts.rules,
    window: { from: rows[0]?.[0] ?? null, to: rows.at(-1)?.[0] ?? null, periods: rows.length },
    match: matchData(facts.match),
    periods: rows.map(([label, cells]) => ({
      period: label,
      cohorts: Object.fromEntries([...cells].map(([cohort, own]) => [cohort, cohortData(own)])),
    })),
    caveats: caveats.map(({ code, message }) => ({ code, message: phraseText(message, plain) })),
    inputs: facts.inputs,
  };
}

function cohortData(own: readonly CohortCell[]): unknown {
  const people = sumOf(own, 'people');
  const spend = sumOf(own, 'spend');
  const [only, ...more] = own;
  const byLine =
    more.length === 0 ? {} : { lines: Object.fromEntries(own.map((cell) => [cell.line, toNumber(cell.spend)])) };
  return {
    people,
    spend,
    spendPerPerson: people === 0 ? null : spend / people,
    ...(more.length > 0 || only === undefined ? {} : { spendSd: sdOf(people, only.spend, only.squares) }),
    ...byLine,
  };
}
