import { statSync } from 'node:fs';
import { resolve, sep } from 'node:path';
import {
  ConfigError,
  configFileMissing,
  configKeyElsewhere,
  configKeyUnknown,
  configShape,
  configValue,
  configYaml,
} from '../../errors/config.ts';
import type { Complaint, Problem } from '../../errors/problem.ts';
import { Problems } from '../../errors/problem.ts';

import { type ConfigKeys, type ConfigParts, type ConfigValue, configSchema, unchecked } from '../../schema/config.ts';
import { CONFIG_NAME } from '../../schema/config-names.ts';
import { closest } from '../spelling.ts';
import { readWholeText } from '../whole-text.ts';
import { parseYaml, type YamlMapping } from '../yaml.ts';
import { masked, unmasked } from './variables.ts';

/** Where a key, a value or an item of a list stands in a configuration. */
export type ConfigPlace = Required<Pick<Problem, 'file' | 'line' | 'character'>>;

/** A configuration as it stands: its keys are checked, every value is text as the user wrote it. */
export interface ConfigFile {
  /** As typed, for messages. */
  readonly name: string;
  /** What its paths start from, as typed: empty, or ending in `/`. */
  readonly folder: string;
  readonly sha256: string;
  readonly title?: string;
  /** By the name of the key; paths are as written, from the folder. */
  readonly files: Readonly<Record<string, readonly string[]>>;
  /** The part for every command that takes the option. */
  readonly options: Readonly<Record<string, ConfigValue>>;
  /** The database and the tables in it, by key; variables of the environment are not yet filled in. */
  readonly source: Readonly<Record<string, string | readonly string[]>>;
  /** The parts for one command alone. */
  readonly commands: Readonly<Record<string, Readonly<Record<string, ConfigValue>>>>;
  /** As written, unchecked; undefined where the key is not there. */
  readonly initiatives: unknown;
  readonly checks: unknown;
  /** Where a key or an item of a list stands; the nearest above it where it is absent. */
  at(...path: readonly (string | number)[]): ConfigPlace;
}

/** Reads a configuration; a folder stands for the one in it. Throws ConfigError where it cannot be used. */
export async function readConfig(
  arg: string,
  keys: ConfigKeys,
  context: { readonly cwd: string; readonly stdin: NodeJS.ReadableStream },
): Promise<ConfigFile> {
  const problems = new Problems();
  const name = isFolder(resolve(context.cwd, arg)) ? within(arg) : arg;
  const whole = await readWholeText(name, { problems, cwd: context.cwd, stdin: context.stdin });
  if (whole === undefined) throw new ConfigError(problems.counts.has('FILE_MISSING') ? missing(name) : problems);
  const yaml = unmasked(await parseYaml(masked(whole.text)));
  if ('reason' in yaml) problems.add({ ...configYaml(yaml.reason), file: name, line: yaml.line });
  else if (yaml.entries.length === 0) problems.add({ ...configShape(), file: name });
  else addProblems(yaml, keys, name, problems);
  if (problems.total > 0 || 'reason' in yaml) throw new ConfigError(problems);
  return fileOf(name, whole.sha256, Object.fromEntries(yaml.entries), keys, yaml);
}

function fileOf(
  name: string,
  sha256: string,
  parts: ConfigParts & Readonly<Record<string, unknown>>,
  { commands }: ConfigKeys,
  yaml: YamlMapping,
): ConfigFile {
  const own = Object.keys(commands).filter((command) => parts[command] !== undefined);
  return {
    name,
    folder: name.slice(0, Math.max(name.lastIndexOf('/'), sep === '\\' ? name.lastIndexOf(sep) : -1) + 1),
    sha256,
    ...(parts.title === undefined ? {} : { title: parts.title }),
    files: Object.fromEntries(Object.entries(parts.files ?? {}).map(([key, value]) => [key, [value].flat()])),
    options: parts.options ?? {},
    source: parts.source ?? {},
    commands: Object.fromEntries(own.map((command) => [command, partOf(parts[command])])),
    initiatives: parts.initiatives,
    checks: parts.checks,
    at: (...path) => ({ file: name, ...yaml.placeOf(path) }),
  };
}

/** The configuration of a folder, by the path that the user typed. */
function within(folder: string): string {
  return /^\.?\/?$/.test(folder) && !folder.startsWith('/')
    ? CONFIG_NAME
    : `${folder.replace(/\/+$/, '')}/${CONFIG_NAME}`;
}

function missing(file: string): Problems {
  const problems = new Problems();
  problems.add({ ...configFileMissing(), file });
  return problems;
}

/** A part without anything below it is empty text in YAML. */
const partOf = (value: unknown) => (value === '' ? {} : value) as Readonly<Record<string, ConfigValue>>;

/** A path of the configuration, as if it had been typed where the program starts. */
export function pathIn(folder: string, path: string): string {
  const isAbsolute = path === '-' || /^(?:[\\/]|[A-Za-z]:[\\/])/.test(path);
  return isAbsolute ? path : folder + path.replace(/^(?:\.\/)+/, '');
}

function isFolder(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isDirectory() === true;
}

type Schema = ReturnType<typeof configSchema>;
type Issue = NonNullable<ReturnType<Schema['safeParse']>['error']>['issues'][number];

interface Found {
  readonly path: readonly (string | number)[];
  readonly complaint: Complaint;
}

/** Adds what is wrong with the keys and the kinds of their values, in the order of the file. */
function addProblems({ entries, placeOf }: YamlMapping, keys: ConfigKeys, file: string, problems: Problems): void {
  const written = Object.fromEntries(entries.map(([key, value]) => [key, value === '' ? {} : value]));
  const result = configSchema(keys, unchecked).safeParse(written);
  if (result.success) return;
  const found = result.error.issues.flatMap((issue) => foundBy(issue, written, keys));
  const placed = found.map(({ path, complaint }): Problem & ConfigPlace => ({ ...complaint, file, ...placeOf(path) }));
  for (const problem of placed.sort((a, b) => a.line - b.line || a.character - b.character)) problems.add(problem);
}

function foundBy(issue: Issue, written: unknown, keys: ConfigKeys): Found[] {
  const path = issue.path.map((step) => (typeof step === 'number' ? step : String(step)));
  if (issue.code === 'unrecognized_keys') {
    return issue.keys.map((key) => ({ path: [...path, key], complaint: unknownKey(key, path, keys) }));
  }
  const value = path.reduce<unknown>((at, key) => (at as Readonly<Record<string, unknown>>)[key], written);
  const shown = typeof value === 'string' ? value : JSON.stringify(value);
  return [
    { path, complaint: configValue(path.filter((step) => typeof step === 'string').join('.'), shown, issue.message) },
  ];
}

function unknownKey(key: string, [partName]: readonly (string | number)[], keys: ConfigKeys): Complaint {
  const parts: Readonly<Record<string, readonly string[]>> = {
    ...Object.fromEntries(Object.entries(keys.commands).map(([command, own]) => [command, namesOf(own)])),
    files: namesOf(keys.files),
    options: namesOf(keys.options),
    source: namesOf(keys.source),
  };
  const here =
    partName === undefined
      ? ['title', 'files', 'options', 'source', 'initiatives', 'checks', ...Object.keys(keys.commands)]
      : parts[partName];
  const elsewhere = ['files', 'options', 'source', ...Object.keys(keys.commands)].filter(
    (other) => other !== partName && parts[other]?.includes(key),
  );
  if (elsewhere.length > 0) return configKeyElsewhere(key, elsewhere.slice(0, 2));
  return configKeyUnknown(key, closest(key, here ?? []), here ?? []);
}

const namesOf = (keys: readonly { readonly name: string }[]) => keys.map(({ name }) => name);
