import type { Line } from '../../core/cohort.ts';
import { MONEY_DECIMALS, money } from '../../core/money.ts';
import type { Match } from '../../core/raw.ts';
import { tableChanged } from '../../errors/database.ts';
import type { FoundCurrency, InputSummary } from '../../input/options.ts';
import type { CohortQuestion, CohortSums, EngineContext, RawSources, SumCell } from '../engine.ts';
import { matchFrom } from '../match.ts';
import * as questions from '../sql/questions.ts';
import { type ShownStatement, shown } from '../sql/show.ts';
import { tally } from '../tally.ts';
import type { Connection } from './connection.ts';
import type { Looked } from './look.ts';
import { countsOf, type Prepared, prepare } from './prepare.ts';
import type { DatabaseSource } from './source.ts';

const ADDING_UP = 'adding up';
const MATCHING = 'matching';

/** People and sums, from the tables of a database. Undefined where they have problems, which are then in the context. */
export async function answer(
  connection: Connection,
  sources: RawSources,
  question: CohortQuestion,
  source: DatabaseSource,
  context: EngineContext,
): Promise<CohortSums | undefined> {
  const prepared = await prepare(connection, sources, question, source, context);
  if (prepared === undefined) return undefined;
  const { looked } = prepared;
  const { cells, periods } = await cellsOf(prepared, question);
  const match = await matchOf(prepared, periods);
  await assertUnchanged(prepared);
  return {
    cells,
    match,
    currencies: looked.map(({ currency }) => currency).filter((found): found is FoundCurrency => found !== undefined),
    inputs: looked.map((one) => summaryOf(one, source)),
  };
}

/** What `answer` asks, without asking for more than a look at the tables. */
export async function statementsOf(
  connection: Connection,
  sources: RawSources,
  question: CohortQuestion,
  source: DatabaseSource,
  context: EngineContext,
): Promise<readonly ShownStatement[] | undefined> {
  const prepared = await prepare(connection, sources, question, source, context);
  if (prepared === undefined) return undefined;
  const { plan, looked, decimals, asked, sharded, textOf } = prepared;
  const has = (kind: string) => looked.some(({ opened }) => opened.kind === kind);
  const statements = [
    ...asked,
    questions.steps(plan),
    questions.spending(plan, { squares: question.squares, decimals }),
    questions.people(plan),
    ...(sharded || question.normalizeIds ? [] : [questions.almost(plan)]),
    ...(has('activity') ? [questions.contributors(plan)] : []),
    ...looked.map(({ opened }) => questions.rowCount(opened.table.from)),
  ];
  return statements.map((statement) => shown(statement, textOf(statement)));
}

/** The cells, and the numbers of the periods with transactions. */
async function cellsOf(
  { plan, window, decimals, ask }: Prepared,
  { unit, squares }: CohortQuestion,
): Promise<{ readonly cells: SumCell[]; readonly periods: readonly number[] }> {
  const steps = await ask(questions.steps(plan), ADDING_UP);
  const sums = await ask(questions.spending(plan, { squares, decimals }), ADDING_UP);
  const place = (key: (name: string) => string) => ({
    period: Number(key('period')),
    cohort: Number(key('cohort')),
    group: Number(key('grp')),
  });
  const toSquares = 10n ** BigInt(2 * (MONEY_DECIMALS - decimals));
  const spent = sums.map((row) => ({
    ...place(row.key),
    line: (row.key('line') || null) as Line | null,
    spend: money(row.exact('total')),
    squares: squares ? BigInt(row.exact('squares')) * toSquares : 0n,
  }));
  const changes = steps.map((row) => ({ ...place(row.key), people: row.number('n') }));
  return {
    cells: tally(unit, window, changes, spent),
    periods: [...new Set(spent.map(({ period }) => period))],
  };
}

/** How the tables fit together. On shards nobody can be found whose id is almost that of somebody on another. */
async function matchOf({ looked, plan, sharded, listed, ask }: Prepared, periods: readonly number[]): Promise<Match> {
  const of = (kind: string) => looked.filter(({ opened }) => opened.kind === kind);
  const later = (kind: string) => of(kind).reduce((sum, one) => sum + one.later, 0);
  const people = await countsOf(ask, questions.people(plan), MATCHING);
  const { members = 0, buyers = 0, matched = 0 } = people;
  const asksAlmost = members > matched && buyers > matched && !plan.rules.normalizeIds && !sharded;
  const almost = asksAlmost ? await countsOf(ask, questions.almost(plan), MATCHING) : {};
  const hasActivity = of('activity').length > 0;
  const strangers = hasActivity ? await countsOf(ask, questions.contributors(plan), MATCHING) : {};
  return matchFrom({
    unit: plan.rules.unit,
    people,
    listed,
    almostMatching: almost['n'] ?? 0,
    outsiders: strangers['n'],
    future: { transactions: later('transactions'), activity: later('activity'), customers: later('customers') },
    periods,
    lastTransaction:
      of('transactions')
        .map(({ lastDay }) => lastDay)
        .sort()
        .at(-1) ?? '',
  });
}

/** People and sums come from different statements: they agree where no row has come or gone in between. */
async function assertUnchanged({ looked, ask }: Prepared): Promise<void> {
  for (const { opened, rows } of looked) {
    const { n } = await countsOf(ask, questions.rowCount(opened.table.from), `counting ${opened.name}`);
    if (n !== rows) throw tableChanged(opened.name);
  }
}

function summaryOf({ opened, rows, wrong }: Looked, { shown }: DatabaseSource): InputSummary {
  return {
    name: opened.name,
    kind: opened.kind,
    source: shown,
    sha256: null,
    rows: rows - wrong,
    encoding: null,
    delimiter: null,
    decimal: null,
    dateOrder: null,
    preambleLines: 0,
    ignoredColumns: opened.ignored,
    skippedRows: wrong,
  };
}
