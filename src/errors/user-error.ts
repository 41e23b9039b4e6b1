import type { Complaint, Problem, Problems } from './problem.ts';

/** Exit codes of the program; a script may rely on them. */
export const EXIT = {
  ok: 0,
  failed: 1,
  usage: 2,
  input: 3,
  bug: 70,
  hungUp: 129,
  interrupted: 130,
  terminated: 143,
} as const;
export type ExitCode = (typeof EXIT)[keyof typeof EXIT];

/** A failure that the user can mend. Anything else that is thrown is a bug (exit 70). */
export class UserError extends Error {
  override readonly name = 'UserError';
  readonly code: string;
  readonly remedy: string;
  readonly exitCode: ExitCode;

  constructor(complaint: Complaint, exitCode: ExitCode) {
    super(complaint.message);
    this.code = complaint.code;
    this.remedy = complaint.remedy;
    this.exitCode = exitCode;
  }
}

/** Input files that cannot be computed from: every problem found, the first ten of each code in full. */
export class InputError extends Error {
  override readonly name = 'InputError';
  readonly exitCode: ExitCode;
  readonly problems: Problems;

  constructor(problems: Problems, exitCode: ExitCode = EXIT.input) {
    super(problems.kept.map((problem: Problem) => problem.message).join('; '));
    this.problems = problems;
    this.exitCode = exitCode;
  }
}
