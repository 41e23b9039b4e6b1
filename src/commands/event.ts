import type { Direction } from '../core/outcomes/result.ts';
import { Problems } from '../errors/problem.ts';
import { argumentMissing } from '../errors/usage.ts';
import { InputError } from '../errors/user-error.ts';
import type { Command, OptionSpec } from './command.ts';
import { EXPLAIN_OPTION, explainedEntry, explainWith } from './member-options.ts';
import { assertStdinOnce, checkOptions, READ_OPTIONS } from './options.ts';
import { COHORT_OPTIONS, engineContext, listOf } from './raw-files.ts';

const FILES = 'Files:';
const METHOD = 'Method:';
const DEFAULT_DAYS = 45;

/** What is done with the files is told as for cohorts; how cohorts are formed is not asked here. */
const ENGINE_OPTIONS = COHORT_OPTIONS.filter(({ flags }) =>
  ['--normalize-ids', '--timezone', '--memory', '--threads'].some((flag) => flags.startsWith(flag)),
).map((spec) => ({ ...spec, group: FILES }));

const OPTIONS: readonly OptionSpec[] = [
  { flags: '--events <file>', summary: 'a further file of attendances', group: FILES, repeat: true },
  { flags: '--transactions <file>', summary: 'a further file of transactions', group: FILES, repeat: true },
  {
    flags: '--customers <file>',
    summary: 'who is a customer since when: person_id, since',
    group: FILES,
    repeat: true,
  },
  {
    flags: '--members <file>',
    summary: 'people known since they joined: person_id, joined',
    group: FILES,
    repeat: true,
  },
  ...ENGINE_OPTIONS,
  { flags: '--currency <code>', summary: 'currency of files that name none', group: FILES },
  { flags: '--days <n>', summary: `length of each window (default: ${DEFAULT_DAYS})`, group: METHOD },
  {
    flags: '--unit-outcome <what>',
    summary: 'what to compare: the amount (default) or the count of transactions',
    group: METHOD,
    choices: ['amount', 'count'],
  },
  { flags: '--clean', summary: 'leave out who attended again within the days after', group: METHOD },
  {
    flags: '--population <who>',
    summary: 'known before the first window (default), or all in the files',
    group: METHOD,
    choices: ['known', 'all'],
  },
  {
    flags: '--better <way>',
    summary: 'which way is good (default: higher); lower for losses or fees',
    group: METHOD,
    choices: ['higher', 'lower'],
  },
  { flags: '--min-people <n>', summary: 'show no group of fewer people (default: 5)', group: METHOD },
  EXPLAIN_OPTION,
  ...READ_OPTIONS,
];

export const event: Command = {
  name: 'event',
  summary: 'what the 45 days after an event look like, against those before',
  description:
    'Compares what attendees spent in the days from their first event on with the days before, beyond what people who never attended changed by on the same dates. The same one window earlier, the placebo, shows whether attendees were on another path already.',
  args: [
    { name: 'events', summary: 'CSV of person_id, date and, if you like, event', required: false },
    { name: 'transactions', summary: 'CSV of person_id, date, amount', required: false },
  ],
  options: OPTIONS,
  examples: [
    { says: 'After the first event', command: 'community-roi event events.csv transactions.csv' },
    {
      says: 'Of those who did not come again meanwhile',
      command: 'community-roi event events.csv transactions.csv --clean --days 30',
    },
    { says: 'How often they bought', command: 'community-roi event events.csv transactions.csv --unit-outcome count' },
  ],
  async run([attendances, transaction], raw, services) {
    const { eventOptions } = await import('../schema/event-options.ts');
    const options = checkOptions(eventOptions, raw, OPTIONS);
    const explained = await explainedEntry(raw, 'event');
    const sources = {
      events: [...(attendances === undefined ? [] : [attendances]), ...listOf(raw, 'events')],
      transactions: [...(transaction === undefined ? [] : [transaction]), ...listOf(raw, 'transactions')],
      members: listOf(raw, 'members'),
      customers: listOf(raw, 'customers'),
    };
    if (sources.events.length === 0) throw argumentMissing('events', 'event');
    if (sources.transactions.length === 0) throw argumentMissing('transactions', 'event');
    assertStdinOnce(Object.values(sources).flat());
    const problems = new Problems();
    const rules = {
      days: options.days ?? DEFAULT_DAYS,
      outcome: options.unitOutcome ?? 'amount',
      population: options.population ?? 'known',
      clean: options.clean === true,
    } as const;
    const { duckdbEvents } = await import('../engine/duckdb/event.ts');
    const question = { ...rules, normalizeIds: options.normalizeIds === true };
    const answer = await duckdbEvents.eventSums(sources, question, engineContext(raw, options, services, problems));
    const { agreeCurrency } = await import('../input/currency.ts');
    const found = agreeCurrency(answer?.currencies ?? [], problems);
    if (answer === undefined || problems.total > 0) throw new InputError(problems);
    const { remark, skippedRows } = await import('./calc-files.ts');
    remark(answer.inputs, services);
    const [{ calculateEvent }, { eventReport }, { DEFAULT_MIN_PEOPLE }] = await Promise.all([
      import('../core/event/calculate.ts'),
      import('../report/event/report.ts'),
      import('../core/outcomes/options.ts'),
    ]);
    const direction: Direction = options.better ?? 'higher';
    const method = { ...rules, direction, minPeople: options.minPeople ?? DEFAULT_MIN_PEOPLE };
    const result = calculateEvent(answer.sums, method);
    const currency = rules.outcome === 'count' ? null : (options.currency ?? found);
    if (explained !== undefined) return explainWith(explained, (of) => of.explainEvent(explained.id, result), currency);
    return eventReport({
      result,
      method,
      future: answer.sums.future,
      currency,
      inputs: answer.inputs,
      inputCaveats: skippedRows(answer.inputs),
    });
  },
};
