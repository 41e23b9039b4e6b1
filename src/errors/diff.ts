import type { Complaint } from './problem.ts';
import { EXIT, UserError } from './user-error.ts';
import { oneOf, written } from './written.ts';

/** Every message about results that are compared. */

const AGAIN = 'Write it with community-roi calc … -o result.json';

export const resultNotJson = (): Complaint => ({
  code: 'RESULT_NOT_JSON',
  message: 'this is not JSON',
  remedy: `${AGAIN}, and name that file.`,
});

export const resultOfOther = (kind: string | undefined): Complaint => ({
  code: 'RESULT_NOT_CALC',
  message:
    kind === undefined ? 'this is no result of community-roi' : `this is a result of ${written(kind)}, not of calc`,
  remedy: `${AGAIN}, and name that file.`,
});

export const resultVersion = (version: number, known: number): Complaint => ({
  code: 'RESULT_VERSION',
  message: `the result has version ${version} of the format; this program knows version ${known}`,
  remedy:
    version > known ? 'Use the newer program for both.' : 'Compute it again with this program, from the same files.',
});

export const resultIncomplete = (path: string, expected: string): Complaint => ({
  code: 'RESULT_INCOMPLETE',
  message: `${path} is missing or not ${expected}`,
  remedy: 'Compute the result again with this program, from the same files.',
});

export const resultCurrencies = (own: string, other: string, file: string): Complaint => ({
  code: 'RESULT_CURRENCIES',
  message: `the amounts are in ${own}, those of ${file} in ${other}`,
  remedy: 'Compare results in one currency.',
});

export const horizonMissing = (horizon: string, file: string, all: readonly string[]) =>
  new UserError(
    {
      code: 'HORIZON_MISSING',
      message: `${file} has no horizon ${written(horizon)}`,
      remedy: `It may be ${oneOf(all)}.`,
    },
    EXIT.usage,
  );
