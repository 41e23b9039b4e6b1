import type { Collected } from '../core/outcomes/measured.ts';
import { DEFAULT_MIN_PEOPLE, MEMBERS } from '../core/outcomes/options.ts';
import { formatPeriod } from '../core/period.ts';
import { periodAbsent } from '../errors/outcomes.ts';
import { Problems } from '../errors/problem.ts';
import { argumentMissing, optionInvalid } from '../errors/usage.ts';
import { InputError } from '../errors/user-error.ts';
import type { OutcomeSpec } from '../input/outcomes/spec.ts';
import type { OutcomesOptionValues } from '../schema/outcomes-options.ts';
import { remark, skippedRows } from './calc-files.ts';
import type { Command, OptionSpec } from './command.ts';
import {
  assertNamed,
  assertOnce,
  COHORT_OPTION,
  DIRECTION_OPTIONS,
  directionOf,
  EXPLAIN_OPTION,
  explainedEntry,
  explainWith,
  memberReadOptions,
  namesOf,
  SMALL_OPTIONS,
} from './member-options.ts';
import { checkOptions, READ_OPTIONS, readContext } from './options.ts';
import { addMissingSides } from './outcome-sides.ts';

const OUTCOMES = 'Outcomes:';
const METHOD = 'Method:';

const OPTIONS: readonly OptionSpec[] = [
  ...DIRECTION_OPTIONS,
  { flags: '--count <names>', summary: 'counts to follow over time, not to compare', group: OUTCOMES, repeat: true },
  COHORT_OPTION,
  ...SMALL_OPTIONS,
  { flags: '--by <column>', summary: 'break down by a column: programme', group: METHOD, repeat: true },
  {
    flags: '--compare-within <columns>',
    summary: 'compare members with non-members who are alike in these columns',
    group: METHOD,
    repeat: true,
  },
  { flags: '--winsorize <quantile>', summary: 'a second row with extreme values pulled in, at 0.99', group: METHOD },
  { flags: '--before <period>', summary: 'first of the two periods (default: the first in the file)', group: METHOD },
  { flags: '--after <period>', summary: 'second of the two periods (default: the last)', group: METHOD },
  { flags: '--invited <n>', summary: 'how many people a survey was sent to', group: METHOD },
  EXPLAIN_OPTION,
  ...READ_OPTIONS,
];

export const outcomes: Command = {
  name: 'outcomes',
  summary: 'what members get: members against non-members on any outcome',
  description:
    'Compares members with non-members on what the file holds: earnings, skills, incidents. With two periods of the same people it compares what they changed by; with one it shows the gap, unadjusted.',
  args: [{ name: 'outcomes', summary: 'CSV of person_id, cohort and a column for each outcome', required: true }],
  options: OPTIONS,
  examples: [
    { says: 'Which way is good', command: 'community-roi outcomes survey.csv --higher earnings --lower chargeback' },
    { says: 'Are those in the Academy better off?', command: 'community-roi outcomes survey.csv --by programme' },
    {
      says: 'Like with like',
      command: 'community-roi outcomes survey.csv --higher earnings --compare-within country,experience',
    },
  ],
  async run([file], raw, services) {
    if (file === undefined) throw argumentMissing('outcomes', 'outcomes');
    const { outcomesOptions } = await import('../schema/outcomes-options.ts');
    const options = checkOptions(outcomesOptions, raw, OPTIONS);
    const explained = await explainedEntry(raw, 'outcomes');
    const spec = specOf(options);
    assertOnce({ '--higher': spec.higher, '--lower': spec.lower, '--count': spec.count });
    const { readOutcomes } = await import('../input/outcomes/outcomes.ts');
    const problems = new Problems();
    const context = readContext(services, problems);
    const read = await readOutcomes([file], spec, await memberReadOptions(raw, options.currency), context);
    const members = options.cohort ?? MEMBERS;
    if (problems.total === 0) {
      assertNamed(read.unknown, read.columns);
      assertPeriods(options, read.collected);
      if (read.outcomes.length > 0) addMissingSides(read, members, problems);
    }
    if (problems.total > 0) throw new InputError(problems);
    remark(read.inputs, services);
    const invited = options.invited === undefined ? read.asked : { invited: options.invited };
    const method = {
      members,
      minPeople: options.minPeople ?? DEFAULT_MIN_PEOPLE,
      ...(options.winsorize === undefined ? {} : { winsorize: options.winsorize }),
      by: spec.by,
      within: spec.within,
    };
    const named = read.outcomes.map((own) => ({ ...own, direction: directionOf(own, spec) }));
    const input = { collected: read.collected, outcomes: named, counts: read.counts };
    const { calculateOutcomes } = await import('../core/outcomes/calculate.ts');
    const result = calculateOutcomes({ ...input, ...(invited === null ? {} : { asked: invited }) }, method);
    if (explained !== undefined)
      return explainWith(explained, (of) => of.explainOutcomes(explained.id, result), read.currency?.code ?? null);
    const { outcomesReport } = await import('../report/outcomes/report.ts');
    return outcomesReport({
      result,
      method,
      currency: read.currency?.code ?? null,
      inputs: read.inputs,
      inputCaveats: skippedRows(read.inputs),
      skippedCells: read.outcomes.filter(({ skipped }) => skipped > 0).map(({ name, skipped }) => ({ name, skipped })),
      texts: read.texts,
      allPersonsChecked: read.allPersonsChecked,
    });
  },
};

function specOf(options: OutcomesOptionValues): OutcomeSpec {
  const { higher, lower, count, outcome, by, compareWithin, winsorize, before, after } = options;
  return {
    higher: namesOf(higher),
    lower: namesOf(lower),
    count: namesOf(count),
    only: namesOf(outcome),
    by: namesOf(by),
    within: namesOf(compareWithin),
    keepValues: winsorize !== undefined,
    ...(before === undefined ? {} : { before }),
    ...(after === undefined ? {} : { after }),
  };
}

function assertPeriods({ before, after }: OutcomesOptionValues, { periods }: Collected): void {
  for (const [flag, period] of [
    ['--before', before],
    ['--after', after],
  ] as const) {
    if (period !== undefined && !periods.includes(formatPeriod(period))) {
      throw periodAbsent(flag, formatPeriod(period), periods);
    }
  }
  if (before !== undefined && after !== undefined && before.index > after.index) {
    throw optionInvalid('--after', formatPeriod(after), `a period not before ${formatPeriod(before)} (--before)`);
  }
}
