import { type FormatOptions, formatCell, phraseText } from '../../report/format.ts';
import type { Phrase } from '../../report/report.ts';
import { breakAt, displayWidth, WORD_JOINER } from './width.ts';

const SPACES = new RegExp(`(?<!${WORD_JOINER}) +`);
const MARKS = new RegExp(WORD_JOINER, 'g');

/** Where the lines of a paragraph may run. */
export interface Measure {
  readonly width: number;
  /** Blanks before the first line. */
  readonly first?: number;
  /** Blanks before the lines after it. */
  readonly hang?: number;
}

/** Prose with its values marked, so that `wrap` keeps each of them on one line. */
export function unbroken(phrase: Phrase, options: FormatOptions): string {
  return phrase
    .map((part) =>
      typeof part === 'string' || part.kind === 'text'
        ? phraseText([part], options)
        : WORD_JOINER + formatCell(part, options).replaceAll(' ', `${WORD_JOINER} `),
    )
    .join('');
}

/** A paragraph in lines of at most `width` columns; only a value that is wider than that goes beyond. */
export function wrap(text: string, { width, first = 0, hang = 0 }: Measure): readonly string[] {
  const lines: string[] = [];
  let line = '';
  let used = first;
  for (const word of words(text.trim(), width - Math.max(first, hang))) {
    const gap = line === '' ? 0 : word.gap;
    if (line !== '' && used + gap + displayWidth(word.text) > width) {
      lines.push(line);
      line = '';
      used = hang;
    }
    const space = line === '' ? '' : ' '.repeat(gap);
    line += space + word.text;
    used += space.length + displayWidth(word.text);
  }
  if (line !== '') lines.push(line);
  return lines.map((text, index) => ' '.repeat(index === 0 ? first : hang) + text.replace(MARKS, ''));
}

interface Word {
  readonly text: string;
  /** Blanks before it, where it does not begin a line. */
  readonly gap: number;
}

/** The words of a text; one too long for a line (an address, a language without spaces) in pieces. */
function words(text: string, width: number): readonly Word[] {
  const found: Word[] = [];
  let rest = text;
  let gap = 0;
  while (rest !== '') {
    const space = SPACES.exec(rest);
    let word = space === null ? rest : rest.slice(0, space.index);
    rest = space === null ? '' : rest.slice(space.index + space[0].length);
    while (displayWidth(word) > width && !word.includes(WORD_JOINER)) {
      const [head, tail] = behindSign(breakAt(word, Math.max(1, width)));
      if (tail === '') break;
      found.push({ text: head, gap });
      [word, gap] = [tail, 0];
    }
    found.push({ text: word, gap });
    gap = space?.[0].length ?? 0;
  }
  return found;
}

const SIGNS = ['/', '.', '-', '_', ','];
const BREAKS = / |(?<=[/._,-])/;

/** What a text falls into where it is narrow: its words, and those of paths and addresses at their signs. */
export function pieces(text: string): readonly string[] {
  return text.split(BREAKS);
}

/** A break in a path or an address falls behind one of its signs, where that leaves most of the line full. */
function behindSign([head, tail]: readonly [string, string]): readonly [string, string] {
  const end = Math.max(...SIGNS.map((sign) => head.lastIndexOf(sign))) + 1;
  return tail === '' || end < head.length / 2 ? [head, tail] : [head.slice(0, end), head.slice(end) + tail];
}
