import type { Complaint } from './problem.ts';
import { EXIT, UserError } from './user-error.ts';

/** Every message about joining at different times: what is wrong; what to do next. */

const usage = (complaint: Complaint) => new UserError(complaint, EXIT.usage);

/** Null is who has not joined. */
export const joinedDiffers = (joined: string | null, before: string | null): Complaint => ({
  code: 'JOINED_DIFFERS',
  message: `the person ${joined === null ? 'has no joining' : `joined in ${joined}`} here, but ${before === null ? 'has none' : `in ${before}`} in an earlier row`,
  remedy: 'Write the first joining in every row of a person; leave it blank in all of them for who never joined.',
});

export const joinedUnit = (joined: string, period: string): Complaint => ({
  code: 'JOINED_UNIT',
  message: `${joined} is longer than the period ${period} that it has to be placed in`,
  remedy: 'Write when the person joined at least as exactly as the periods.',
});

export const panelHole = (period: string): Complaint => ({
  code: 'PANEL_HOLE',
  message: `nobody has a row in ${period}, which lies between the first and the last period`,
  remedy: 'Add the rows of the period, or give longer periods (2024-Q1, 2024) that leave none out.',
});

export const panelEmpty = (from: string): Complaint => ({
  code: 'PANEL_EMPTY',
  message: `nobody who had not joined was known before ${from}, and seen from then on`,
  remedy:
    'Begin later with --from, so that people are known by earlier transactions, or name a customer list with --customers.',
});

export const panelIncomplete = (): Complaint => ({
  code: 'PANEL_INCOMPLETE',
  message: 'nobody has an outcome in every period',
  remedy: 'Follow the same people: one row for each person and period, with 0 where there was nothing.',
});

export const panelShort = (period: string | undefined, isPanel: boolean): Complaint => ({
  code: 'PANEL_SHORT',
  message:
    period === undefined ? 'there is no period to follow people in' : `${period} alone is left to follow people in`,
  remedy: isPanel
    ? 'What people changed by takes two periods or more: add earlier ones, or widen --from and --to.'
    : 'It takes two periods or more, after one that shows who was known: add earlier transactions, widen --from and --to, take shorter periods (--unit month), or name --customers.',
});

export const joinersMissing = (from: string, to: string): Complaint => ({
  code: 'JOINERS_MISSING',
  message: `nobody of the panel joined after ${from} and by ${to}`,
  remedy: 'Those who joined are compared with what they were before: begin earlier (--from), or take shorter periods.',
});

export const joinersFew = (joined: number, least: number): Complaint => ({
  code: 'JOINERS_MISSING',
  message: `${joined} of the people known before the window joined in it, and figures of fewer than ${least} are not shown`,
  remedy: 'Begin later, or name a customer list with --customers, so that more people are known before they join.',
});

export const comparisonMissing = (comparison: string): Complaint => ({
  code: 'COMPARISON_MISSING',
  message: 'everybody in the panel has joined, so that there is nobody to compare with',
  remedy:
    comparison === 'never'
      ? 'Compare with those who join later: --comparison not-yet. Customers who never join are better still.'
      : 'Add customers who have not joined, or end the window earlier with --to.',
});

export const panelOrExports = () =>
  usage({
    code: 'PANEL_OR_EXPORTS',
    message: 'outcomes come either from --panel or from members and transactions',
    remedy: 'Leave one of the two out.',
  });

export const joiningNeedsExports = () =>
  usage({
    code: 'JOINING_NEEDS_EXPORTS',
    message: '--method joining follows people from before they joined, which spending by cohort does not tell',
    remedy: 'Give --members and --transactions in place of the spending file.',
  });

export const joiningNotFromStdin = () =>
  usage({
    code: 'JOINING_STDIN',
    message: '--method joining reads the exports twice, and standard input (-) can be read only once',
    remedy: 'Give the files by their paths.',
  });
