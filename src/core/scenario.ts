import { calculateRoi } from './calculate.ts';
import type { RoiInput, RoiOptions } from './input.ts';
import { scale } from './money.ts';
import type { RoiResult } from './result.ts';
import type { CostCategory, CostRow } from './rows.ts';

/** A named set of changes to what a report rests on; what it does not name stays. */
export interface Scenario {
  readonly name: string;
  /** A useful life is that of every one-off cost, also of those with their own. */
  readonly options: Pick<RoiOptions, 'baseline' | 'margin' | 'usefulLifeYears' | 'from' | 'to'>;
  /** Factors by category: 1.2 makes a cost a fifth higher. */
  readonly costs: Readonly<Partial<Record<CostCategory, number>>>;
  /** Factors by source. */
  readonly returns: Readonly<Record<string, number>>;
}

/** The figures by which scenarios are compared. */
export interface ScenarioFigures
  extends Pick<RoiResult, 'verdict' | 'window' | 'baseline' | 'totals' | 'latest12' | 'breakEven'> {
  readonly name: string;
}

/** The figures where a scenario holds. Throws as `calculateRoi` does. */
export function scenarioFigures(input: RoiInput, options: RoiOptions, scenario: Scenario): ScenarioFigures {
  const result = calculateRoi(changed(input, scenario), { ...options, ...scenario.options });
  const { verdict, window, baseline, totals, latest12, breakEven } = result;
  return { name: scenario.name, verdict, window, baseline, totals, latest12, breakEven };
}

function changed(input: RoiInput, { costs, returns, options }: Scenario): RoiInput {
  const rows = options.usefulLifeYears === undefined ? input.costs : withoutOwnLives(input.costs);
  return {
    ...input,
    costs: rows.map((row) => ({ ...row, amount: scale(row.amount, costs[row.category] ?? 1) })),
    returns: (input.returns ?? []).map((row) => ({ ...row, amount: scale(row.amount, factorOf(returns, row.source)) })),
  };
}

/** The costs with no useful life of their own, so that one given for all of them holds. */
export function withoutOwnLives(costs: readonly CostRow[]): CostRow[] {
  return costs.map(({ usefulLifeYears: _, ...row }) => row);
}

function factorOf(factors: Scenario['returns'], source: string): number {
  return Object.hasOwn(factors, source) ? (factors[source] ?? 1) : 1;
}
