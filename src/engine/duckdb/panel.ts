import type { CohortTotals } from '../../core/effect/panel.ts';
import { MONEY_DECIMALS } from '../../core/money.ts';
import { MONTHS_PER, monthsOf, type Period, periodOfMonth } from '../../core/period.ts';
import type { FoundCurrency } from '../../input/options.ts';
import type { AskPanel, EngineContext, PanelLeftOut, PanelQuestion, PanelSums } from '../engine.ts';
import type { Window } from '../sql/cohorts.ts';
import { DUCKDB } from '../sql/dialect.ts';
import * as sql from '../sql/panel.ts';
import { decimalsOf } from './exact.ts';
import { type LoadedExports, withExports } from './exports.ts';
import { matchOf } from './match.ts';
import type { Session } from './session.ts';

/** Sums and cross products of spending by period of joining, by DuckDB. */
export const panelSums: AskPanel = (sources, question, context) =>
  withExports(sources, question, false, context, (exports) => answer(exports, question, context));

async function answer(exports: LoadedExports, question: PanelQuestion, context: EngineContext): Promise<PanelSums> {
  const { session, loaded } = exports;
  const window = windowOf(exports, question);
  const match = await matchOf(exports, context.today);
  const periods = Array.from(
    { length: Math.max(0, window.last - window.first + 1) },
    (_, at): Period => ({ unit: question.unit, index: window.first + at }),
  );
  const [out] = await session.rows<{ later: number; later_joined: number; before: number }>(sql.panelLeftOut(window));
  const leftOut: PanelLeftOut = {
    knownLater: out?.later ?? 0,
    knownLaterJoined: out?.later_joined ?? 0,
    joinedBefore: out?.before ?? 0,
  };
  return {
    periods,
    totals: periods.length === 0 ? [] : await totalsOf(session, window, periods),
    leftOut,
    match,
    currencies: loaded.map(({ currency }) => currency).filter((found): found is FoundCurrency => found !== undefined),
    inputs: loaded.map(({ summary }) => summary),
  };
}

/** People who are known by their first transaction alone all bought in its period: the panel begins after it. */
function windowOf({ loaded, window }: LoadedExports, { unit, from, to }: PanelQuestion): Window {
  const hasCustomers = loaded.some(({ job }) => job.kind.name === 'customers');
  const start = from === undefined ? undefined : periodOfMonth(monthsOf(from).first, unit).index;
  const end = to === undefined ? undefined : periodOfMonth(monthsOf(to).first + MONTHS_PER[to.unit] - 1, unit).index;
  return {
    first: Math.max(window.first, start ?? (hasCustomers ? window.first : window.first + 1)),
    last: Math.min(window.last, end ?? window.last),
  };
}

async function totalsOf(session: Session, window: Window, periods: readonly Period[]): Promise<CohortTotals[]> {
  await session.run(sql.panelists(window), 'matching');
  const decimals = await decimalsOf(session, 'spent');
  await session.run(sql.panelSpending(DUCKDB, window, decimals), 'adding up');
  const people = await session.rows<{ joined: number; n: number }>(sql.panelPeople);
  const sums = await session.rows<{ joined: number; t: number; total: string }>(sql.panelSums, 'adding up');
  const products = await session.rows<{ joined: number; s: number; t: number; total: string }>(
    sql.panelProducts,
    'adding up',
  );
  const toMoney = 10n ** BigInt(MONEY_DECIMALS - decimals);
  const length = periods.length;
  const totals = new Map(
    people.map(({ joined, n }) => {
      const period = joined === sql.NOT_JOINED ? null : periods[joined - window.first]!;
      const empty = { sums: new Array<bigint>(length).fill(0n), products: new Array<bigint>(length ** 2).fill(0n) };
      return [joined, { joined: period, people: n, ...empty }] as const;
    }),
  );
  for (const { joined, t, total } of sums) totals.get(joined)!.sums[t - window.first] = BigInt(total) * toMoney;
  for (const { joined, s, t, total } of products) {
    const product = BigInt(total) * toMoney ** 2n;
    const own = totals.get(joined)!.products;
    own[(s - window.first) * length + t - window.first] = product;
    own[(t - window.first) * length + s - window.first] = product;
  }
  return [...totals.values()];
}
