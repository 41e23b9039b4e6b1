import { DEFAULT_MIN_PEOPLE } from '../core/outcomes/options.ts';
import { Problems } from '../errors/problem.ts';
import { argumentMissing } from '../errors/usage.ts';
import { InputError } from '../errors/user-error.ts';
import { agreeCurrency } from '../input/currency.ts';
import { cohortOptions } from '../schema/cohort-options.ts';
import { remark, skippedRows } from './calc-files.ts';
import type { Command, OptionSpec } from './command.ts';
import { loadRaw } from './load-raw.ts';
import { assertStdinOnce, checkOptions, READ_OPTIONS, readContext, readOptions } from './options.ts';
import { nameOtherKinds } from './other-kind.ts';
import { asksDatabase, asksSql, COHORT_OPTIONS, FURTHER_FILES, listOf, missedMatch, rulesOf } from './raw-files.ts';
import { SOURCE_OPTIONS } from './source-options.ts';

const OPTIONS: readonly OptionSpec[] = [
  { flags: '--members <file>', summary: 'a further member list', group: 'Files:', repeat: true },
  { flags: '--transactions <file>', summary: 'a further file of transactions', group: 'Files:', repeat: true },
  ...FURTHER_FILES,
  ...COHORT_OPTIONS,
  ...SOURCE_OPTIONS,
  { flags: '--currency <code>', summary: 'currency of files that name none', group: 'Cohorts:' },
  { flags: '--min-people <n>', summary: 'show no cohort of fewer people (default: 5)', group: 'What to show:' },
  {
    flags: '--groups',
    summary: 'write jackknife groups, for error bars that need no formula',
    group: 'What to show:',
  },
  ...READ_OPTIONS,
];

export const cohorts: Command = {
  name: 'cohorts',
  summary: 'cohort spending from a member list and transactions',
  description:
    'Ties a member list to an export of transactions: who was a non-member, newcomer, lurker or active member in each period, and what they spent. The table that -o writes is what calc reads.',
  args: [
    { name: 'members', summary: 'CSV of person_id, joined', required: false },
    { name: 'transactions', summary: 'CSV of person_id, date, amount', required: false },
  ],
  options: OPTIONS,
  verbatimWith: 'showSql',
  examples: [
    { says: 'The cohorts', command: 'community-roi cohorts members.csv transactions.csv' },
    { says: 'For calc', command: 'community-roi cohorts members.csv transactions.csv -o spend.csv' },
    {
      says: 'With contributions by date',
      command: 'community-roi cohorts members.csv transactions.csv --activity activity.csv',
    },
    {
      says: 'Return on investment in one step',
      command: 'community-roi calc costs.csv --members members.csv --transactions transactions.csv',
    },
  ],
  async run([member, transaction], raw, services) {
    const options = checkOptions(cohortOptions, raw, OPTIONS);
    const sources = {
      members: [...(member === undefined ? [] : [member as string]), ...listOf(raw, 'members')],
      transactions: [...(transaction === undefined ? [] : [transaction as string]), ...listOf(raw, 'transactions')],
      activity: listOf(raw, 'activity'),
      customers: listOf(raw, 'customers'),
    };
    if (sources.members.length === 0) throw argumentMissing('members', 'cohorts');
    if (sources.transactions.length === 0) throw argumentMissing('transactions', 'cohorts');
    if (asksSql(raw)) return (await import('./source.ts')).sqlReport(sources, raw, services, true);
    const files = asksDatabase(raw) ? {} : sources;
    assertStdinOnce(Object.values<readonly string[]>(files).flat());
    const problems = new Problems();
    const sums = await loadRaw(sources, raw, options, services, problems, true);
    const found = agreeCurrency(sums?.currencies ?? [], problems);
    if (sums === undefined || problems.total > 0) {
      await nameOtherKinds(files, readOptions(raw), readContext(services, problems));
      throw new InputError(problems);
    }
    remark(sums.inputs, services);
    const { cohortReport } = await import('../report/cohorts/report.ts');
    const report = cohortReport({
      ...sums,
      rules: rulesOf(options),
      currency: options.currency ?? found,
      inputCaveats: skippedRows(sums.inputs),
      byGroup: options.groups === true,
      minPeople: options.minPeople ?? DEFAULT_MIN_PEOPLE,
    });
    const failures = missedMatch(sums.match, raw, options);
    return failures.length === 0 ? report : { ...report, passed: false, failures };
  },
};
