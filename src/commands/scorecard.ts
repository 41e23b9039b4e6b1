import type { Reading } from '../core/goals/goal.ts';
import { initiativeStatus, judgeGoals, judgeWatches } from '../core/goals/judge.ts';
import { type Period, parsePeriod } from '../core/period.ts';
import { ConfigError } from '../errors/config.ts';
import { goalMetricUnknown } from '../errors/goals.ts';
import { Problems } from '../errors/problem.ts';
import type { ConfigFile } from '../input/config/config-file.ts';
import { initiativesOf, type PlacedInitiative, watchesOf } from '../input/config/goals.ts';
import { closest } from '../input/spelling.ts';
import { type CalcData, derivedFrom } from '../report/check/derived.ts';
import { checkReport } from '../report/check/report.ts';
import { type Figure, figureAt } from '../report/figure-at.ts';
import type { Report } from '../report/report.ts';
import type { Services } from './command.ts';
import { nearFigures } from './metrics.ts';
import type { Results } from './results.ts';

/** The report of `check` on what a config wants; undefined where it has neither initiatives nor checks. */
export function scorecardOf(config: ConfigFile, results: Results, services: Services): Report | undefined {
  const problems = new Problems();
  const initiatives = initiativesOf(config, problems);
  const watches = watchesOf(config, problems);
  if (problems.total > 0) throw inOrder(problems);
  if (initiatives.length === 0 && watches.length === 0) return undefined;
  const figures = figuresFor([...initiatives.flatMap(goalsOf), ...watches], results, services.today);
  const read = (metric: string): Reading => {
    const { value, reason } = figures.get(metric)!;
    return value === null ? { value, reason } : { value };
  };
  const measured = <T extends Metric>(goal: T) => ({ ...goal, measure: figures.get(goal.metric)!.measure });
  const last = lastPeriod(results, services.today);
  const judged = (goals: PlacedInitiative['business']) => judgeGoals(goals, read, last.period).map(measured);
  return checkReport({
    to: last.text,
    currency: results.reports['calc']?.currency ?? null,
    initiatives: initiatives.map((initiative) => {
      const [business, members] = [judged(initiative.business), judged(initiative.members)];
      return { name: initiative.name, status: initiativeStatus([...business, ...members]), business, members };
    }),
    checks: judgeWatches(watches, read).map(measured),
  });
}

type Metric = Pick<PlacedInitiative['business'][number], 'metric'>;

const goalsOf = ({ business, members }: PlacedInitiative) => [...business, ...members];

/** Problems in the order of the file. */
function inOrder(problems: Problems): ConfigError {
  problems.kept.sort((a, b) => (a.line ?? 0) - (b.line ?? 0));
  return new ConfigError(problems);
}

/** The figures that goals and checks name. Throws ConfigError for those that there are not. */
function figuresFor(
  wanted: readonly Pick<PlacedInitiative['business'][number], 'metric' | 'at'>[],
  results: Results,
  today: string,
): ReadonlyMap<string, Figure> {
  const problems = new Problems();
  const calc = results.data['calc'] as CalcData | undefined;
  const data = { ...calc, ...results.data, ...(calc === undefined ? {} : derivedFrom(calc, today)) };
  const found = new Map<string, Figure>();
  for (const { metric, at } of wanted) {
    const figure = figureAt(data, metric);
    const absent = 'near' in figure ? absentPart(metric, results) : undefined;
    if (!('near' in figure)) found.set(metric, figure);
    else if (absent !== undefined) found.set(metric, { value: null, reason: absent, measure: 'number' });
    else problems.add({ ...goalMetricUnknown(metric, alike(metric, figure.near, results), figure.near), ...at });
  }
  if (problems.total > 0) throw inOrder(problems);
  return found;
}

/** Names much like the one that was meant, or what its first part may mean: `outcomes.earnings` for `outcome.earnings`. */
function alike(metric: string, near: readonly string[], { missing }: Results): readonly string[] {
  const whole = nearFigures(metric, near);
  if (whole.length > 0) return whole;
  const [first = '', ...rest] = metric.split('.');
  const heads = near.filter((name) => !name.includes('.'));
  return closest(first, [...heads, ...missing.map(({ command }) => command)]).map((head) => [head, ...rest].join('.'));
}

/** Why a figure cannot be there: its files are not named. */
function absentPart(metric: string, { missing }: Results): string | undefined {
  const [first = ''] = metric.split('.');
  const part = missing.find(({ command }) => command === first) ?? missing.find(({ command }) => command === 'calc');
  return part === undefined ? undefined : `the config names no file of ${part.files.join(' and ')}`;
}

/** The last period that the figures cover; this month where there are none over time. */
function lastPeriod({ data }: Results, today: string): { readonly text: string; readonly period: Period } {
  const text = (data['calc'] as CalcData | undefined)?.window.to ?? today.slice(0, 7);
  return { text, period: parsePeriod(text)! };
}
