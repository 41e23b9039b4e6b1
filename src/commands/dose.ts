import { DEFAULT_MIN_PEOPLE } from '../core/outcomes/options.ts';
import { Problems } from '../errors/problem.ts';
import { argumentMissing, optionInvalid } from '../errors/usage.ts';
import { InputError } from '../errors/user-error.ts';
import { remark, skippedRows } from './calc-files.ts';
import type { Command, OptionSpec } from './command.ts';
import {
  assertNamed,
  assertOnce,
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

const OPTIONS: readonly OptionSpec[] = [
  ...DIRECTION_OPTIONS,
  ...SMALL_OPTIONS,
  { flags: '--lag <periods>', summary: 'take the level so many periods before the outcome', group: 'Method:' },
  EXPLAIN_OPTION,
  ...READ_OPTIONS,
];

export const dose: Command = {
  name: 'dose',
  summary: 'does more go with better, or with worse: groups, topics, hours',
  description:
    'Sets outcomes beside how much people do: a table by level, the slope, the rank correlation. Across people that is an association. With two periods or more it shows what the same person changed by.',
  args: [{ name: 'levels', summary: 'CSV of person_id, level and a column for each outcome', required: true }],
  options: OPTIONS,
  examples: [
    { says: 'Five groups: help or hurt?', command: 'community-roi dose groups.csv --higher earnings' },
    { says: 'Topics now, revenue a period later', command: 'community-roi dose topics.csv --higher revenue --lag 1' },
  ],
  async run([file], raw, services) {
    if (file === undefined) throw argumentMissing('levels', 'dose');
    const { doseOptions } = await import('../schema/outcomes-options.ts');
    const options = checkOptions(doseOptions, raw, OPTIONS);
    const explained = await explainedEntry(raw, 'dose');
    const { outcomeSpec } = await import('../input/outcomes/spec.ts');
    const spec = outcomeSpec({
      higher: namesOf(options.higher),
      lower: namesOf(options.lower),
      only: namesOf(options.outcome),
    });
    assertOnce({ '--higher': spec.higher, '--lower': spec.lower });
    const { readLevels } = await import('../input/outcomes/levels.ts');
    const problems = new Problems();
    const context = readContext(services, problems);
    const read = await readLevels([file], spec, await memberReadOptions(raw, options.currency), context);
    if (problems.total > 0) throw new InputError(problems);
    assertNamed(read.unknown, read.columns);
    const lag = options.lag ?? 0;
    const most = Math.max(0, read.levels.periods.length - 1);
    const fits = most === 0 ? 'a file with two periods or more' : `0 to ${most}: the file has ${most + 1} periods`;
    if (lag > most) throw optionInvalid('--lag', String(lag), fits);
    remark(read.inputs, services);
    const method = { lag, minPeople: options.minPeople ?? DEFAULT_MIN_PEOPLE };
    const outcomes = read.outcomes.map((own) => ({ ...own, direction: directionOf(own, spec) }));
    const { calculateDose } = await import('../core/dose/calculate.ts');
    const result = calculateDose({ levels: read.levels, outcomes }, method);
    if (explained !== undefined)
      return explainWith(explained, (of) => of.explainDose(explained.id, result), read.currency?.code ?? null);
    const { doseReport } = await import('../report/dose/report.ts');
    return doseReport({
      result,
      minPeople: method.minPeople,
      currency: read.currency?.code ?? null,
      inputs: read.inputs,
      inputCaveats: skippedRows(read.inputs),
      withoutLevel: read.withoutLevel,
      texts: read.texts,
    });
  },
};
