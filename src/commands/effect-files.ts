import { calculateEffect, type EffectOptions, effectFault } from '../core/effect/calculate.ts';
import { type Panel, panelOfPeople, panelOfTotals } from '../core/effect/panel.ts';
import { DEFAULT_MIN_PEOPLE } from '../core/outcomes/options.ts';
import { formatPeriod, type Period } from '../core/period.ts';
import type { PanelSums, RawSources } from '../engine/engine.ts';
import { comparisonMissing, joinersMissing, panelEmpty, panelOrExports, panelShort } from '../errors/effect.ts';
import { Problems } from '../errors/problem.ts';
import { InputError } from '../errors/user-error.ts';
import { agreeCurrency } from '../input/currency.ts';
import { PANEL_COLUMNS, readPanel } from '../input/panel/panel.ts';
import type { EffectFacts } from '../report/effect/facts.ts';
import { effectReport } from '../report/effect/report.ts';
import { explainEffect } from '../report/explain/effect.ts';
import { explainedReport } from '../report/explain/explain.ts';
import type { Report } from '../report/report.ts';
import { cohortOptions } from '../schema/cohort-options.ts';
import type { EffectOptionValues } from '../schema/effect-options.ts';
import { remark, skippedRows } from './calc-files.ts';
import type { RawOptions, Services } from './command.ts';
import { explainedEntry, memberReadOptions } from './member-options.ts';
import { assertStdinOnce, checkOptions, readContext } from './options.ts';
import { COHORT_OPTIONS, engineContext, listOf, rulesOf } from './raw-files.ts';

/** The report of `effect` on spending, added up from a member list and transactions. */
export async function effectOfExports(
  sources: RawSources,
  raw: RawOptions,
  options: EffectOptionValues,
  services: Services,
): Promise<Report> {
  assertStdinOnce(Object.values(sources).flat());
  const problems = new Problems();
  const sums = await askPanel(sources, raw, options, services, problems);
  const found = agreeCurrency(sums?.currencies ?? [], problems);
  if (sums === undefined || problems.total > 0) throw new InputError(problems);
  remark(sums.inputs, services);
  const method = methodOf(options, 'higher');
  const file = sums.inputs.find(({ kind }) => kind === 'transactions')?.name ?? '';
  const panel = panelOfTotals(sums.periods, sums.totals);
  assertPanel(panel, method, file);
  return shown(raw, {
    result: calculateEffect(panel, method),
    outcome: 'spending',
    money: true,
    minPeople: method.minPeople,
    currency: options.currency ?? found,
    inputs: sums.inputs,
    inputCaveats: skippedRows(sums.inputs),
    leftOut: { ...sums.leftOut, incomplete: 0 },
    match: sums.match,
    rules: rulesOf(checkOptions(cohortOptions, raw, COHORT_OPTIONS)),
  });
}

/** Sums over the people of a panel, from raw exports. Problems go into `problems`; undefined where there are any. */
export async function askPanel(
  sources: RawSources,
  raw: RawOptions,
  { from, to }: Pick<EffectOptionValues, 'from' | 'to'>,
  services: Services,
  problems: Problems,
): Promise<PanelSums | undefined> {
  const options = checkOptions(cohortOptions, raw, COHORT_OPTIONS);
  const { panelSums } = await import('../engine/duckdb/panel.ts');
  const question = {
    ...rulesOf(options),
    ...(from === undefined ? {} : { from }),
    ...(to === undefined ? {} : { to }),
  };
  return panelSums(sources, question, engineContext(raw, options, services, problems));
}

/** The report of `effect` on the outcomes of a panel. */
export async function effectOfPanel(
  files: readonly string[],
  others: readonly string[],
  raw: RawOptions,
  options: EffectOptionValues,
  services: Services,
): Promise<Report> {
  if (others.length > 0) throw panelOrExports();
  assertStdinOnce(files);
  const problems = new Problems();
  const context = readContext(services, problems);
  const how = await memberReadOptions(raw, options.currency, { panel: PANEL_COLUMNS });
  const read = await readPanel(files, { from: options.from, to: options.to }, how, context);
  if (problems.total > 0) throw new InputError(problems);
  remark(read.inputs, services);
  const method = methodOf(options, null);
  const { periods, people, incomplete, joinedBefore } = read.collected;
  const panel = panelOfPeople(periods, people);
  assertPanel(panel, method, read.inputs[0]?.name ?? '', true);
  const currency = options.currency ?? read.currency?.code ?? null;
  return shown(raw, {
    result: calculateEffect(panel, method),
    outcome: 'outcome',
    money: currency !== null,
    minPeople: method.minPeople,
    currency,
    inputs: read.inputs,
    inputCaveats: skippedRows(read.inputs),
    leftOut: { incomplete, joinedBefore, knownLater: 0, knownLaterJoined: 0 },
  });
}

/** The report, or the arithmetic of the figure that is asked for. */
async function shown(raw: RawOptions, facts: Omit<EffectFacts, 'withCells'>): Promise<Report> {
  const entry = await explainedEntry(raw, 'effect');
  if (entry !== undefined) return explainedReport(entry, explainEffect(entry.id, facts.result), facts.currency);
  return effectReport({ ...facts, withCells: listOf(raw, 'section').includes('cells') });
}

function methodOf(options: EffectOptionValues, direction: EffectOptions['direction']): EffectOptions {
  return {
    comparison: options.comparison ?? 'never',
    direction: options.better ?? direction,
    minPeople: options.minPeople ?? DEFAULT_MIN_PEOPLE,
  };
}

/** Throws InputError where the panel has nothing to compare. */
export function assertPanel(
  { periods, cohorts }: Panel,
  method: Pick<EffectOptions, 'comparison'>,
  file: string,
  isPanel = false,
): void {
  const [first, last] = [periods[0], periods.at(-1)];
  const problems = new Problems();
  const named = (period: Period | undefined) => (period === undefined ? 'the window' : formatPeriod(period));
  if (periods.length < 2)
    problems.add({ ...panelShort(first === undefined ? undefined : formatPeriod(first), isPanel), file });
  else if (cohorts.length === 0) problems.add({ ...panelEmpty(named(first)), file });
  else {
    const fault = effectFault({ periods, cohorts }, method);
    if (fault === 'nobody-joined') problems.add({ ...joinersMissing(named(first), named(last)), file });
    if (fault === 'nobody-to-compare') problems.add({ ...comparisonMissing(method.comparison), file });
  }
  if (problems.total > 0) throw new InputError(problems);
}
