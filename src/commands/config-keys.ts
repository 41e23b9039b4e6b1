import type { ConfigKey, ConfigKeys } from '../schema/config.ts';
import type { Command, OptionSpec, Program } from './command.ts';
import { longName } from './options.ts';
import { isAboutSource, sourceKeys } from './source-settings.ts';

/** Commands whose files a configuration names: they compute something from data. */
const COMPUTING = ['calc', 'cohorts', 'outcomes', 'event', 'dose', 'incidents', 'effect'];

/** Commands that read no data and compute nothing: a configuration does not concern them. */
const APART = ['explain', 'init', 'schema', 'completion'];

/** Options of the output that make sense for one command only, and never for all of them. */
const FOR_ONE = ['format', 'json', 'output', 'section', 'brief', 'show-sql', 'dialect'];

/** Options that are about the configuration itself. */
const ABOUT_CONFIG = ['config'];

export const isComputing = ({ name }: Command): boolean => COMPUTING.includes(name);
export const isConfigured = ({ name }: Command): boolean => !APART.includes(name);

/** Options of a command that a configuration may set, those of the output among them. */
export function settableOptions(command: Command, { common }: Program): readonly OptionSpec[] {
  return [...command.options, ...common].filter((spec) => !ABOUT_CONFIG.includes(longName(spec)));
}

/** An option as the configuration and the environment name it. */
export function keyOf(spec: OptionSpec): ConfigKey {
  const { flags, summary, choices, repeat } = spec;
  return {
    name: longName(spec),
    summary,
    many: repeat === true,
    pairs: repeat === true && /<[^>]*=[^>]*>/.test(flags),
    isSwitch: !flags.includes('<'),
    isFile: isFile(spec),
    ...(choices === undefined ? {} : { choices }),
  };
}

/** Whether the value of an option is a path. */
export const isFile = ({ flags }: OptionSpec): boolean => flags.includes('<file>');

/** The keys of every part, from the commands' own arguments and options: nothing is listed a second time. */
export function configKeys(program: Program): ConfigKeys {
  const configured = program.commands.filter(isConfigured);
  const parts = configured.map((command) => [command.name, settableOptions(command, program).map(keyOf)] as const);
  return {
    files: fileKeys(program.commands.filter(isComputing)),
    options: sharedSpecs(program)
      .filter((spec) => !isAboutSource(longName(spec)))
      .map(keyOf),
    source: sourceKeys(program.commands.find(({ name }) => name === 'calc')?.options.map(keyOf) ?? []),
    commands: Object.fromEntries(parts),
  };
}

/** Arguments of the computing commands, and their options that name a file, each once. */
function fileKeys(commands: readonly Command[]): ConfigKey[] {
  const keys = new Map<string, ConfigKey>();
  for (const { args, options } of commands) {
    for (const { name, summary } of args) {
      keys.set(name, { name, summary, many: true, pairs: false, isSwitch: false, isFile: true });
    }
    for (const key of options.filter(isFile).map(keyOf)) {
      if (!keys.has(key.name)) keys.set(key.name, key);
    }
  }
  return [...keys.values()];
}

/**
 * Whether the part for all speaks to an option of a command. Names of columns are those of the file of outcomes: other
 * files have others.
 */
export function hearsShared({ args, options }: Command, { flags }: OptionSpec): boolean {
  const files = [...args.map(({ name }) => name), ...options.filter(isFile).map(longName)];
  return !flags.includes('<names>') || files.includes('outcomes');
}

/** Options that mean the same in every computing command that takes them; files are named apart. */
export function sharedSpecs({ commands, common }: Program): readonly OptionSpec[] {
  const specs = new Map<string, OptionSpec>();
  const differ = new Set<string>([...FOR_ONE, ...ABOUT_CONFIG]);
  const own = commands.filter(isComputing).flatMap(({ options }) => options);
  for (const spec of [...own, ...common]) {
    const name = longName(spec);
    if (isFile(spec)) continue;
    if (specs.has(name) && specs.get(name)?.flags !== spec.flags) differ.add(name);
    specs.set(name, spec);
  }
  return [...specs].filter(([name]) => !differ.has(name)).map(([, spec]) => spec);
}
