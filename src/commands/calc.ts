import { calculateRoi } from '../core/calculate.ts';
import { CalculationError } from '../core/fault.ts';
import type { RoiOptions } from '../core/input.ts';
import type { RoiResult } from '../core/result.ts';
import { spendTwice } from '../errors/engine.ts';
import { Problems } from '../errors/problem.ts';
import { argumentMissing, optionInvalid } from '../errors/usage.ts';
import { InputError } from '../errors/user-error.ts';
import { calcReport } from '../report/calc/report.ts';
import { withMatch } from '../report/cohorts/match.ts';
import { explainReport } from '../report/explain/explain.ts';
import type { Report } from '../report/report.ts';
import { type CalcOptions, calcOptions } from '../schema/calc-options.ts';
import { cohortOptions } from '../schema/cohort-options.ts';
import { type Loaded, loadFiles } from './calc-files.ts';
import type { Command, OptionSpec, RawOptions } from './command.ts';
import { addFaults } from './faults.ts';
import { entryNamed } from './metrics.ts';
import { checkOptions, READ_OPTIONS } from './options.ts';
import { COHORT_OPTIONS, FURTHER_FILES, missedMatch, rawSourcesOf, rulesOf } from './raw-files.ts';
import { asksWhatIf, rowsToTry, TRY_OPTIONS, withSettings } from './settings.ts';
import { missed } from './thresholds.ts';

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
  {
    flags: '--by <unit>',
    summary: 'add the table by period',
    group: SHOW,
    choices: ['month', 'quarter', 'year', 'period'],
  },
  { flags: '--explain <metric>', summary: 'show how a figure came about, and from which rows', group: SHOW },
  { flags: '--fail-under <metric=number>', summary: 'exit 1 where a figure is below', group: SHOW, repeat: true },
  ...COHORT_OPTIONS,
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
  examples: [
    { says: 'The report', command: 'community-roi calc costs.csv spend.csv' },
    {
      says: 'From raw exports, with error bars',
      command: 'community-roi calc costs.csv --members members.csv --transactions transactions.csv',
    },
    { says: 'For a script', command: 'community-roi calc costs.csv spend.csv --json' },
    { says: 'In CI', command: 'community-roi calc costs.csv spend.csv --fail-under latest12.roi=0' },
    { says: 'Without a file', command: 'community-roi calc --example' },
  ],
  async run(args, typed, services) {
    const raw = withSettings(typed);
    const options = checkOptions(calcOptions, raw, OPTIONS);
    const explained = typeof raw['explain'] === 'string' ? entryNamed(raw['explain']) : undefined;
    const files = await loadFiles(sourcesOf(args, raw), raw, options, services);
    const loaded = { ...files, rows: rowsToTry(files.rows, raw) };
    const method = methodOf(options);
    const result = calculate(loaded, method);
    if (explained !== undefined) return explainReport(explained, result, loaded);
    const tried = asksWhatIf(raw) ? await (await import('./scenarios.ts')).tryOut(raw, loaded, method, services) : {};
    const report = calcReport({ ...loaded, ...tried, result, method, byPeriod: wantsPeriods(raw, result) });
    return withThresholds(matched(report, loaded, raw), result, options);
  },
};

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
  if (raw['example'] === true) return { example: true, costs: [], spend: [], returns: list('returns') };
  const sources = {
    example: false,
    costs: [...(costs === undefined ? [] : [costs]), ...list('costs')],
    spend: [...(spend === undefined ? [] : [spend]), ...list('spend')],
    returns: list('returns'),
  };
  if (sources.costs.length === 0) throw argumentMissing('costs', 'calc');
  const exports = rawSourcesOf(raw);
  if (exports !== undefined && sources.spend.length > 0) throw spendTwice();
  if (exports !== undefined) return { ...sources, raw: exports };
  if (sources.spend.length === 0) throw argumentMissing('spend', 'calc');
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

function withThresholds(report: Report, result: RoiResult, { failUnder = [] }: CalcOptions): Report {
  const failures = missed(failUnder, result);
  const all = [...(report.failures ?? []), ...failures];
  return all.length === 0 ? report : { ...report, passed: false, failures: all };
}
