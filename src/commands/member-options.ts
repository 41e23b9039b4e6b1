import type { Direction } from '../core/outcomes/result.ts';
import { columnUnknown, directionTwice } from '../errors/outcomes.ts';
import { EXIT, UserError } from '../errors/user-error.ts';
import type { ReadOptions } from '../input/options.ts';
import type { MapColumns } from '../input/outcomes/map.ts';
import type { FoundOutcome } from '../input/outcomes/outcomes.ts';
import type { OutcomeSpec } from '../input/outcomes/spec.ts';
import { closest, fold } from '../input/spelling.ts';
import type { Explainer, GlossaryEntry } from '../report/glossary.ts';
import type { Block, Report } from '../report/report.ts';
import { readOptionValues } from '../schema/read-options.ts';
import type { OptionSpec, RawOptions } from './command.ts';
import { checkOptions, READ_OPTIONS, readOptions } from './options.ts';

const OUTCOMES = 'Outcomes:';

/** Which way is good, and who counts: what commands about members take. */
export const DIRECTION_OPTIONS: readonly OptionSpec[] = [
  { flags: '--higher <names>', summary: 'columns of which more is better: earnings', group: OUTCOMES, repeat: true },
  { flags: '--lower <names>', summary: 'columns of which less is better: chargeback', group: OUTCOMES, repeat: true },
  { flags: '--outcome <names>', summary: 'take these columns alone as outcomes', group: OUTCOMES, repeat: true },
];

export const COHORT_OPTION: OptionSpec = {
  flags: '--cohort <names>',
  summary: 'who counts as a member: active, lurker, newcomer (default: all three)',
  group: OUTCOMES,
};

export const SMALL_OPTIONS: readonly OptionSpec[] = [
  { flags: '--min-people <n>', summary: 'show no group of fewer people (default: 5)', group: OUTCOMES },
  { flags: '--currency <code>', summary: 'currency of amounts whose signs leave it open', group: OUTCOMES },
];

export const EXPLAIN_OPTION: OptionSpec = {
  flags: '--explain <metric>',
  summary: 'show how a figure came about',
  group: 'What to show:',
};

/** The entry behind `--explain`; undefined where it is not given. */
export async function explainedEntry(raw: RawOptions, command: Explainer): Promise<GlossaryEntry | undefined> {
  if (typeof raw['explain'] !== 'string') return undefined;
  const { entryNamed } = await import('./metrics.ts');
  return entryNamed(raw['explain'], command);
}

/** The arithmetic behind a figure, loaded where it is asked for. */
export async function explainWith(
  entry: GlossaryEntry,
  arithmetic: (of: typeof import('../report/explain/outcomes.ts')) => readonly Block[],
  currency: string | null,
): Promise<Report> {
  const { explainedReport } = await import('../report/explain/explain.ts');
  return explainedReport(entry, arithmetic(await import('../report/explain/outcomes.ts')), currency);
}

/** How the file is read; `--map` names columns of files about members, and of further ones. */
export async function memberReadOptions(
  raw: RawOptions,
  currency: string | undefined,
  further: MapColumns = {},
): Promise<ReadOptions> {
  const { map, ...rest } = raw;
  const how = readOptions({ ...rest, ...(currency === undefined ? {} : { currency }) });
  const given = checkOptions(readOptionValues, { map }, READ_OPTIONS).map;
  const own = currency === undefined ? how : { ...how, currency };
  if (given === undefined) return own;
  const { checkMemberMap } = await import('../input/outcomes/map.ts');
  const wrong = checkMemberMap(Object.fromEntries(given), further);
  if (wrong !== undefined) throw new UserError(wrong, EXIT.usage);
  return { ...own, map: Object.fromEntries(given) };
}

/** Lists of names in one. */
export const namesOf = (lists: readonly (readonly string[])[] | undefined): string[] => (lists ?? []).flat();

/** A name behind two options that say different things of it. */
export function assertOnce(named: Readonly<Record<string, readonly string[]>>): void {
  const flagOf = new Map<string, string>();
  for (const [flag, names] of Object.entries(named)) {
    for (const name of names) {
      const before = flagOf.get(fold(name));
      if (before !== undefined && before !== flag) throw directionTwice(name, before, flag);
      flagOf.set(fold(name), flag);
    }
  }
}

/** The first name that no column has is a usage error, with the columns that are most like it. */
export function assertNamed(
  unknown: readonly { readonly flag: string; readonly name: string }[],
  columns: readonly string[],
): void {
  const [first] = unknown;
  if (first !== undefined) throw columnUnknown(first.flag, first.name, closest(first.name, columns, 2), columns);
}

/** Which way of an outcome is good, as far as the user said. */
export function directionOf({ name, header }: FoundOutcome, { higher, lower }: OutcomeSpec): Direction | null {
  const isNamed = (names: readonly string[]) =>
    names.some((own) => [name, header].some((known) => fold(own) === fold(known)));
  if (isNamed(higher)) return 'higher';
  return isNamed(lower) ? 'lower' : null;
}
