import { LINES } from '../../core/cohort.ts';
import { MONEY_DECIMALS } from '../../core/money.ts';
import type { FoundCurrency } from '../../input/options.ts';
import type { CohortQuestion, CohortSums, Engine, EngineContext } from '../engine.ts';
import { type Plan, peopleSteps, sums } from '../sql/cohorts.ts';
import { DUCKDB, literal } from '../sql/dialect.ts';
import { type CellSum, type PeopleStep, tally } from '../tally.ts';
import { decimalsOf, limbsOf, wholeAt } from './exact.ts';
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
  const steps: PeopleStep[] = [];
  await session.scan(
    [`SELECT period, cohort, grp::INTEGER, n::INTEGER FROM (${peopleSteps(plan)}) step`],
    ([period, cohort, group, people], rows) => {
      for (let row = 0; row < rows; row++) {
        steps.push({ period: period![row]!, cohort: cohort![row]!, group: group![row]!, people: people![row]! });
      }
    },
    'adding up',
  );
  const decimals = await decimalsOf(session, 'spent');
  const toMoney = 10n ** BigInt(MONEY_DECIMALS - decimals);
  const spent: CellSum[] = [];
  await session.scan(
    [
      `SELECT period, cohort, grp::INTEGER, ${lineNumber('line')}, ${limbsOf(DUCKDB.minorUnits('total', decimals))}
         ${squares ? `, ${limbsOf('squares')}` : ''}
       FROM (${sums(plan, { squares, decimals })}) cell`,
    ],
    (columns, rows) => {
      const [period, cohort, group, line] = columns;
      for (let row = 0; row < rows; row++) {
        spent.push({
          period: period![row]!,
          cohort: cohort![row]!,
          group: group![row]!,
          line: LINES[line![row]!] ?? null,
          spend: wholeAt(columns, 4, row) * toMoney,
          squares: squares ? wholeAt(columns, 7, row) * toMoney ** 2n : 0n,
        });
      }
    },
    'adding up',
  );
  return tally(unit, window, steps, spent);
}

/** The place of a line in LINES, or −1. */
function lineNumber(line: string): string {
  const cases = LINES.map((name, at) => `WHEN ${literal(name)} THEN ${at}`);
  return `(CASE ${line} ${cases.join(' ')} ELSE -1 END)::INTEGER`;
}
