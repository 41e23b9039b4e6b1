import type { Match } from '../core/raw.ts';
import type { CohortSums, RawSources } from '../engine/engine.ts';
import type { Problems } from '../errors/problem.ts';
import { InputError } from '../errors/user-error.ts';
import { percent, text } from '../report/cells.ts';
import type { Phrase } from '../report/report.ts';
import type { CohortOptions } from '../schema/cohort-options.ts';
import type { OptionSpec, RawOptions, Services } from './command.ts';
import { readOptions } from './options.ts';

const FILES = 'Files:';
const COHORTS = 'Cohorts:';

/** Files of raw exports beside the member list and the transactions. */
export const FURTHER_FILES: readonly OptionSpec[] = [
  { flags: '--activity <file>', summary: 'who contributed when: person_id, date', group: FILES, repeat: true },
  {
    flags: '--customers <file>',
    summary: 'who is a customer since when: person_id, since',
    group: FILES,
    repeat: true,
  },
];

/** How raw exports become cohorts. */
export const COHORT_OPTIONS: readonly OptionSpec[] = [
  { flags: '--unit <unit>', summary: 'length of a period', group: COHORTS, choices: ['month', 'quarter', 'year'] },
  { flags: '--newcomer-days <days>', summary: 'days that a newcomer is one (default: 90)', group: COHORTS },
  { flags: '--active-days <days>', summary: 'days that a contribution counts (default: 30)', group: COHORTS },
  { flags: '--normalize-ids', summary: 'ids that differ only in case or spaces are one person', group: COHORTS },
  { flags: '--min-match <share>', summary: 'exit 1 where fewer members have transactions', group: COHORTS },
  { flags: '--memory <size>', summary: 'memory to use, such as 2GB (default: half of it)', group: COHORTS },
  { flags: '--threads <number>', summary: 'processors to use (default: all)', group: COHORTS },
];

/** The rules that the options give, defaults put in. */
export function rulesOf(options: CohortOptions) {
  return {
    unit: options.unit ?? 'month',
    newcomerDays: options.newcomerDays ?? 90,
    activeDays: options.activeDays ?? 30,
    normalizeIds: options.normalizeIds === true,
  } as const;
}

/** Adds raw exports up to cohorts. Problems go into `problems`; undefined where there are any. */
export async function loadRaw(
  sources: RawSources,
  raw: RawOptions,
  options: CohortOptions,
  services: Services,
  problems: Problems,
): Promise<CohortSums | undefined> {
  const { duckdb } = await import('../engine/duckdb/cohorts.ts');
  const { stdin, cwd, scratch, signal, progress, today } = services;
  return duckdb.cohortSums(
    sources,
    { ...rulesOf(options), squares: raw['groups'] !== true },
    {
      problems,
      stdin,
      cwd,
      scratch,
      signal,
      progress,
      today,
      read: { ...readOptions(raw), ...(options.currency === undefined ? {} : { currency: options.currency }) },
      ...(options.memory === undefined ? {} : { memory: options.memory }),
      ...(options.threads === undefined ? {} : { threads: options.threads }),
    },
  );
}

/** What `--min-match` says of the match, in words; nothing where it passes. */
export function missedMatch({ members, both }: Match, raw: RawOptions, { minMatch }: CohortOptions): Phrase[] {
  const share = members === 0 ? 0 : both / members;
  if (minMatch === undefined || share >= minMatch) return [];
  const typed = text(` (--min-match ${String(raw['minMatch'])})`);
  return [['transactions match ', percent(share), ' of members, below ', percent(minMatch), typed]];
}

/** The value of an option that may repeat. */
export function listOf(raw: RawOptions, key: string): readonly string[] {
  return (raw[key] ?? []) as readonly string[];
}

/** Throws where there is anything wrong. */
export function assertNone(problems: Problems): void {
  if (problems.total > 0) throw new InputError(problems);
}
