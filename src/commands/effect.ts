import { argumentMissing } from '../errors/usage.ts';
import type { EffectOptionValues } from '../schema/effect-options.ts';
import type { Command, OptionSpec } from './command.ts';
import { EXPLAIN_OPTION } from './member-options.ts';
import { checkOptions, READ_OPTIONS } from './options.ts';
import { COHORT_OPTIONS, listOf } from './raw-files.ts';

const FILES = 'Files:';
const METHOD = 'Method:';

/** Those of raw exports that say something here: cohorts by contribution are not formed. */
const EXPORT_OPTIONS = COHORT_OPTIONS.filter(({ flags }) => !/^--(newcomer|active)-days|^--min-match/.test(flags));

const OPTIONS: readonly OptionSpec[] = [
  { flags: '--members <file>', summary: 'a further member list', group: FILES, repeat: true },
  { flags: '--transactions <file>', summary: 'a further file of transactions', group: FILES, repeat: true },
  {
    flags: '--customers <file>',
    summary: 'who is a customer since when: person_id, since',
    group: FILES,
    repeat: true,
  },
  {
    flags: '--panel <file>',
    summary: 'any outcome, in place of transactions: person_id, period, joined, outcome',
    group: FILES,
    repeat: true,
  },
  {
    flags: '--comparison <who>',
    summary: 'whom they are compared with (default: never)',
    group: METHOD,
    choices: ['never', 'not-yet'],
  },
  {
    flags: '--better <way>',
    summary: 'which way is good (spending: higher)',
    group: METHOD,
    choices: ['higher', 'lower'],
  },
  { flags: '--from <period>', summary: 'first period; who was not known before it is left out', group: METHOD },
  { flags: '--to <period>', summary: 'last period', group: METHOD },
  { flags: '--min-people <n>', summary: 'show no figure of fewer people (default: 5)', group: METHOD },
  { flags: '--currency <code>', summary: 'currency of files that name none', group: METHOD },
  EXPLAIN_OPTION,
  ...EXPORT_OPTIONS,
  ...READ_OPTIONS,
];

export const effect: Command = {
  name: 'effect',
  summary: 'do members generate more down the road: what goes with joining, over time',
  description:
    'Follows the same people from before they joined: what those who joined changed by since, beyond those who had not joined, by months since joining. It tests whether both were on the same course before, and says how far the answer rests on that.',
  args: [
    { name: 'members', summary: 'CSV of person_id, joined', required: false },
    { name: 'transactions', summary: 'CSV of person_id, date, amount', required: false },
  ],
  options: OPTIONS,
  examples: [
    { says: 'Spending since joining', command: 'community-roi effect members.csv transactions.csv' },
    { says: 'By quarters', command: 'community-roi effect members.csv transactions.csv --unit quarter' },
    { says: 'Any outcome', command: 'community-roi effect --panel earnings.csv --better higher' },
    {
      says: 'Where everybody joins in the end',
      command: 'community-roi effect members.csv transactions.csv --comparison not-yet',
    },
  ],
  async run([member, transaction], raw, services) {
    const { effectOptions } = await import('../schema/effect-options.ts');
    const options: EffectOptionValues = checkOptions(effectOptions, raw, OPTIONS);
    const sources = {
      members: [...(member === undefined ? [] : [member]), ...listOf(raw, 'members')],
      transactions: [...(transaction === undefined ? [] : [transaction]), ...listOf(raw, 'transactions')],
      activity: [],
      customers: listOf(raw, 'customers'),
    };
    const panels = listOf(raw, 'panel');
    const { effectOfExports, effectOfPanel } = await import('./effect-files.ts');
    if (panels.length > 0) {
      return effectOfPanel(panels, Object.values(sources).flat(), raw, options, services);
    }
    if (sources.members.length === 0) throw argumentMissing('members', 'effect');
    if (sources.transactions.length === 0) throw argumentMissing('transactions', 'effect');
    return effectOfExports(sources, raw, options, services);
  },
};
