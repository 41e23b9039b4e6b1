import { CalculationError } from '../core/fault.ts';
import type { RoiOptions } from '../core/input.ts';
import { scenarioFigures } from '../core/scenario.ts';
import { type Sensitivity, sensitivity } from '../core/sensitivity.ts';
import { Problems } from '../errors/problem.ts';
import { InputError } from '../errors/user-error.ts';
import { checkSources, type PlacedScenario, readScenarios } from '../input/scenarios.ts';
import type { ScenarioColumn } from '../report/sensitivity/scenarios.ts';
import type { Loaded } from './calc-files.ts';
import type { RawOptions, Services } from './command.ts';
import { addFaults } from './faults.ts';
import { wantsSensitivity } from './settings.ts';

/** What the report shows beside the figures as they are. */
interface Tried {
  readonly sensitivity?: Sensitivity;
  readonly scenarios?: readonly ScenarioColumn[];
}

/** Runs what `--sensitivity` and `--scenario` ask for. */
export async function tryOut(raw: RawOptions, loaded: Loaded, options: RoiOptions, services: Services): Promise<Tried> {
  const file = raw['scenario'];
  return {
    ...(wantsSensitivity(raw) ? { sensitivity: sensitivity(loaded.rows, options) } : {}),
    ...(typeof file === 'string' ? { scenarios: await compare(file, loaded, options, services) } : {}),
  };
}

async function compare(
  file: string,
  loaded: Loaded,
  options: RoiOptions,
  { stdin, cwd }: Services,
): Promise<readonly ScenarioColumn[]> {
  const problems = new Problems();
  const context = { problems, stdin, cwd };
  const scenarios = await readScenarios(file, context);
  const sources = [...new Set((loaded.rows.returns ?? []).map(({ source }) => source))].sort();
  checkSources(scenarios, sources, context);
  const columns = scenarios.flatMap((scenario) => column(scenario, loaded, options, problems) ?? []);
  if (problems.total > 0) throw new InputError(problems);
  return columns;
}

function column(
  scenario: PlacedScenario,
  { rows }: Loaded,
  options: RoiOptions,
  problems: Problems,
): ScenarioColumn | undefined {
  try {
    return { ...scenarioFigures(rows, options, scenario), changes: scenario.written };
  } catch (error) {
    if (!(error instanceof CalculationError)) throw error;
    addFaults(problems, error.faults, rows.spend, [], `${scenario.file}:${scenario.line}`);
    return undefined;
  }
}
