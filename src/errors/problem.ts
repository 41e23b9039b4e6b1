/** One thing wrong in an input file, placed so that its author finds it with a spreadsheet open. */
export interface Problem {
  /** Stable: scripts may match it. */
  readonly code: string;
  /** As the user typed it; `<stdin>` for `-`. */
  readonly file: string;
  /** First line of the record in the file, from 1. Missing where the whole file is meant. */
  readonly line?: number;
  /** The character of the line, from 1, where a file is not a table: a setting of YAML. */
  readonly character?: number;
  /** The header as written in the file. */
  readonly column?: string;
  /** What is wrong, with the value as written. */
  readonly message: string;
  /** What to do next. */
  readonly remedy: string;
}

/** What is wrong and what to do, before it is known where. */
export type Complaint = Pick<Problem, 'code' | 'message' | 'remedy'>;

/** Problems of a run: all of them are counted, the first of each code are kept. */
export class Problems {
  readonly kept: Problem[] = [];
  readonly counts = new Map<string, number>();
  readonly #perCode: number;

  /** `perCode`: how many of each code are kept (all with Infinity). */
  constructor(perCode = 10) {
    this.#perCode = perCode;
  }

  add(problem: Problem): void {
    const seen = this.counts.get(problem.code) ?? 0;
    this.counts.set(problem.code, seen + 1);
    if (seen < this.#perCode) this.kept.push(problem);
  }

  get total(): number {
    let total = 0;
    for (const count of this.counts.values()) total += count;
    return total;
  }
  /** Puts others in the place of problems that were kept. */
  replace(old: readonly Problem[], others: readonly Problem[]): void {
    for (const problem of old) {
      this.kept.splice(this.kept.indexOf(problem), 1);
      const left = (this.counts.get(problem.code) ?? 0) - 1;
      if (left > 0) this.counts.set(problem.code, left);
      else this.counts.delete(problem.code);
    }
    for (const problem of others) this.add(problem);
  }
}
