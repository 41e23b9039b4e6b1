import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Command, Program, RawOptions } from '../commands/command.ts';
import type { Completed } from '../commands/complete.ts';
import { isConfigured } from '../commands/config-keys.ts';
import { assertHeard } from '../commands/heard.ts';
import { CONFIG_NAME, ENVIRONMENT } from '../schema/config-names.ts';
import type { Process } from './process.ts';

/** What the user asked for, completed by the environment and the configuration. */
export type Asked = Pick<Completed, 'args' | 'options' | 'remarks' | 'files' | 'config'> & {
  /** An error of the run that names an option, with where the option was set. */
  placed(error: unknown): unknown;
};

interface Typed {
  readonly args: readonly (string | undefined)[];
  readonly options: RawOptions;
}

/**
 * Fills in what the environment and the configuration say of a command. Most runs have neither, and find out by one look
 * into the folder: all else is loaded where there is something to fill in.
 */
export async function completed(process: Process, program: Program, command: Command, typed: Typed): Promise<Asked> {
  const { env, cwd } = process;
  const hasEnvironment = Object.keys(env).some((name) => name.startsWith(ENVIRONMENT));
  const named = namedConfig(command, typed, env);
  const file = named ?? (isConfigured(command) && existsSync(join(cwd, CONFIG_NAME)) ? CONFIG_NAME : false);
  if (file === false && !hasEnvironment) {
    assertHeard(command, typed.options, typed.options);
    return { ...typed, remarks: [], files: [], placed: (error) => error };
  }
  const { complete, withOrigin } = await import('../commands/complete.ts');
  const context = {
    program,
    env,
    cwd,
    file: file === false ? undefined : file,
    get stdin() {
      return process.stdin;
    },
  };
  const found = await complete(command, typed, context);
  assertHeard(command, typed.options, found.options);
  return { ...found, placed: (error) => withOrigin(error, found.settings) };
}

/** The configuration that is asked for: by the argument of a command that takes one, by `--config`, or by the environment. */
function namedConfig(command: Command, { args, options }: Typed, env: Process['env']): string | false | undefined {
  const at = command.args.findIndex(({ name }) => name === 'config');
  const argument = at < 0 ? undefined : args[at];
  if (argument !== undefined) return argument;
  const { config } = options;
  if (typeof config === 'string' || config === false) return config;
  // The bundled example is the same wherever it runs.
  if (options['example'] === true) return false;
  return env[`${ENVIRONMENT}CONFIG`] || undefined;
}
