import type { Complaint } from './problem.ts';
import { EXIT, UserError } from './user-error.ts';
import { oneOf, written } from './written.ts';

/** Every message about the members' ledger. */

const usage = (complaint: Complaint) => new UserError(complaint, EXIT.usage);

export const hoursNegative = (value: string): Complaint => ({
  code: 'HOURS_NEGATIVE',
  message: `${written(value)} hours are below 0`,
  remedy: 'Write the hours that members gave in the period, 0 or more.',
});

export const ledgerReward = (value: string, kinds: readonly string[]): Complaint => ({
  code: 'LEDGER_REWARD',
  message: `${written(value)} would count twice: rewards are taken from the costs`,
  remedy: `Write it into the costs, as category rewards. What members give is ${oneOf(kinds)}.`,
});

export const moneyUnknown = (name: string, near: readonly string[], all: readonly string[]) =>
  usage({
    code: 'MONEY_UNKNOWN',
    message: `the outcomes have no ${written(name)} to compare (--money)`,
    remedy:
      near.length > 0
        ? `Did you mean ${oneOf(near.map(written))}?`
        : `They have ${oneOf(all.length === 0 ? ['none'] : all.map(written), 'and')}.`,
  });

export const moneyPer = (name: string) =>
  usage({
    code: 'MONEY_PER',
    message: `cannot tell whether ${written(name)} is by the month, the quarter or the year (--money)`,
    remedy: `Say which: --money ${name}/month, or give the outcomes a column "period".`,
  });

export const moneyEach = (name: string, per: string) =>
  usage({
    code: 'MONEY_EACH',
    message: `${written(name)} is a share of people, not an amount (--money)`,
    remedy: `Say what one of them is worth: --money ${name}=120/${per}`,
  });

export const moneyDirection = (name: string) =>
  usage({
    code: 'MONEY_DIRECTION',
    message: `cannot tell which way of ${written(name)} is good for members (--money)`,
    remedy: `Say which: --higher ${name}, or --lower ${name}.`,
  });

export const moneyTwice = (name: string) =>
  usage({
    code: 'MONEY_TWICE',
    message: `${written(name)} stands twice behind --money`,
    remedy: 'Give each outcome once.',
  });

export const outcomesAsked = (flag: string) =>
  usage({
    code: 'OUTCOMES_ASKED',
    message: `${flag} is about outcomes, and there are none`,
    remedy: 'Name the file that holds them: --outcomes outcomes.csv',
  });

export const givenTwice = (kind: string) =>
  usage({
    code: 'GIVEN_TWICE',
    message: `--${kind} gives what rows of kind ${kind} in --member-ledger give as well`,
    remedy: 'Leave one of them out.',
  });
