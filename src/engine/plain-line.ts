import { currenciesOf } from '../input/currency.ts';
import { lines } from '../input/names/cohorts.ts';
import type { PlainFile } from './examine.ts';
import { type CellCheck, plainAmount, plainDay, plainId, plainText } from './plain-cell.ts';

/** Goes through the lines of a file and tells which are as plain as it looked. */
export interface LineJudge {
  /** Looks at the line that begins here; gives where the next one begins. The line has to end in a line feed. */
  look(text: Buffer, start: number): number;
  /** Whether our own reader would take the line that was looked at last as it is, and learn nothing from it. */
  isPlain(): boolean;
  /** Whether it no longer can be told where a record ends, or what it is compared with. */
  hasLost(): boolean;
}

const [LF, CR, QUOTE] = [0x0a, 0x0d, 0x22];
/** In place of a number of cells. */
const UNCLEAR = -1;

/**
 * Judges in a hundredth of the time that reading takes: bytes alone are looked at. Plain are the lines that neither are
 * a problem nor could decide on another one, so that the first of each sort is not.
 */
export function lineJudge(file: PlainFile): LineJudge {
  const delimiter = file.delimiter.charCodeAt(0);
  const { width } = file;
  const named = new Map([...file.columns.values()].map(({ name, index }) => [index, name]));
  const checks = Array.from({ length: width }, (_, index) => checkOf(named.get(index), file));
  const lineIndex = file.columns.get('line')?.index;
  /** Where each cell begins and ends, without its quotation marks. */
  const bounds = new Int32Array(2 * width);
  let plain = false;
  let lost = false;
  let firstSeen = false;

  let lineEnd = 0;
  /** Finds the cells of a line and its end: gives how many there are. */
  const split = (text: Buffer, start: number): number => {
    let at = start;
    for (let cell = 0; ; cell++) {
      const quoted = text[at] === QUOTE;
      if (quoted) at++;
      const from = at;
      if (quoted) while (text[at] !== QUOTE && text[at] !== LF && text[at] !== CR) at++;
      else while (text[at] !== delimiter && text[at] !== LF && text[at] !== QUOTE && text[at] !== CR) at++;
      if (cell < width) {
        bounds[2 * cell] = from;
        bounds[2 * cell + 1] = at;
      }
      if (quoted && text[at++] !== QUOTE) return UNCLEAR;
      if (text[at] === CR && text[at + 1] === LF) at++;
      if (text[at] === LF) {
        lineEnd = at;
        return cell + 1;
      }
      // What is left is a quotation mark where none is expected, or a line end of another kind.
      if (text[at++] !== delimiter) return UNCLEAR;
    }
  };
  return {
    isPlain: () => plain,
    hasLost: () => lost,
    look(text, start) {
      const cells = split(text, start);
      plain = cells === width && firstSeen;
      if (cells === UNCLEAR) {
        lost = true;
        return start;
      }
      if (cells !== width) return lineEnd + 1;
      firstSeen = true;
      // Each is asked, since it remembers what it has seen.
      for (let index = 0; index < width; index++) {
        if (!checks[index]!(text, bounds[2 * index]!, bounds[2 * index + 1]!)) plain = false;
      }
      // A row without a line is compared with those that have one, whichever comes first.
      lost = lineIndex !== undefined && bounds[2 * lineIndex] === bounds[2 * lineIndex + 1];
      return lineEnd + 1;
    },
  };
}

function checkOf(name: string | undefined, { decimal }: PlainFile): CellCheck {
  switch (name) {
    case 'person_id':
      return plainId;
    case 'date':
    case 'since':
      return plainDay;
    case 'joined':
    case 'left':
    case 'contributed':
      return (text, from, to) => from === to || plainDay(text, from, to);
    case 'amount':
      return plainAmount(decimal);
    case 'line':
      return plainText((written) => lines.find(written) !== undefined);
    case 'currency':
      return plainText((written) => written === '' || currenciesOf(written) !== undefined);
    case 'event':
    case undefined:
      return () => true;
    default:
      return () => false;
  }
}
