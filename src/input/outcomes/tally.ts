import { outcomeInvalid, outcomeMixed } from '../../errors/outcomes.ts';
import type { Problems } from '../../errors/problem.ts';
import type { OpenColumn } from './open-columns.ts';

/** Where a cell stands. */
interface CellPlace {
  readonly file: string;
  readonly line: number;
  readonly written: string;
}

/** What the cells of an outcome have been so far: its kind is found when all of them are known. */
export interface Tally {
  /** The value as a number; undefined for a text that is neither a number nor a yes or no, and for a blank. */
  take(value: unknown, file: string, line: number): number | undefined;
  /** What the column holds. Text among numbers is a problem, unless bad rows are to be left out. */
  settle(problems: Problems, isDeclared: boolean, skipBad: boolean): Settled;
}

export interface Settled {
  readonly holds: 'mean' | 'rate' | 'text' | 'nothing';
  /** Cells that were left out because they cannot be read. */
  readonly skipped: number;
}

/** As many places as are printed. */
const MOST_PLACES = 10;

export function tally(column: OpenColumn): Tally {
  const texts: CellPlace[] = [];
  let [textCount, numbers] = [0, 0];
  let flag: CellPlace | undefined;
  let number: CellPlace | undefined;
  let beyond: CellPlace | undefined;
  return {
    take(value, file, line) {
      if (value === undefined) return undefined;
      if (typeof value === 'string') {
        textCount++;
        if (texts.length < MOST_PLACES) texts.push({ file, line, written: value });
        return undefined;
      }
      if (typeof value === 'boolean') {
        flag ??= { file, line, written: value ? 'yes' : 'no' };
        return value ? 1 : 0;
      }
      const amount = value as number;
      numbers++;
      number ??= { file, line, written: String(amount) };
      if (amount !== 0 && amount !== 1) beyond ??= { file, line, written: String(amount) };
      return amount;
    },
    settle(problems, isDeclared, skipBad) {
      const example = number ?? flag;
      if (example === undefined && !isDeclared) return { holds: textCount > 0 ? 'text' : 'nothing', skipped: 0 };
      if (textCount > 0 && !skipBad) addTexts(problems, column, texts, textCount, example?.written ?? '12.5');
      if (flag !== undefined && beyond !== undefined) {
        const { file, line, written } = beyond;
        problems.add({ ...outcomeMixed(written, flag.written), file, line, column: column.header });
      }
      const isRate = flag !== undefined || (numbers > 0 && beyond === undefined);
      return { holds: isRate ? 'rate' : 'mean', skipped: skipBad ? textCount : 0 };
    },
  };
}

function addTexts(
  problems: Problems,
  { header }: OpenColumn,
  texts: readonly CellPlace[],
  count: number,
  example: string,
): void {
  for (let i = 0; i < count; i++) {
    const { file, line, written } = texts[Math.min(i, texts.length - 1)]!;
    problems.add({ ...outcomeInvalid(written, example), file, line, column: header });
  }
}
