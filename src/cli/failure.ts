import type { Problem } from '../errors/problem.ts';
import { withoutSecrets } from '../errors/secrets.ts';
import { EXIT, type ExitCode, InputError, UserError } from '../errors/user-error.ts';
import { plainText } from '../report/plain.ts';

export interface Failure {
  readonly exitCode: ExitCode;
  /** For standard error; ends in a line end. */
  readonly text: string;
}

/** What a thrown value means for the user. Anything that is not theirs to mend is a bug, and says where to report it. */
export function describeFailure(error: unknown, version: string): Failure {
  if (error instanceof InputError) return { exitCode: error.exitCode, text: problemsText(error) };
  if (error instanceof UserError) {
    return {
      exitCode: error.exitCode,
      text: `error: ${plain(error.message)}  [${error.code}]\n  ${plain(error.remedy)}\n`,
    };
  }
  const stack = error instanceof Error ? (error.stack ?? error.message) : String(error);
  return {
    exitCode: EXIT.bug,
    text: [
      `error: this is a bug in community-roi ${version}  [BUG]`,
      '  Please report it with the command and the lines below:',
      '  https://github.com/community-roi/community-roi/issues',
      '',
      withoutSecrets(stack),
      '',
    ].join('\n'),
  };
}

function problemsText({ problems }: InputError): string {
  const lines: string[] = [];
  const shown = new Map<string, number>();
  for (const problem of problems.kept) {
    lines.push(...problemLines(problem));
    shown.set(problem.code, (shown.get(problem.code) ?? 0) + 1);
  }
  for (const [code, count] of problems.counts) {
    const more = count - (shown.get(code) ?? 0);
    if (more > 0) lines.push(`… and ${more} more  [${code}]`);
  }
  return `${lines.join('\n')}\n`;
}

function problemLines(problem: Problem): string[] {
  const place = [problem.file, problem.line, problem.character].filter((part) => part !== undefined).join(':');
  const column = problem.column === undefined ? '' : `column "${problem.column}": `;
  return [
    `error: ${plain(place)}: ${plain(problem.message)}  [${problem.code}]`,
    `  ${plain(column)}${plain(problem.remedy)}`,
  ];
}

/** Text from a file or the command line never reaches the terminal as it is, nor does a password in it. */
const plain = (text: string) => plainText(withoutSecrets(text));
