import type { Line } from '../../core/cohort.ts';
import { MONEY_DECIMALS, money } from '../../core/money.ts';
import type { FoundCurrency } from '../../input/options.ts';
import type { CohortQuestion, CohortSums, Engine, EngineContext } from '../engine.ts';
import { type Plan, peopleSteps, sums } from '../sql/cohorts.ts';
import { tally } from '../tally.ts';
import { type LoadedExports, makeStage, withExports } from './exports.ts';
import { matchOf } from './match.ts';

/** DuckDB, embedded: reads plain files itself, spills to the disk what does not fit into memory. */
export const duckdb: Engine = {
  name: 'DuckDB',
  cohortSums: (sources, rules, context) =>
    withExports(sources, rules, rules.squares, context, (exports) => answer(exports, rules, context)),
};

async function answer(exports: LoadedExports, rules: CohortQuestion, context: EngineContext): Promise<CohortSums> {
  const { session, loaded, plan } = exports;
  if (plan.again) await makeStage(session, 'presence', plan);
  await makeStage(session, 'active', plan);
  const [found] = await session.rows<{ active: boolean }>('SELECT count(*) > 0 AS active FROM active');
  return {
    cells: await cellsOf(exports, rules, { ...plan, active: found!.active }),
    match: await matchOf(exports, context.today),
    currencies: loaded.map(({ currency }) => currency).filter((found): found is FoundCurrency => found !== undefined),
    inputs: loaded.map(({ summary }) => summary),
  };
}

async function cellsOf({ session, window }: LoadedExports, { unit, squares }: CohortQuestion, plan: Plan) {
  const steps = await session.rows<{ grp: number; period: number; cohort: number; n: number }>(
    `SELECT grp, period, cohort, n::INTEGER AS n FROM (${peopleSteps(plan)}) step`,
    'adding up',
  );
  const [scale] = await session.rows<{ decimals: number }>(
    `SELECT numeric_scale::INTEGER AS decimals FROM information_schema.columns
     WHERE table_name = 'spent' AND column_name = 'amount'`,
  );
  const { decimals } = scale!;
  const rows = await session.rows<{
    period: number;
    cohort: number;
    grp: number;
    line: Line | null;
    amount: string;
    squares: string;
  }>(
    `SELECT period, cohort, grp, line, total::VARCHAR AS amount, ${squares ? 'squares' : '0'}::VARCHAR AS squares
     FROM (${sums(plan, { squares, decimals })}) cell`,
    'adding up',
  );
  const toSquares = 10n ** BigInt(2 * (MONEY_DECIMALS - decimals));
  return tally(
    unit,
    window,
    steps.map(({ grp, n, ...step }) => ({ ...step, group: grp, people: n })),
    rows.map((row) => ({ ...row, group: row.grp, sum: money(row.amount), squares: BigInt(row.squares) * toSquares })),
  );
}
