import { calculateRoi } from '../core/calculate.ts';
import type { EffectOptions } from '../core/effect/calculate.ts';
import { joiningReturn, joiningSpan } from '../core/effect/joining.ts';
import { panelOfTotals } from '../core/effect/panel.ts';
import type { BaselineChoice, RoiInput, RoiOptions } from '../core/input.ts';
import { parsePeriod } from '../core/period.ts';
import type { RoiResult } from '../core/result.ts';
import type { RawSources } from '../engine/engine.ts';
import { joinersFew, joinersMissing, joiningNeedsExports, joiningNotFromStdin } from '../errors/effect.ts';
import { Problems } from '../errors/problem.ts';
import { InputError } from '../errors/user-error.ts';
import { withJoining } from '../report/calc/joining.ts';
import type { Report } from '../report/report.ts';
import type { RawOptions, Services } from './command.ts';
import { askPanel, assertPanel } from './effect-files.ts';

/** What `calc` has computed by the uplift over newcomers. */
export interface Classic {
  readonly rows: RoiInput;
  readonly method: RoiOptions;
  readonly result: RoiResult;
  readonly minPeople: number;
}

type AddJoining = (report: Report, classic: Classic) => Promise<Report>;

/** What `--method joining` adds to the report; a usage error where it cannot, before anything is read. */
export function joiningJob(sources: RawSources | undefined, raw: RawOptions, services: Services): AddJoining {
  if (sources === undefined) throw joiningNeedsExports();
  if (Object.values(sources).flat().includes('-')) throw joiningNotFromStdin();
  return async (report, classic) => withJoining(report, await compare(sources, raw, services, classic));
}

async function compare(sources: RawSources, raw: RawOptions, services: Services, classic: Classic) {
  const { rows, method, result, minPeople } = classic;
  const problems = new Problems();
  const sums = await askPanel(sources, raw, {}, services, problems);
  if (sums === undefined || problems.total > 0) throw new InputError(problems);
  const file = sums.inputs.find(({ kind }) => kind === 'transactions')?.name ?? '';
  const panel = panelOfTotals(sums.periods, sums.totals);
  const isSomebodyOut = panel.cohorts.some(({ joined }) => joined === null);
  const own: EffectOptions = {
    comparison: isSomebodyOut ? 'never' : 'not-yet',
    direction: 'higher',
    minPeople,
  };
  assertPanel(panel, own, file);
  const joined = panel.cohorts.reduce((sum, cohort) => sum + (cohort.joined === null ? 0 : cohort.people), 0);
  if (joined < minPeople) {
    problems.add({ ...joinersFew(joined, minPeople), file });
    throw new InputError(problems);
  }
  const span = joiningSpan(panel, own, result);
  if (span === undefined) {
    problems.add({ ...joinersMissing(result.window.from, result.window.to), file });
    throw new InputError(problems);
  }
  const [from, to] = span.map((period) => parsePeriod(period)!);
  // The same yardstick, whatever periods the comparison is over.
  const baseline = method.baseline ?? choiceOf(result.baseline.period);
  const classicThere = calculateRoi(rows, { ...method, baseline, from: from!, to: to! });
  return joiningReturn(panel, own, classicThere, method.margin ?? 1);
}

function choiceOf(label: string): BaselineChoice {
  const [first, last = first] = label.split('..').map((period) => parsePeriod(period));
  return first === undefined || last === undefined ? 'all' : { from: first, to: last };
}
