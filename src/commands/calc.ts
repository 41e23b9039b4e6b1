import { calculateRoi } from '../core/calculate.ts';
import { CalculationError } from '../core/fault.ts';
import type { RoiOptions } from '../core/input.ts';
import { DEFAULT_MIN_PEOPLE } from '../core/outcomes/options.ts';
import type { RoiResult } from '../core/result.ts';
import { spendTwice } from '../errors/engine.ts';
import { Problems } from '../errors/problem.ts';
import { sourceElsewhere, sourceTables } from '../errors/source.ts';
import { argumentMissing, optionInvalid } from '../errors/usage.ts';
import { InputError } from '../errors/user-error.ts';
import { calcReport } from '../report/calc/report.ts';
import { withMatch } from '../report/cohorts/match.ts';
import type { Report } from '../report/report.ts';
import { type CalcOptions, calcOptions } from '../schema/calc-options.ts';
import { cohortOptions } from '../schema/cohort-options.ts';
import { type Loaded, loadFiles } from './calc-files.ts';
import type { Command, OptionSpec, RawOptions, Services } from './command.ts';
import { addFaults } from './faults.ts';
import type { MemberSideJob } from './member-ledger.ts';
import { asksForMembers, MEMBER_LEDGER_OPTIONS, partMap } from './member-ledger-options.ts';
import { explainedEntry } from './member-options.ts';
import { checkOptions, READ_OPTIONS } from './options.ts';
import {
  asksDatabase,
  asksSql,
  COHORT_OPTIONS,
  FURTHER_FILES,
  missedMatch,
  rawSourcesOf,
  rulesOf,
} from './raw-files.ts';
import { asksWhatIf, rowsToTry, TRY_OPTIONS, withSettings } from './settings.ts';
import { SOURCE_OPTIONS } from './source-options.ts';

const FILES = 'Files:';
const METHOD = 'Method:';
const SHOW = 'What to show:';

const OPTIONS: readonly OptionSpec[] = [
  {
    flags: '--returns <file>',
    summary: 'returns other than spending: advertising, support saved',
    group: FILES,
    repeat: true,
  },
  { flags: '--costs <file>', summary: 'a further cost file', group: FILES, repeat: true },
  { flags: '--spend <file>', summary: 'a further spending file', group: FILES, repeat: true },
  { flags: '--cells <file>', summary: 'what a database answered to --show-sql', group: FILES, repeat: true },
  { flags: '--members <file>', summary: 'member list, in place of a spending file', group: FILES, repeat: true },
  { flags: '--transactions <file>', summary: 'transactions, beside --members', group: FILES, repeat: true },
  ...FURTHER_FILES,
  { flags: '--example', summary: 'run on bundled data', group: FILES },
  {
    flags: '--baseline <when>',
    summary: 'whose newcomers are the yardstick: a period, a range, or all',
    group: METHOD,
  },
  {
    flags: '--method <name>',
    summary: 'joining: beside the uplift, by when people joined (needs --members)',
    group: METHOD,
    choices: ['uplift', 'joining'],
  },
  {
    flags: '--margin <share>',
    summary: 'share of revenue that is left after the cost of what was sold',
    group: METHOD,
  },
  { flags: '--life <years>', summary: 'useful life of one-off costs without their own (default: 4)', group: METHOD },
  {
    flags: '--member-cost <which>',
    summary: 'cost that an active member is charged with',
    group: METHOD,
    choices: ['variable', 'total'],
  },
  { flags: '--discount-rate <rate>', summary: 'yearly rate for net present value, IRR and payback', group: METHOD },
  { flags: '--from <period>', summary: 'first period of the window', group: METHOD },
  { flags: '--to <period>', summary: 'last period of the window', group: METHOD },
  { flags: '--currency <code>', summary: 'currency of files that name none', group: METHOD },
  { flags: '--min-people <n>', summary: 'show no figure of fewer people (default: 5)', group: SHOW },
  {
    flags: '--by <unit>',
    summary: 'add the table by period',
    group: SHOW,
    choices: ['month', 'quarter', 'year', 'period'],
  },
  { flags: '--explain <metric>', summary: 'show how a figure came about, and from which rows', group: SHOW },
  { flags: '--fail-under <metric=number>', summary: 'exit 1 where a figure is below', group: SHOW, repeat: true },
  ...MEMBER_LEDGER_OPTIONS,
  ...COHORT_OPTIONS.map((spec) => ({ ...spec, beside: ['members'] })),
  ...SOURCE_OPTIONS,
  ...TRY_OPTIONS,
  ...READ_OPTIONS,
];

export const calc: Command = {
  name: 'calc',
  summary: 'return on investment of a community, from costs and spending',
  description:
    'Works out what a community returned: what active members and lurkers spend beyond newcomers, net of what non-members changed by anyway, against what it cost.',
  args: [
    { name: 'costs', summary: 'CSV of period, category, amount', required: false },
    { name: 'spend', summary: 'CSV of period, cohort, people, spend', required: false },
  ],
  options: OPTIONS,
  verbatimWith: 'showSql',
  examples: [
    { says: 'The report', command: 'community-roi calc costs.csv spend.csv' },
    {
      says: 'From raw exports, with error bars',
      command: 'community-roi calc costs.csv --members members.csv --transactions transactions.csv',
    },
    {
      says: 'From a database, whose address is in the environment as COMMUNITY_ROI_SOURCE',
      command: 'community-roi calc costs.csv --members community.members --transactions billing.payments',
    },
    {
      says: 'Both sides',
      command:
        'community-roi calc costs.csv spend.csv --outcomes outcomes.csv --higher earnings --money earnings/month',
    },
    { says: 'For a script', command: 'community-roi calc costs.csv spend.csv --json' },
    { says: 'In CI', command: 'community-roi calc costs.csv spend.csv --fail-under latest12.roi=0' },
    { says: 'Without a file', command: 'community-roi calc --example' },
  ],
  async run(args, typed, services) {
    const { business: raw, members: besides } = partMap(withSettings(typed));
    const options = checkOptions(calcOptions, raw, OPTIONS);
    if (asksSql(raw)) return shownSql(raw, services);
    const explained = await explainedEntry(raw, 'calc');
    const side = asksForMembers(raw, explained) ? await sideOf(besides, options) : undefined;
    const addJoining = raw['method'] === 'joining' ? await joiningOf(raw, services) : undefined;
    const files = await loadFiles(sourcesOf(args, raw), raw, options, services, side);
    const loaded = { ...files, rows: rowsToTry(files.rows, raw) };
    const method = methodOf(options);
    const result = calculate(loaded, method);
    if (explained !== undefined) {
      const { explainReport } = await import('../report/explain/explain.ts');
      return side?.explain(explained, result, loaded) ?? explainReport(explained, result, loaded);
    }
    const tried = asksWhatIf(raw) ? await (await import('./scenarios.ts')).tryOut(raw, loaded, method, services) : {};
    const members = side?.part(result, loaded.rows);
    const shown = { ...loaded, ...tried, ...(members === undefined ? {} : { members }) };
    const minPeople = options.minPeople ?? DEFAULT_MIN_PEOPLE;
    const alone = calcReport({
      ...shown,
      result,
      method,
      byPeriod: wantsPeriods(raw, result),
      minPeople,
    });
    const report =
      addJoining === undefined ? alone : await addJoining(alone, { rows: loaded.rows, method, result, minPeople });
    return withThresholds(matched(report, loaded, raw), options);
  },
};

/** The members' side is loaded where the user asks for it: a report on the business alone starts without it. */
async function sideOf(raw: RawOptions, { currency }: CalcOptions): Promise<MemberSideJob> {
  const { memberSideJob } = await import('./member-ledger.ts');
  return memberSideJob(raw, currency);
}

/** The statements that would be asked of a database, in place of a report. */
async function shownSql(raw: RawOptions, services: Services): Promise<Report> {
  const sources = rawSourcesOf(raw);
  if (sources === undefined) throw sourceTables('--show-sql');
  const { sqlReport } = await import('./source.ts');
  return sqlReport(sources, raw, services, false);
}

/** What follows people from before they joined is loaded where it is asked for. */
async function joiningOf(raw: RawOptions, services: Services) {
  if (asksDatabase(raw)) throw sourceElsewhere('--method joining');
  const { joiningJob } = await import('./calc-joining.ts');
  return joiningJob(rawSourcesOf(raw), raw, services);
}

/** Where the spending comes from raw exports, the report shows how they fit together, and fails below `--min-match`. */
function matched(report: Report, { match }: Loaded, raw: RawOptions): Report {
  if (match === undefined) return report;
  const options = checkOptions(cohortOptions, raw, COHORT_OPTIONS);
  const failures = missedMatch(match, raw, options);
  const shown = withMatch(report, match, rulesOf(options));
  return failures.length === 0 ? shown : { ...shown, passed: false, failures };
}

/** Sources by kind; `--example` replaces the two arguments. */
function sourcesOf(args: readonly (string | undefined)[], raw: RawOptions) {
  const list = (key: string) => (raw[key] ?? []) as readonly string[];
  const [costs, spend] = args;
  if (raw['example'] === true) return { example: true, costs: [], spend: [], cells: [], returns: list('returns') };
  const sources = {
    example: false,
    costs: [...(costs === undefined ? [] : [costs]), ...list('costs')],
    spend: [...(spend === undefined ? [] : [spend]), ...list('spend')],
    cells: list('cells'),
    returns: list('returns'),
  };
  if (sources.costs.length === 0) throw argumentMissing('costs', 'calc');
  const exports = rawSourcesOf(raw);
  const given = [exports !== undefined, sources.spend.length > 0, sources.cells.length > 0];
  if (given.filter(Boolean).length > 1) throw spendTwice();
  if (exports !== undefined) return { ...sources, raw: exports };
  if (!given.includes(true)) throw argumentMissing('spend', 'calc');
  return sources;
}

function methodOf({ life, failUnder: _, currency: __, ...same }: CalcOptions): RoiOptions {
  return { ...same, ...(life === undefined ? {} : { usefulLifeYears: life }) } as RoiOptions;
}

function calculate(loaded: Loaded, method: RoiOptions): RoiResult {
  try {
    return calculateRoi(loaded.rows, method);
  } catch (error) {
    if (!(error instanceof CalculationError)) throw error;
    const problems = new Problems();
    addFaults(problems, error.faults, loaded.rows.spend, loaded.spendOrigins, loaded.firstSpendFile);
    throw new InputError(problems);
  }
}

/** `--by month` must name the unit that the spending is given by: nothing finer is known, and years are shown anyway. */
function wantsPeriods(raw: RawOptions, { unit }: RoiResult): boolean {
  const by = raw['by'];
  if (by !== undefined && by !== unit && by !== 'period' && by !== 'year') {
    throw optionInvalid('--by', String(by), `${unit} here, since that is what the spending is given by`);
  }
  return by === unit || by === 'period' || ((raw['section'] ?? []) as string[]).includes('periods');
}

async function withThresholds(report: Report, { failUnder = [] }: CalcOptions): Promise<Report> {
  if (failUnder.length === 0) return report;
  const { missed } = await import('./thresholds.ts');
  const failures = missed(failUnder, report.data as object);
  const all = [...(report.failures ?? []), ...failures];
  return all.length === 0 ? report : { ...report, passed: false, failures: all };
}
