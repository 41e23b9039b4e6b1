import type { Goal, Initiative, Watch } from '../../core/goals/goal.ts';
import {
  goalKeyUnknown,
  goalMetricMissing,
  goalNumberMissing,
  goalNumberTwice,
  goalSideMissing,
  goalsMissing,
  goalsShape,
  goalsTooMany,
  goalValue,
} from '../../errors/goals.ts';
import type { Complaint, Problems } from '../../errors/problem.ts';
import { boundOf, CHECK_KEYS, checkSchema, GOAL_KEYS, goalSchema, INITIATIVE_KEYS } from '../../schema/goals.ts';
import { closest } from '../spelling.ts';
import { isMapping, type Mapping } from '../yaml.ts';
import type { ConfigFile } from './config-file.ts';

/** A goal or check, and where it stands in the file. */
export type Placed<T> = T & { readonly at: Place };
type Place = ReturnType<ConfigFile['at']>;

export interface PlacedInitiative {
  readonly name: string;
  readonly business: readonly Placed<Goal>[];
  readonly members: readonly Placed<Goal>[];
}

const SIDES = ['business', 'members'] as const satisfies readonly (keyof Initiative)[];
const INITIATIVES = 'names with goals below: { Answer desk: { business: [ … ], members: [ … ] } }';
const GOALS = 'a list: [{ metric: latest12.roi, at-least: 20% }]';

/** The initiatives of a config, in its order. What is wrong goes into `problems`, and is left out. */
export function initiativesOf(config: ConfigFile, problems: Problems): PlacedInitiative[] {
  if (config.initiatives === undefined) return [];
  if (!isMapping(config.initiatives)) {
    problems.add({ ...goalsShape('initiatives', INITIATIVES), ...config.at('initiatives') });
    return [];
  }
  return Object.entries(config.initiatives).flatMap(([name, sides]) => initiativeOf(name, sides, config, problems));
}

/** The checks of a config, in its order. */
export function watchesOf(config: ConfigFile, problems: Problems): Placed<Watch>[] {
  if (config.checks === undefined) return [];
  if (!Array.isArray(config.checks)) {
    problems.add({ ...goalsShape('checks', GOALS), ...config.at('checks') });
    return [];
  }
  return config.checks.flatMap((check, i): Placed<Watch>[] => {
    const read = boundedOf(check, ['checks', i], checkSchema, CHECK_KEYS, config, problems);
    if (read === undefined) return [];
    const { level = 'error', ...same } = read;
    return [{ ...same, level }];
  });
}

function initiativeOf(name: string, sides: unknown, config: ConfigFile, problems: Problems): PlacedInitiative[] {
  const place = (...path: readonly (string | number)[]) => config.at('initiatives', name, ...path);
  const complain = (complaint: Complaint, ...path: readonly (string | number)[]) =>
    problems.add({ ...complaint, ...place(...path) });
  const before = problems.total;
  if (!isMapping(sides)) {
    complain(sides === '' ? goalsMissing(name) : goalsShape(name, INITIATIVES));
    return [];
  }
  for (const key of Object.keys(sides)) {
    if (!INITIATIVE_KEYS.includes(key)) {
      complain(goalKeyUnknown(key, closest(key, INITIATIVE_KEYS), INITIATIVE_KEYS), key);
    }
  }
  const [business, members] = SIDES.map((side) => goalsOf(sides[side], ['initiatives', name, side], config, problems));
  if (problems.total === before) complainOfCounts(name, [business!.length, members!.length], complain);
  return problems.total > before ? [] : [{ name, business: business!, members: members! }];
}

/** One or two goals on each side: fewer leave a side out, more leave open what decides. */
function complainOfCounts(
  name: string,
  counts: readonly [business: number, members: number],
  complain: (complaint: Complaint, ...path: readonly (string | number)[]) => void,
): void {
  const [business, members] = counts;
  if (business === 0 && members === 0) complain(goalsMissing(name));
  else if (members === 0) complain(goalSideMissing(name, 'business', 'members'));
  else if (business === 0) complain(goalSideMissing(name, 'members', 'business'));
  SIDES.forEach((side, i) => {
    if (counts[i]! > 2) complain(goalsTooMany(name, side, counts[i]!), side, 2);
  });
}

function goalsOf(
  goals: unknown,
  path: readonly (string | number)[],
  config: ConfigFile,
  problems: Problems,
): Placed<Goal>[] {
  if (goals === undefined || goals === '') return [];
  if (!Array.isArray(goals)) {
    problems.add({ ...goalsShape(path.slice(1).join(': '), GOALS), ...config.at(...path) });
    return [];
  }
  return goals.flatMap((goal, i) => boundedOf(goal, [...path, i], goalSchema, GOAL_KEYS, config, problems) ?? []);
}

type Checked<S extends typeof goalSchema | typeof checkSchema> = Extract<
  ReturnType<S['safeParse']>,
  { readonly success: true }
>['data'];

/** A goal or a check with its number as a bound; undefined where it cannot be read. */
function boundedOf<S extends typeof goalSchema | typeof checkSchema>(
  written: unknown,
  path: readonly (string | number)[],
  schema: S,
  keys: readonly string[],
  config: ConfigFile,
  problems: Problems,
) {
  const at = config.at(...path);
  if (!isMapping(written)) {
    problems.add({ ...goalsShape('this', '{ metric: latest12.roi, at-least: 20% }'), ...at });
    return undefined;
  }
  const result = schema.safeParse(written);
  if (!result.success) {
    for (const issue of result.error.issues) {
      for (const { key, complaint } of complaintsOf(issue, written, keys)) {
        problems.add({ ...complaint, ...config.at(...path, key) });
      }
    }
    return undefined;
  }
  const { 'at-least': _, 'at-most': __, ...rest } = result.data as Checked<S>;
  const bound = boundOf(result.data);
  if (bound === undefined) {
    const twice = result.data['at-least'] !== undefined;
    problems.add({ ...(twice ? goalNumberTwice : goalNumberMissing)(result.data.metric), ...at });
    return undefined;
  }
  return { ...rest, bound, at };
}

type Issue = NonNullable<ReturnType<typeof goalSchema.safeParse>['error']>['issues'][number];

function complaintsOf(
  issue: Issue,
  written: Mapping,
  keys: readonly string[],
): { readonly key: string; readonly complaint: Complaint }[] {
  if (issue.code === 'unrecognized_keys') {
    return issue.keys.map((key) => ({ key, complaint: goalKeyUnknown(key, closest(key, keys), keys) }));
  }
  const key = String(issue.path[0]);
  const value = written[key];
  if (key === 'metric' && (value === undefined || value === '')) return [{ key, complaint: goalMetricMissing() }];
  const expected = issue.code === 'custom' ? issue.message : key === 'level' ? 'error or warn' : 'one value';
  const shown = typeof value === 'string' ? value : JSON.stringify(value);
  return [{ key, complaint: goalValue(key, shown, expected) }];
}
