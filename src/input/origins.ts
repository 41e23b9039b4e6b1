/** The rows of a file that were added up into one. */
export interface RowOrigin {
  readonly file: string;
  readonly firstLine: number;
  readonly lastLine: number;
  readonly rows: number;
}

export interface Origins {
  add(key: string, file: string, line: number): void;
  /** One for each key, in the order in which the keys came. */
  list(): RowOrigin[];
}

interface Counted {
  readonly file: string;
  readonly firstLine: number;
  lastLine: number;
  rows: number;
}

/** Counts rows by key. Where they come from several files, the lines are those of the first. */
export function origins(): Origins {
  const byKey = new Map<string, Counted>();
  return {
    add(key, file, line) {
      const counted = byKey.get(key);
      if (counted === undefined) byKey.set(key, { file, firstLine: line, lastLine: line, rows: 1 });
      else {
        counted.rows++;
        if (counted.file === file) counted.lastLine = line;
      }
    },
    list: () => [...byKey.values()],
  };
}
