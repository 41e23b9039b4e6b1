import type { PlainFile } from './examine.ts';

/**
 * What is known of the lines behind the header: each holds its cells bare, days as 2024-01-31 and amounts as -1234.50; or a
 * cell is something else; or where the cells begin and end is not for this look at bytes to tell.
 */
export type Lines = 'bare' | 'odd' | 'unclear';

/** Looks at a file piece by piece. */
export interface BareJudge {
  look(piece: Buffer): void;
  /** To be asked when all has been seen. */
  verdict(): Lines;
}

const [LF, CR, QUOTE, MINUS, POINT, ZERO] = [0x0a, 0x0d, 0x22, 0x2d, 0x2e, 0x30];
const [TEXT, DAY, AMOUNT] = [0, 1, 2];
/** A line that is longer is not for this look at bytes. */
const LONGEST_LINE = 1 << 20;
/** So many digits before the decimal mark fit into the type that amounts are read as. */
const MOST_DIGITS = 12;

/**
 * Tells whether a cast to a day and to two decimals takes every cell as what it says: it would take `1e3`, `1.234` and
 * `2024-01-05abc` in silence, and an expression that finds those takes twice as long as a look at the bytes.
 */
export function bareJudge({ columns, delimiter, width }: PlainFile): BareJudge {
  const separator = delimiter.charCodeAt(0);
  const sorts = new Uint8Array(width);
  for (const { name, index } of columns.values()) {
    if (name === 'date') sorts[index] = DAY;
    if (name === 'amount') sorts[index] = AMOUNT;
  }
  const stops = new Uint8Array(256);
  for (const byte of [separator, LF, QUOTE, CR]) stops[byte] = 1;
  let rest: Buffer = Buffer.alloc(0);
  let isHeader = true;
  let lines: Lines = 'bare';

  /** Whole lines. */
  const lookAt = (text: Buffer, start: number, end: number): Lines => {
    let at = start;
    while (at < end) {
      for (let cell = 0; cell < width; cell++) {
        const stop = cell === width - 1 ? LF : separator;
        const sort = sorts[cell];
        const from = at;
        if (sort === TEXT) at = endOfText(text, at, stops);
        else at = sort === DAY ? endOfDay(text, at) : endOfAmount(text, at);
        if (at < 0) return text[from] === QUOTE ? 'unclear' : 'odd';
        const byte = text[at++];
        if (byte !== stop) return byte === CR || byte === LF || sort === TEXT ? 'unclear' : 'odd';
      }
    }
    return 'bare';
  };
  const lookOn = (text: Buffer, start: number, end: number) => {
    const from = isHeader ? text.indexOf(LF, start) + 1 : start;
    if (isHeader && text.subarray(start, from).includes(QUOTE)) lines = 'unclear';
    isHeader = false;
    if (lines === 'bare') lines = lookAt(text, from, end);
  };
  return {
    look(piece) {
      if (lines !== 'bare') return;
      const firstEnd = piece.indexOf(LF) + 1;
      if (firstEnd === 0) {
        rest = Buffer.concat([rest, piece]);
        if (rest.length > LONGEST_LINE) lines = 'unclear';
        return;
      }
      const lastEnd = piece.lastIndexOf(LF) + 1;
      if (rest.length > 0) lookOn(Buffer.concat([rest, piece.subarray(0, firstEnd)]), 0, rest.length + firstEnd);
      lookOn(piece, rest.length > 0 ? firstEnd : 0, lastEnd);
      rest = Buffer.from(piece.subarray(lastEnd));
    },
    verdict() {
      if (lines === 'bare' && rest.length > 0) lookOn(Buffer.concat([rest, Buffer.of(LF)]), 0, rest.length + 1);
      return lines;
    },
  };
}

/** Where a text ends that begins here: at the next byte that may not stand in it. */
function endOfText(text: Buffer, start: number, stops: Uint8Array): number {
  let at = start;
  while (stops[text[at]!] === 0) at++;
  return at;
}

/** Whether a byte is none of the digits. What is looked at ends in a line feed, so that there is one. */
const isNoDigit = (byte: number | undefined) => (byte! - ZERO) >>> 0 > 9;

/** Where a day ends that begins here; −1 where none does. Whether the calendar has it is not looked at. */
function endOfDay(text: Buffer, at: number): number {
  if (text[at + 4] !== MINUS || text[at + 7] !== MINUS) return -1;
  if (isNoDigit(text[at]) || isNoDigit(text[at + 1]) || isNoDigit(text[at + 2]) || isNoDigit(text[at + 3])) return -1;
  if (isNoDigit(text[at + 5]) || isNoDigit(text[at + 6])) return -1;
  return isNoDigit(text[at + 8]) || isNoDigit(text[at + 9]) ? -1 : at + 10;
}

/** Where an amount with two decimals at most ends that begins here; −1 where none does. */
function endOfAmount(text: Buffer, start: number): number {
  const whole = text[start] === MINUS ? start + 1 : start;
  let at = whole;
  while (!isNoDigit(text[at])) at++;
  if (at === whole || at - whole > MOST_DIGITS) return -1;
  if (text[at] !== POINT) return at;
  const decimals = ++at;
  while (!isNoDigit(text[at])) at++;
  return at === decimals || at - decimals > 2 ? -1 : at;
}
