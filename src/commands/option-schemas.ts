import { oneOf } from '../errors/written.ts';
import { calcOptions } from '../schema/calc-options.ts';
import { cohortOptions } from '../schema/cohort-options.ts';
import { effectOptions } from '../schema/effect-options.ts';
import { eventOptions } from '../schema/event-options.ts';
import { memberLedgerOptions } from '../schema/member-ledger-options.ts';
import type { OptionSchema } from '../schema/option-values.ts';
import { doseOptions, incidentsOptions, outcomesOptions } from '../schema/outcomes-options.ts';
import { outputOptions } from '../schema/output-options.ts';
import { readOptionValues } from '../schema/read-options.ts';
import { sourceOptions } from '../schema/source-options.ts';
import { validateOptions } from '../schema/validate-options.ts';
import type { RawOptions } from './command.ts';

/** What checks the options of each command, as the command itself does when it runs. */
const SCHEMAS: Readonly<Record<string, readonly OptionSchema<unknown>[]>> = {
  calc: [calcOptions, cohortOptions, memberLedgerOptions, sourceOptions],
  cohorts: [cohortOptions, sourceOptions],
  outcomes: [outcomesOptions],
  event: [eventOptions],
  dose: [doseOptions],
  incidents: [incidentsOptions],
  effect: [effectOptions],
  validate: [validateOptions],
};

const COMMON: readonly OptionSchema<unknown>[] = [readOptionValues, outputOptions];

/** A value that does not fit its option. */
export interface WrongValue {
  readonly value: string;
  readonly expected: string;
  /** Which one of several. */
  readonly index?: number;
}

/** What is wrong with the value of an option; undefined where it fits, or where only the run itself can tell. */
export function expectedOf(
  command: string,
  option: string,
  value: NonNullable<RawOptions[string]>,
  choices: readonly string[] | undefined = undefined,
): WrongValue | undefined {
  if (choices !== undefined && typeof value === 'string' && !choices.includes(value)) {
    return { value, expected: oneOf(choices) };
  }
  for (const schema of [...(SCHEMAS[command] ?? []), ...COMMON]) {
    const result = schema.safeParse({ [option]: value });
    const issue = result.success ? undefined : result.error.issues.find(({ path }) => path[0] === option);
    if (issue === undefined) continue;
    const index = issue.path[1];
    const wrong =
      typeof index === 'number' && Array.isArray(value)
        ? { value: String(value[index]), index }
        : { value: String(value) };
    return { ...wrong, expected: issue.message };
  }
  return undefined;
}
