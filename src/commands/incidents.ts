import { DEFAULT_MIN_PEOPLE, MEMBERS } from '../core/outcomes/options.ts';
import { sideMissing } from '../errors/outcomes.ts';
import { Problems } from '../errors/problem.ts';
import { argumentMissing } from '../errors/usage.ts';
import { InputError } from '../errors/user-error.ts';
import { remark, skippedRows } from './calc-files.ts';
import type { Command, OptionSpec } from './command.ts';
import {
  assertNamed,
  COHORT_OPTION,
  EXPLAIN_OPTION,
  explainedEntry,
  explainWith,
  memberReadOptions,
  namesOf,
  SMALL_OPTIONS,
} from './member-options.ts';
import { checkOptions, READ_OPTIONS, readContext } from './options.ts';

const OPTIONS: readonly OptionSpec[] = [
  { flags: '--outcome <names>', summary: 'take these columns alone as incidents', group: 'Outcomes:', repeat: true },
  COHORT_OPTION,
  ...SMALL_OPTIONS,
  EXPLAIN_OPTION,
  ...READ_OPTIONS,
];

export const incidents: Command = {
  name: 'incidents',
  summary: 'do members fall for fewer scams and chargebacks, and what do they cost',
  description:
    'Compares how often members and non-members meet scams, chargebacks and the like: per person, per transaction, and in money. Who does more meets more trouble, so both are shown.',
  args: [
    { name: 'incidents', summary: 'CSV of person_id, cohort, transactions and a column for each kind', required: true },
  ],
  options: OPTIONS,
  examples: [
    { says: 'Per person and per transaction', command: 'community-roi incidents incidents.csv' },
    { says: 'Active members alone', command: 'community-roi incidents incidents.csv --cohort active' },
  ],
  async run([file], raw, services) {
    if (file === undefined) throw argumentMissing('incidents', 'incidents');
    const { incidentsOptions } = await import('../schema/outcomes-options.ts');
    const options = checkOptions(incidentsOptions, raw, OPTIONS);
    const explained = await explainedEntry(raw, 'incidents');
    const { outcomeSpec } = await import('../input/outcomes/spec.ts');
    const spec = outcomeSpec({ only: namesOf(options.outcome) });
    const { readIncidents } = await import('../input/outcomes/incidents.ts');
    const problems = new Problems();
    const context = readContext(services, problems);
    const read = await readIncidents([file], spec, await memberReadOptions(raw, options.currency), context);
    const method = { members: options.cohort ?? MEMBERS, minPeople: options.minPeople ?? DEFAULT_MIN_PEOPLE };
    if (problems.total === 0) {
      assertNamed(read.unknown, read.names);
      const name = read.inputs[0]?.name ?? '';
      const { people } = read.sums;
      if (people.non_member === 0) problems.add({ ...sideMissing('non-members', ['non_member']), file: name });
      if (method.members.every((cohort) => people[cohort] === 0))
        problems.add({ ...sideMissing('members', method.members), file: name });
    }
    if (problems.total > 0) throw new InputError(problems);
    remark(read.inputs, services);
    const { calculateIncidents } = await import('../core/incidents/calculate.ts');
    const result = calculateIncidents(read.sums, read.columns, method);
    if (explained !== undefined)
      return explainWith(
        explained,
        (of) => of.explainIncidents(explained.id, result),
        options.currency ?? read.currency?.code ?? null,
      );
    const { incidentsReport } = await import('../report/incidents/report.ts');
    return incidentsReport({
      result,
      minPeople: method.minPeople,
      currency: options.currency ?? read.currency?.code ?? null,
      inputs: read.inputs,
      inputCaveats: skippedRows(read.inputs),
      texts: read.texts,
      allPersonsChecked: read.allPersonsChecked,
    });
  },
};
