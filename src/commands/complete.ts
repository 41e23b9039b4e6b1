import { ConfigError, namedAt } from '../errors/config.ts';
import { Problems } from '../errors/problem.ts';
import { EXIT, InputError, UserError } from '../errors/user-error.ts';
import { type ConfigFile, pathIn, readConfig } from '../input/config/config-file.ts';
import type { Command, Program, Services } from './command.ts';
import { configKeys, isConfigured } from './config-keys.ts';
import { type Setting, type Settled, settle, strangers, type Typed } from './settle.ts';

/** A command as the environment and the configuration complete it. */
export interface Completed extends Settled {
  readonly config?: ConfigFile;
  /** Which configuration is used, and what was ignored: for who wants to know. */
  readonly remarks: readonly string[];
  /** Files that the configuration names, and itself: none may be written to. */
  readonly files: readonly string[];
}

export interface CompleteContext extends Pick<Services, 'cwd' | 'env' | 'stdin'> {
  readonly program: Program;
  /** The configuration to use, as typed; missing: none. */
  readonly file: string | undefined;
}

/** Reads the configuration and fills in what it and the environment say of the command. */
export async function complete(command: Command, typed: Typed, context: CompleteContext): Promise<Completed> {
  const { file, program, env } = context;
  const config = file === undefined ? undefined : await readConfig(file, configKeys(program), context);
  if (!isConfigured(command)) return { ...typed, settings: [], remarks: [], files: [] };
  const problems = new Problems();
  const settled = settle(command, typed, { program, env, config }, problems);
  if (problems.total > 0) throw new ConfigError(problems);
  const uses = settled.settings.some(({ origin }) => origin.kind === 'file');
  return {
    ...settled,
    ...(config === undefined ? {} : { config }),
    remarks: [
      ...(uses && config !== undefined ? [`using ${config.name} (--no-config leaves it out)`] : []),
      ...strangers({ program, env }).map((name) => `${name} sets no option of this program: ignored`),
    ],
    files: config === undefined ? [] : [config.name, ...filesOf(config)],
  };
}

function filesOf({ folder, files }: ConfigFile): string[] {
  return Object.values(files)
    .flat()
    .map((path) => pathIn(folder, path));
}

/** An error that names an option or a missing file also says where that was set, if not on the command line. */
export function withOrigin(error: unknown, settings: readonly Setting[]): unknown {
  if (error instanceof InputError) placeMissing(error, settings);
  if (!(error instanceof UserError) || error.exitCode !== EXIT.usage) return error;
  const found = settings.find(
    ({ name, origin }) => origin.kind !== 'flag' && new RegExp(`--${name}(?![\\w-])`).test(error.message),
  );
  if (found === undefined || found.origin.kind === 'flag') return error;
  const { code, message, remedy } = error;
  return new UserError(
    { code, message, remedy: `${remedy} (--${found.name} comes from ${placeOf(found.origin)})` },
    EXIT.usage,
  );
}

/** A file that is not there is looked for where it is named. */
function placeMissing({ problems }: InputError, settings: readonly Setting[]): void {
  for (const [at, problem] of problems.kept.entries()) {
    if (problem.code !== 'FILE_MISSING') continue;
    const named = settings.find(({ value, origin }) => origin.kind !== 'flag' && [value].flat().includes(problem.file));
    if (named !== undefined) problems.kept[at] = { ...problem, ...namedAt(placeOf(named.origin)) };
  }
}

function placeOf(origin: Setting['origin']): string {
  return origin.kind === 'file' ? `${origin.name}:${origin.line}` : `the environment: ${origin.name}`;
}
