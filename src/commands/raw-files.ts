import { collapseGroups } from '../core/groups.ts';
import { toNumber } from '../core/money.ts';
import { formatPeriod } from '../core/period.ts';
import type { CohortRules, Match } from '../core/raw.ts';
import type { SpendCell } from '../core/rows.ts';
import type { CohortSums, EngineContext, RawSources } from '../engine/engine.ts';
import { rawIncomplete } from '../errors/engine.ts';
import type { Problems } from '../errors/problem.ts';
import { showSqlNeeded, sourceTables } from '../errors/source.ts';
import { percent, text } from '../report/cells.ts';
import { type MatchCaveat, matchCaveats } from '../report/cohorts/caveats.ts';
import type { Provenance, SpendRow } from '../report/provenance.ts';
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
  { flags: '--timezone <zone>', summary: 'whose days count, where dates name time and zone', group: COHORTS },
  { flags: '--min-match <share>', summary: 'exit 1 where fewer members have transactions', group: COHORTS },
  { flags: '--memory <size>', summary: 'memory to use, such as 2GB (default: half of it)', group: COHORTS },
  { flags: '--threads <number>', summary: 'processors to use (default: all)', group: COHORTS },
];

/** The rules that the options give, defaults put in. */
export function rulesOf(options: CohortOptions): CohortRules {
  return {
    unit: options.unit ?? 'month',
    newcomerDays: options.newcomerDays ?? 90,
    activeDays: options.activeDays ?? 30,
    normalizeIds: options.normalizeIds === true,
  };
}

/** Whether the statements are wanted in place of an answer. */
export function asksSql(raw: RawOptions): boolean {
  if (raw['showSql'] === true) return true;
  if (raw['dialect'] !== undefined) throw showSqlNeeded('--dialect');
  return false;
}

/** Whether raw exports are tables of a database. */
export const asksDatabase = (raw: RawOptions): boolean => raw['source'] !== undefined;

/** What an engine needs from the process and from the options. */
export function engineContext(
  raw: RawOptions,
  options: CohortOptions,
  { stdin, cwd, scratch, signal, progress, today }: Services,
  problems: Problems,
): EngineContext {
  return {
    problems,
    stdin,
    cwd,
    scratch,
    signal,
    progress,
    today,
    read: {
      ...readOptions(raw),
      ...(options.currency === undefined ? {} : { currency: options.currency }),
      ...(options.timezone === undefined ? {} : { timezone: options.timezone }),
    },
    ...(options.memory === undefined ? {} : { memory: options.memory }),
    ...(options.threads === undefined ? {} : { threads: options.threads }),
  };
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

/** What `calc` needs of raw exports: cells by jackknife group, and where each cohort's sum comes from. */
export interface RawSpend {
  readonly cells: readonly SpendCell[];
  readonly sums: CohortSums;
  readonly rows: Provenance['spend'];
  readonly caveats: readonly MatchCaveat[];
}

/** Cohort sums as cells of spending. */
export function spendOf(sums: CohortSums, rules: CohortRules): RawSpend {
  const { cells } = sums;
  const where = sums.inputs
    .filter(({ kind }) => kind === 'transactions')
    .map(({ name }) => name)
    .join(', ');
  const rows = new Map<string, SpendRow>();
  for (const { cohort, period, people, spend } of collapseGroups(cells).cells) {
    const key = `${cohort}|${formatPeriod(period)}`;
    const before = rows.get(key)?.spend ?? 0;
    // Whoever is on one line is on the other as well.
    rows.set(key, { where, people, spend: before + toNumber(spend) });
  }
  return {
    cells,
    sums,
    rows: (cohort, period) => rows.get(`${cohort}|${period}`),
    caveats: matchCaveats(sums.match, rules),
  };
}

/** The raw exports that the options name; undefined where they name none. */
export function rawSourcesOf(raw: RawOptions): RawSources | undefined {
  const sources = {
    members: listOf(raw, 'members'),
    transactions: listOf(raw, 'transactions'),
    activity: listOf(raw, 'activity'),
    customers: listOf(raw, 'customers'),
  };
  const given = Object.values(sources).some((files) => files.length > 0);
  if (asksDatabase(raw) && (sources.members.length === 0 || sources.transactions.length === 0))
    throw sourceTables('--source');
  if (given && (sources.members.length === 0 || sources.transactions.length === 0)) throw rawIncomplete();
  return given ? sources : undefined;
}
