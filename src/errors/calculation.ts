import type { Complaint } from './problem.ts';

/** Why rows that are fine one by one cannot be computed together, in words; `who` and `when` come from the data. */

const complain = (code: string, message: string, remedy: string): Complaint => ({ code, message, remedy });

export const groupMissing = (cohort: string, period: string) =>
  complain(
    'GROUP_MISSING',
    `the row of ${cohort} in ${period} has no group, others do`,
    'Give every row its group (00–ff), or none of them.',
  );

export const retainedDifferByLine = (cohort: string, period: string, where: string) =>
  complain(
    'RETAINED_DIFFER_BY_LINE',
    `${cohort} has another number of retained customers here than at ${where}`,
    `They are the customers of the cohort who stayed in ${period}: the same number on every line.`,
  );

export const spendHole = (period: string) =>
  complain(
    'SPEND_HOLE',
    `there is no row of spending for ${period}, before this one`,
    `Add the rows of ${period}: a cumulative figure over a hole is wrong.`,
  );

export const cohortRowMissing = (cohort: string, period: string) =>
  complain(
    'COHORT_ROW_MISSING',
    `there is no row for ${cohort} in ${period}`,
    cohort === 'non_member'
      ? 'Every period needs non-members to compare with. Add the row.'
      : `There were ${cohort} members before. Add the row, with 0 people if they have gone.`,
  );

export const nobodyToCompare = (period: string) =>
  complain('NOBODY_TO_COMPARE', `there are 0 non-members in ${period}`, 'The uplift needs somebody to compare with.');

export const lineRowMissing = (cohort: string, line: string | undefined, period: string) =>
  complain(
    'LINE_ROW_MISSING',
    `${cohort} has no row for ${line === undefined ? 'a blank line' : `line ${line}`} in ${period}, though that line has begun`,
    'Give every cohort the same lines; where nothing was spent, write 0.',
  );

export const peopleDifferByLine = (cohort: string, period: string, where: string) =>
  complain(
    'PEOPLE_DIFFER_BY_LINE',
    `${cohort} has another number of people here than at ${where}`,
    `People are those of the cohort in ${period}, buyers or not: the same number on every line.`,
  );

export const baselineOutside = (period: string, span: string) =>
  complain('BASELINE_OUTSIDE_SPEND', `the baseline ${period} has no spending`, `Choose it within ${span}.`);

export const baselineUnit = (period: string) =>
  complain(
    'BASELINE_UNIT',
    `the baseline ${period} is shorter than the periods of spending`,
    'Name whole periods of the spending file.',
  );

export const baselineWithoutNewcomers = (period: string, instead: string | undefined) =>
  complain(
    'BASELINE_WITHOUT_NEWCOMERS',
    `there are no newcomers in the baseline ${period}`,
    instead === undefined
      ? 'Newcomers are the yardstick of the uplift: add their rows.'
      : `Add their row, or use --baseline ${instead}, or --baseline all.`,
  );

export const windowEmpty = (span: string | undefined) =>
  complain('WINDOW_EMPTY', 'no period lies between --from and --to', `The data span ${span}.`);
