import type { Complaint } from '../errors/problem.ts';

/** Thrown where a file cannot be read any further; `read-file.ts` turns it into a problem and goes on with the next. */
export class ReadFailure extends Error {
  override readonly name = 'ReadFailure';
  readonly complaint: Complaint;
  /** Line of the file, where it is known. */
  readonly line: number | undefined;

  constructor(complaint: Complaint, line?: number) {
    super(complaint.message);
    this.complaint = complaint;
    this.line = line;
  }
}
