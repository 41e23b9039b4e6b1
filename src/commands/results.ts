import { ConfigError, configEmpty, configMissing } from '../errors/config.ts';
import { Problems } from '../errors/problem.ts';
import { InputError } from '../errors/user-error.ts';
import type { ConfigFile } from '../input/config/config-file.ts';
import type { Report } from '../report/report.ts';
import type { Command, RawOptions, Services } from './command.ts';
import { withOrigin } from './complete.ts';
import { type Settled, settle } from './settle.ts';

/** Everything that a config names, computed once. */
export interface Results {
  /** By command, those whose files are named, in the order of the document. */
  readonly reports: Readonly<Record<string, Report>>;
  /** Commands whose files are not named, and which files those are. */
  readonly missing: readonly MissingPart[];
  /** The JSON of each report by command: figures are addressed by their path in it. */
  readonly data: Readonly<Record<string, unknown>>;
}

interface MissingPart {
  readonly command: string;
  /** Keys of the part `files`. */
  readonly files: readonly string[];
}

interface Part {
  readonly command: string;
  /** Files without which there is nothing to compute; one of those in a list is enough. */
  readonly needs: readonly (string | readonly string[])[];
  /** Computed only where the config has a part of that name: its files are there for others as well. */
  readonly onlyIfAsked?: true;
}

/** What a document is made of, in its order. */
const PARTS: readonly Part[] = [
  { command: 'calc', needs: ['costs', ['spend', 'cells', 'members']] },
  { command: 'outcomes', needs: ['outcomes'] },
  { command: 'event', needs: ['events', 'transactions'] },
  { command: 'dose', needs: ['levels'] },
  { command: 'incidents', needs: ['incidents'] },
  {
    command: 'effect',
    needs: [
      ['panel', 'members'],
      ['panel', 'transactions'],
    ],
    onlyIfAsked: true,
  },
];

/** The config that the run was given. Throws CONFIG_MISSING where there is none. */
export async function configFor(command: string, { config }: Services): Promise<ConfigFile> {
  if (config === undefined) throw configMissing(command);
  return config;
}

/** Runs every command whose files the config names, with its options; problems of all of them are thrown together. */
export async function resultsOf(config: ConfigFile, services: Services): Promise<Results> {
  const { env, program } = services;
  const known = PARTS.flatMap((part) => {
    const command = program.commands.find(({ name }) => name === part.command);
    return command === undefined ? [] : [{ ...part, command }];
  });
  const wrong = new Problems();
  const settled = known.map((part) => ({
    ...part,
    ...settle(part.command, { args: [], options: {} }, { env, program, config }, wrong),
  }));
  if (wrong.total > 0) throw new ConfigError(wrong);
  const asked = settled.filter(
    ({ command, onlyIfAsked }) => !onlyIfAsked || config.commands[command.name] !== undefined,
  );
  const missing = asked.flatMap((part) => missingOf(part) ?? []);
  const present = asked.filter(({ command }) => !missing.some((part) => part.command === command.name));
  if (present.length === 0) throw nothingNamed(config, missing);
  const reports = await runAll(present, services);
  return {
    reports,
    missing,
    data: Object.fromEntries(Object.entries(reports).map(([name, { data }]) => [name, data])),
  };
}

type Asked = Settled & { readonly command: Command; readonly needs: Part['needs'] };

function missingOf({ command, needs, settings }: Asked): MissingPart | undefined {
  const isNamed = (file: string) => settings.some(({ name }) => name === file);
  const files = needs.filter((need) => ![need].flat().some(isNamed)).map((need) => [need].flat()[0]!);
  return files.length === 0 ? undefined : { command: command.name, files };
}

function nothingNamed(config: ConfigFile, missing: Results['missing']): ConfigError {
  const problems = new Problems();
  problems.add({ ...configEmpty(missing), ...config.at('files') });
  return new ConfigError(problems);
}

/** One after the other: each may use all the memory. Amounts without a mark are in the currency of those before them. */
async function runAll(parts: readonly Asked[], services: Services): Promise<Record<string, Report>> {
  const reports: Record<string, Report> = {};
  const problems: Problems[] = [];
  let currency: string | null = null;
  for (const { command, args, options, settings } of parts) {
    const takesCurrency = currency !== null && options['currency'] === undefined;
    const own: RawOptions = takesCurrency ? { ...options, currency: currency! } : options;
    try {
      const report = await command.run(args, own, services);
      reports[command.name] = report;
      currency ??= report.currency;
    } catch (error) {
      const placed = withOrigin(error, settings);
      if (!(placed instanceof InputError) || placed instanceof ConfigError) throw placed;
      problems.push(placed.problems);
    }
  }
  if (problems.length > 0) throw new InputError(together(problems));
  return reports;
}

/** The problems of several commands, each once although two may read the same file; those that are only counted as well. */
function together(all: readonly Problems[]): Problems {
  const problems = new Problems();
  const seen = new Set<string>();
  for (const { kept, counts } of all) {
    for (const [code, count] of counts) {
      const own = kept.filter((problem) => problem.code === code);
      const fresh = own.filter((problem) => !seen.has(JSON.stringify(problem)));
      for (const problem of fresh) {
        problems.add(problem);
        seen.add(JSON.stringify(problem));
      }
      if (fresh.length > 0) problems.counts.set(code, problems.counts.get(code)! + count - own.length);
    }
  }
  return problems;
}
