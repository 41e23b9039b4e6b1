import { configTooMany, configValue, configVariable } from '../errors/config.ts';
import type { Problems } from '../errors/problem.ts';
import { optionInvalid } from '../errors/usage.ts';
import { type ConfigFile, pathIn } from '../input/config/config-file.ts';
import type { ConfigKey, ConfigValue } from '../schema/config.ts';
import { ENVIRONMENT } from '../schema/config-names.ts';
import type { Command, OptionSpec, Program, RawOptions, Services } from './command.ts';
import { hearsShared, isComputing, isFile, keyOf, settableOptions, sharedSpecs } from './config-keys.ts';
import { environmentNames, partsOf } from './environment.ts';
import { expectedOf } from './option-schemas.ts';
import { longName, optionKey } from './options.ts';
import { fromSourcePart, hasTables, isAboutSource, RAW_EXPORTS, specNamed, withVariables } from './source-settings.ts';

/** Where the value of an option came from. */
export type Origin =
  | { readonly kind: 'flag' | 'environment'; readonly name: string }
  | { readonly kind: 'file'; readonly name: string; readonly line: number };

type RawValue = NonNullable<RawOptions[string]>;

/** An option with a value, or a file, of one command. */
export interface Setting {
  /** As the help and the configuration call it. */
  readonly name: string;
  readonly value: RawValue;
  readonly origin: Origin;
}

/** A command with all that the command line, the environment and the configuration say of it. */
export interface Settled {
  readonly args: readonly (string | undefined)[];
  readonly options: RawOptions;
  readonly settings: readonly Setting[];
}

export interface Typed {
  readonly args: readonly (string | undefined)[];
  readonly options: RawOptions;
}

export type Surroundings = Pick<Services, 'env'> & {
  readonly program: Program;
  readonly config: ConfigFile | undefined;
};

/** What a command runs with: a flag beats the environment, that beats the file, and in it the command's own part. */
export function settle(command: Command, typed: Typed, around: Surroundings, problems: Problems): Settled {
  const find = finder(command, typed, around, problems);
  const options = settableOptions(command, around.program);
  const namesFiles = typed.args.some((arg) => arg !== undefined) || typed.options['example'] === true;
  const takesFiles = isComputing(command);
  const tables = namesTables(options, find, namesFiles, command, around.config);
  const settings: Setting[] = [];
  for (const spec of options) {
    const name = longName(spec);
    const isInput = takesFiles && isFile(spec) && name !== 'output';
    const isSource = isAboutSource(name);
    const asTable = tables && RAW_EXPORTS.includes(name);
    const where = isInput && namesFiles ? 'flag' : isSource && (namesFiles || !tables) ? 'environment' : 'anywhere';
    const found = find(keyOf(spec), spec, where, asTable);
    if (found !== undefined && (!isSource || tables || found.origin.kind === 'flag')) settings.push(found);
  }
  const asOptions = new Set(options.map(longName));
  const args = [...typed.args];
  if (takesFiles && !namesFiles) {
    for (const [at, { name, summary }] of command.args.entries()) {
      if (asOptions.has(name)) continue;
      const found = find({ ...ARGUMENT, name, summary }, undefined, 'anywhere');
      if (found === undefined) continue;
      const paths = [found.value].flat() as string[];
      if (paths.length > 1) addTooMany(name, command, found, problems);
      args[at] = paths[0];
      settings.push(found);
    }
  }
  const kept = command.name === 'calc' ? oneSpending(settings) : settings;
  const optionOf = new Map(options.map((spec) => [longName(spec), optionKey(spec)]));
  const values = kept.flatMap(({ name, value }) => {
    const key = optionOf.get(name);
    return key === undefined ? [] : [[key, value] as const];
  });
  return { args, options: { ...typed.options, ...Object.fromEntries(values) }, settings: kept };
}

const ARGUMENT = { many: true, pairs: false, isSwitch: false, isFile: true } as const;

/**
 * Whether raw exports are tables: where a database is named, and they are named as closely, or in the same part of the
 * configuration. Names below `files` are files, whatever the environment says of a database.
 */
function namesTables(
  options: readonly OptionSpec[],
  find: Find,
  namesFiles: boolean,
  { name: command, args }: Command,
  config: ConfigFile | undefined,
): boolean {
  const said = (name: string, where: Where) => {
    const spec = specNamed(options, name);
    return spec === undefined ? undefined : find(keyOf(spec), spec, where);
  };
  if (specNamed(options, 'source') === undefined) return false;
  const source = said('source', 'environment');
  const inFile = !namesFiles && config !== undefined && fromFile(config, command, 'source') !== undefined;
  if (source === undefined && !inFile) return false;
  const areArguments = namesFiles && args.some(({ name }) => RAW_EXPORTS.includes(name));
  if (source?.origin.kind === 'flag' || areArguments) return true;
  if (RAW_EXPORTS.some((name) => said(name, namesFiles ? 'flag' : 'environment') !== undefined)) return true;
  return !namesFiles && config !== undefined && hasTables(config);
}

const RANK = { flag: 0, environment: 1, file: 2 } as const;
const SPENDING: readonly (readonly string[])[] = [['spend'], ['cells'], RAW_EXPORTS];

/** Spending comes from one place: from whichever was said most closely, else from the first of them. */
function oneSpending(settings: readonly Setting[]): readonly Setting[] {
  const rank = (names: readonly string[]) =>
    Math.min(...settings.filter(({ name }) => names.includes(name)).map(({ origin }) => RANK[origin.kind]));
  const ranks = SPENDING.map(rank);
  const best = Math.min(...ranks);
  const dropped = SPENDING.filter((_, i) =>
    best === RANK.flag ? ranks[i] !== best : i !== ranks.indexOf(best),
  ).flat();
  const unasked = (name: string, { kind }: Origin) =>
    isAboutSource(name) && kind !== 'flag' && dropped.includes('members');
  return settings.filter(({ name, origin }) => !dropped.includes(name) && !unasked(name, origin));
}

/** How far away a value may have been set. */
type Where = 'flag' | 'environment' | 'anywhere';

type Find = (key: ConfigKey, spec: OptionSpec | undefined, where: Where, asTable?: boolean) => Setting | undefined;

function finder(command: Command, typed: Typed, around: Surroundings, problems: Problems): Find {
  const { env, config, program } = around;
  const shared = new Map(sharedSpecs(program).map((spec) => [longName(spec), spec.flags]));
  const filledIn = (written: string, path: readonly string[]): string => {
    const { text, missing } = withVariables(written, env);
    for (const variable of new Set(missing)) {
      problems.add({ ...configVariable(path.join('.'), variable), ...config!.at(...path) });
    }
    return text;
  };
  return (key, spec, where, asTable = false) => {
    const { name } = key;
    const flag = spec === undefined ? undefined : flagValue(spec, typed.options);
    if (flag !== undefined) return { name, value: flag, origin: { kind: 'flag', name: `--${name}` } };
    if (where === 'flag') return undefined;
    const isShared = key.isFile
      ? isComputing(command) && name !== 'output'
      : shared.get(name) === spec?.flags && spec !== undefined && hearsShared(command, spec);
    const variable = environmentNames(command.name, name, isShared).find((own) => (env[own] ?? '') !== '');
    if (variable !== undefined) {
      const value = rawOf(key, partsOf(key, env[variable]!, variable), '');
      checkEnvironment(command, spec, value, variable);
      return { name, value, origin: { kind: 'environment', name: variable } };
    }
    if (config === undefined || where === 'environment') return undefined;
    const found = asTable ? fromSourcePart(config, name) : fromFile(config, command.name, name, key.isFile, isShared);
    if (found === undefined) return undefined;
    const written = rawOf(asTable ? { ...key, isFile: false } : key, found.value, config.folder);
    const value = name === 'source' ? filledIn(String(written), found.path) : written;
    const wrong = spec === undefined ? undefined : expectedOf(command.name, optionKey(spec), value);
    const place = config.at(...found.path);
    if (wrong !== undefined) {
      const at = wrong.index === undefined ? place : config.at(...found.path, wrong.index);
      problems.add({ ...configValue(found.path.join('.'), wrong.value, wrong.expected), ...at });
    }
    return { name, value, origin: { kind: 'file', name: place.file, line: place.line } };
  };
}

interface FromFile {
  readonly value: ConfigValue;
  readonly path: readonly string[];
}

function fromFile(
  config: ConfigFile,
  command: string,
  name: string,
  isPath = false,
  isShared = false,
): FromFile | undefined {
  const own = config.commands[command]?.[name];
  if (own !== undefined) return { value: own, path: [command, name] };
  if (isAboutSource(name)) return fromSourcePart(config, name);
  if (!isShared) return undefined;
  const { files, options } = config;
  const value = isPath ? files[name] : options[name];
  return value === undefined ? undefined : { value, path: [isPath ? 'files' : 'options', name] };
}

/** What was typed; commander fills in `true` for `--no-chart` that was not. */
function flagValue(spec: OptionSpec, options: RawOptions): RawValue | undefined {
  const value = options[optionKey(spec)];
  return spec.flags.startsWith('--no-') && value === true ? undefined : value;
}

/** A value as commander would give it; paths start from the folder of the configuration. */
function rawOf({ many, isSwitch, isFile: isPath }: ConfigKey, value: ConfigValue, folder: string): RawValue {
  if (isSwitch) return value === 'true';
  const list: readonly string[] =
    typeof value === 'string'
      ? [value]
      : Array.isArray(value)
        ? value
        : Object.entries(value).map(([name, own]) => `${name}=${own}`);
  const paths = isPath ? list.map((path) => pathIn(folder, path)) : list;
  return many ? paths : paths[0]!;
}

function checkEnvironment({ name }: Command, spec: OptionSpec | undefined, value: RawValue, variable: string): void {
  const wrong = spec === undefined ? undefined : expectedOf(name, optionKey(spec), value, spec.choices);
  if (wrong !== undefined) throw optionInvalid(variable, wrong.value, wrong.expected);
}

function addTooMany(name: string, command: Command, { origin }: Setting, problems: Problems): void {
  const place = origin.kind === 'file' ? { file: origin.name, line: origin.line } : { file: origin.name };
  problems.add({ ...configTooMany(name, command.name), ...place });
}

/** Environment variables of the program that no option answers to: misspelt, or somebody else's. */
export function strangers({ env, program }: Pick<Surroundings, 'env' | 'program'>): string[] {
  const known = new Set<string>([`${ENVIRONMENT}CONFIG`, `${ENVIRONMENT}PASSWORD`]);
  for (const command of program.commands) {
    const names = [...settableOptions(command, program).map(longName), ...command.args.map(({ name }) => name)];
    for (const name of names) for (const own of environmentNames(command.name, name, true)) known.add(own);
  }
  return Object.keys(env).filter((name) => name.startsWith(ENVIRONMENT) && !known.has(name));
}
