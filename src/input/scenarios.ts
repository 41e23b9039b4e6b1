import type { Scenario } from '../core/scenario.ts';
import type { Complaint } from '../errors/problem.ts';
import {
  scenarioKeyUnknown,
  scenarioShape,
  scenarioSourceUnknown,
  scenarioValue,
  scenarioYaml,
} from '../errors/scenario.ts';
import { COST_KEYS, SCENARIO_KEYS, scenarioSettings } from '../schema/scenario.ts';
import type { ReadContext } from './options.ts';
import { closest } from './spelling.ts';
import { readWholeText } from './whole-text.ts';
import { isMapping, type Mapping, parseYaml, type YamlMapping } from './yaml.ts';

/** A scenario, where it stands, and its settings as they are written. */
export interface PlacedScenario extends Scenario {
  readonly file: string;
  readonly line: number;
  readonly written: readonly Written[];
}

interface Written {
  /** `margin`, `costs.staff`, `returns.advertising`. */
  readonly setting: string;
  readonly value: string;
  readonly line: number;
}

/** Reads named scenarios from a YAML file. What is wrong goes into `context.problems`, and is left out. */
export async function readScenarios(arg: string, context: ReadContext): Promise<readonly PlacedScenario[]> {
  const whole = await readWholeText(arg, context);
  if (whole === undefined) return [];
  const { name: file, text } = whole;
  const yaml = await parseYaml(text);
  if ('reason' in yaml) {
    context.problems.add({ ...scenarioYaml(yaml.reason), file, line: yaml.line });
    return [];
  }
  if (yaml.entries.length === 0) context.problems.add({ ...scenarioShape(), file });
  return yaml.entries.flatMap(([name, settings]) => checked(file, name, settings, yaml, context) ?? []);
}

/** Sources that a scenario changes must be among those of the input. */
export function checkSources(scenarios: readonly PlacedScenario[], sources: readonly string[], context: ReadContext) {
  for (const { file, line: first, returns, written } of scenarios) {
    for (const source of Object.keys(returns)) {
      if (sources.includes(source)) continue;
      const line = written.find(({ setting }) => setting === `returns.${source}`)?.line ?? first;
      context.problems.add({ ...scenarioSourceUnknown(source, closest(source, sources), sources), file, line });
    }
  }
}

function checked(
  file: string,
  name: string,
  settings: unknown,
  yaml: YamlMapping,
  { problems }: ReadContext,
): PlacedScenario | undefined {
  const line = yaml.lineOf([name]);
  if (!isMapping(settings)) {
    problems.add({ ...scenarioShape(), file, line });
    return undefined;
  }
  const result = scenarioSettings.safeParse(settings);
  if (!result.success) {
    const complaints = result.error.issues.flatMap((issue) => complaintsOf(issue, settings));
    const placed = complaints.map(({ path, complaint }) => ({ ...complaint, line: yaml.lineOf([name, ...path]) }));
    for (const complaint of placed.sort((a, b) => a.line - b.line)) problems.add({ ...complaint, file });
    return undefined;
  }
  const written = writtenOf(settings, [], (path) => yaml.lineOf([name, ...path]));
  const { costs = {}, returns = {}, life, ...same } = result.data;
  const options = { ...same, ...(life === undefined ? {} : { usefulLifeYears: life }) } as Scenario['options'];
  return { name, options, costs: costs as Scenario['costs'], returns, file, line, written };
}

type Issue = NonNullable<ReturnType<typeof scenarioSettings.safeParse>['error']>['issues'][number];

function complaintsOf(issue: Issue, settings: Mapping): { path: string[]; complaint: Complaint }[] {
  const path = issue.path.map(String);
  if (issue.code === 'unrecognized_keys') {
    const all = path.length === 0 ? SCENARIO_KEYS : COST_KEYS;
    return issue.keys.map((key) => ({
      path: [...path, key],
      complaint: scenarioKeyUnknown(key, closest(key, all), all),
    }));
  }
  const value = path.reduce<unknown>((at, key) => (at as Mapping)[key], settings);
  const expected =
    issue.code === 'custom' ? issue.message : isMapping(value) ? 'one value' : 'names with a value each, below it';
  const shown = typeof value === 'string' ? value : JSON.stringify(value);
  return [{ path, complaint: scenarioValue(path.join('.'), shown, expected) }];
}

/** Every setting with its value as text, those of a part by `part.name`. */
function writtenOf(settings: Mapping, above: readonly string[], lineOf: YamlMapping['lineOf']): Written[] {
  return Object.entries(settings).flatMap(([key, value]) => {
    const path = [...above, key];
    if (isMapping(value)) return writtenOf(value, path, lineOf);
    return [{ setting: path.join('.'), value: String(value), line: lineOf(path) }];
  });
}
