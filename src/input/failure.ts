import type { Complaint } from '../errors/problem.ts';

/** Thrown where a file cannot be read any further; `read-file.ts` turns it into problems and goes on with the next. */
export class ReadFailure extends Error {
  override readonly name = 'ReadFailure';
  readonly complaints: readonly Complaint[];
  /** Line of the file, once it is known; `none` where the file as a whole is meant. */
  readonly line: number | 'none' | undefined;

  constructor(complaints: Complaint | readonly Complaint[], line?: number | 'none') {
    const all = 'code' in complaints ? [complaints] : complaints;
    super(all.map(({ message }) => message).join('; '));
    this.complaints = all;
    this.line = line;
  }

  /** The same failure, once it is known where. */
  at(line: number): ReadFailure {
    return new ReadFailure(this.complaints, this.line ?? line);
  }
}
