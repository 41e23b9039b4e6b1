import type { Problems } from '../errors/problem.ts';
import { optionInvalid, stdinTwice } from '../errors/usage.ts';
import { EXIT, UserError } from '../errors/user-error.ts';
import { checkMap } from '../input/map.ts';
import { DATE_ORDERS, DECIMAL_MARKS, ENCODINGS, type ReadContext, type ReadOptions } from '../input/options.ts';
import type { OptionSchema } from '../schema/option-values.ts';
import { readOptionValues } from '../schema/read-options.ts';
import type { OptionSpec, RawOptions, Services } from './command.ts';

/** What part of two results is compared. */
export const HORIZON_OPTION: OptionSpec = {
  flags: '--horizon <which>',
  summary: 'what to compare: totals, latest12 or a year (default: totals)',
  group: 'Method:',
};

const INPUT = 'Reading the files (what is not given is detected):';

/** How files are read: every command that reads one takes these. */
export const READ_OPTIONS: readonly OptionSpec[] = [
  { flags: '--encoding <name>', summary: 'encoding of the text', group: INPUT, choices: ENCODINGS },
  { flags: '--delimiter <mark>', summary: 'what separates fields: , ; | or tab', group: INPUT },
  { flags: '--decimal <mark>', summary: 'decimal mark of amounts', group: INPUT, choices: DECIMAL_MARKS },
  { flags: '--date-order <order>', summary: 'order of dates written in numbers', group: INPUT, choices: DATE_ORDERS },
  { flags: '--map <file.column=Header>', summary: 'which header holds a column', group: INPUT, repeat: true },
  { flags: '--sheet <name>', summary: 'sheet of a workbook', group: INPUT },
  { flags: '--skip-bad-rows', summary: 'leave out rows with errors, and count them', group: INPUT },
];

/** Checks option values against their schema; the first that does not fit is a usage error that names its flag. */
export function checkOptions<T>(schema: OptionSchema<T>, raw: RawOptions, specs: readonly OptionSpec[]): T {
  const result = schema.safeParse(raw);
  if (result.success) return result.data;
  const issue = result.error.issues[0]!;
  const [key, index] = issue.path;
  const spec = specs.find((option) => optionKey(option) === key);
  const value = raw[String(key)];
  const typed = typeof index === 'number' && Array.isArray(value) ? value[index] : value;
  throw optionInvalid(flagOf(spec, String(key)), String(typed), issue.message);
}

/** The key under which commander keeps an option: `--fail-under <x>` → `failUnder`. */
export function optionKey(spec: OptionSpec): string {
  return longName(spec).replace(/-([a-z])/g, (_, letter: string) => letter.toUpperCase());
}

/** What stands after `--`: `fail-under`, and `chart` for `--no-chart`. */
export function longName({ flags }: OptionSpec): string {
  return /--(?:no-)?([a-z-]+)/.exec(flags)?.[1] ?? '';
}

function flagOf(spec: OptionSpec | undefined, key: string): string {
  return /--[a-z-]+/.exec(spec?.flags ?? '')?.[0] ?? `--${key}`;
}

/** What reading files needs from the process. Standard input is opened only where a file is called "-". */
export function readContext(
  services: Pick<Services, 'cwd' | 'parquet' | 'stdin'>,
  problems: Problems,
  cwd: string = services.cwd,
): ReadContext {
  return {
    problems,
    cwd,
    parquet: services.parquet,
    get stdin() {
      return services.stdin;
    },
  };
}

/** What the user decided about the files. */
export function readOptions(raw: RawOptions): ReadOptions {
  const { map, ...same } = checkOptions(readOptionValues, raw, READ_OPTIONS);
  const wrong = map === undefined ? undefined : checkMap(Object.fromEntries(map));
  if (wrong !== undefined) throw new UserError(wrong, EXIT.usage);
  return { ...same, ...(map === undefined ? {} : { map: Object.fromEntries(map) }) } as ReadOptions;
}

/** Standard input can be read by one of the files alone. */
export function assertStdinOnce(files: readonly string[]): void {
  if (files.filter((file) => file === '-').length > 1) throw stdinTwice();
}
