import type { Complaint } from './problem.ts';
import { EXIT, UserError } from './user-error.ts';
import { oneOf, written } from './written.ts';

/** Every message about what members get: outcomes, levels and incidents. */

const usage = (complaint: Complaint) => new UserError(complaint, EXIT.usage);

export const outcomeInvalid = (value: string, example: string): Complaint => ({
  code: 'OUTCOME_INVALID',
  message: `${written(value)} is neither a number nor a yes or no, as ${written(example)} is`,
  remedy: 'Correct it, or leave the cell blank where there is no answer.',
});

export const outcomeMixed = (value: string, example: string): Complaint => ({
  code: 'OUTCOME_MIXED',
  message: `${written(value)} is a number, ${written(example)} a yes or no`,
  remedy: 'Write the whole column as numbers, or as yes and no (1 and 0).',
});

export const outcomesMissing = (labels: readonly string[]): Complaint => ({
  code: 'OUTCOMES_MISSING',
  message: 'the file has no column of outcomes',
  remedy:
    labels.length === 0
      ? 'Add a column of numbers, or of yes and no, for each outcome.'
      : `${oneOf(labels.slice(0, 5).map(written), 'and')} ${labels.length === 1 ? 'holds' : 'hold'} text; outcomes are numbers, or yes and no.`,
});

export const personRepeated = (period: string | undefined): Complaint => ({
  code: 'PERSON_REPEATED',
  message: `the person has a row${period === undefined ? '' : ` in ${period}`} already`,
  remedy:
    period === undefined
      ? 'Keep one row for each person, or tell the rows apart in a column "period".'
      : 'Keep one row for each person and period.',
});

export const sideMissing = (side: 'members' | 'non-members', cohorts: readonly string[]): Complaint => ({
  code: 'SIDE_MISSING',
  message: `there are no ${side} in the file`,
  remedy: `Outcomes are compared: add rows of cohort ${oneOf(cohorts)}.`,
});

export const groupsTooMany = (column: string, most: number): Complaint => ({
  code: 'GROUPS_TOO_MANY',
  message: `the column holds more than ${most} different values`,
  remedy: `Put what is in ${written(column)} into fewer classes: a group of one person can be compared with nobody.`,
});

export const periodUnits = (period: string, first: string): Complaint => ({
  code: 'PERIOD_UNITS',
  message: `${period} is not as long a period as ${first}`,
  remedy: 'Give months, quarters or years throughout.',
});

export const outcomeDuplicate = (what: string, where: string): Complaint => ({
  code: 'OUTCOME_DUPLICATE',
  message: `${what} has a row already (${where})`,
  remedy: 'Keep one row for each outcome, cohort and period.',
});

export const valueInvalid = (value: string): Complaint => ({
  code: 'VALUE_INVALID',
  message: `${written(value)} is neither a number nor a share`,
  remedy: 'Write a mean in digits, such as 1234.5, and a share as 12%.',
});

export const rateRange = (value: string): Complaint => ({
  code: 'RATE_RANGE',
  message: `a share of ${written(value)} is not between 0% and 100%`,
  remedy: 'Write the share of people that it is true for, such as 12%.',
});

export const valueMixed = (outcome: string, where: string): Complaint => ({
  code: 'VALUE_MIXED',
  message: `${written(outcome)} is a share in one row and a number in another (${where})`,
  remedy: 'Write % behind every share of the outcome, or behind none of its means.',
});

export const spreadNegative = (value: string): Complaint => ({
  code: 'SPREAD_NEGATIVE',
  message: `a standard deviation of ${written(value)} is below 0`,
  remedy: 'Write how much people differ from each other, or leave the cell blank.',
});

export const countInvalidHere = (value: string): Complaint => ({
  code: 'INCIDENTS_INVALID',
  message: `${written(value)} is not a number of incidents`,
  remedy: 'Write how many there were, 0 or more; yes counts as 1.',
});

export const columnUnknown = (flag: string, name: string, near: readonly string[], all: readonly string[]) =>
  usage({
    code: 'OUTCOME_UNKNOWN',
    message: `the file has no column ${written(name)} (${flag})`,
    remedy: near.length > 0 ? `Did you mean ${oneOf(near.map(written))}?` : `It has ${oneOf(all.map(written), 'and')}.`,
  });

export const directionTwice = (name: string, first: string, second: string) =>
  usage({
    code: 'DIRECTION_TWICE',
    message: `${written(name)} stands behind ${first} and behind ${second}`,
    remedy: 'Say one thing of each outcome.',
  });

export const periodAbsent = (flag: string, period: string, all: readonly string[]) =>
  usage({
    code: 'PERIOD_ABSENT',
    message: `the file has no period ${period} (${flag})`,
    remedy: all.length === 0 ? 'It has no column "period".' : `It has ${oneOf(all, 'and')}.`,
  });
