/** Scripts and signs that take one column and never combine; most text is of these, and is measured by its length. */
const SIMPLE =
  /^[ -~\u00a0-\u02ff\u0370-\u0482\u048a-\u052f\u2010-\u2027\u2030-\u205e\u20a0-\u20c0\u2190-\u22ff\u2500-\u25fc]*$/;
const ZERO = /[\p{Mn}\p{Me}\p{Cc}\p{Cf}\u1160-\u11ff]/u;
/** East Asian wide and fullwidth (UAX 11), by block. */
const WIDE =
  /[\u1100-\u115f\u231a\u231b\u2329\u232a\u2e80-\u303e\u3041-\ua4cf\ua960-\ua97c\uac00-\ud7a3\uf900-\ufaff\ufe10-\ufe19\ufe30-\ufe6b\uff01-\uff60\uffe0-\uffe6\u{16fe0}-\u{18cff}\u{1b000}-\u{1b2ff}\u{20000}-\u{3fffd}]/u;
const EMOJI = /\p{Emoji_Presentation}|\p{Extended_Pictographic}\ufe0f|[0-9#*]\ufe0f?\u20e3/u;
/** Marks a value inside prose, which is not broken. Text from files cannot hold it. */
export const WORD_JOINER = '\u2060';
const ESCAPE = '\u001b';
/** Colours and joiners, which are taken out so that plain text stays plain and is measured by its length. */
const INVISIBLE = new RegExp(`${ESCAPE}\\[[\\d;]*m|${WORD_JOINER}`, 'g');

/** Whether every character takes one column, so that any program measures the text alike. */
export function isSimple(text: string): boolean {
  return SIMPLE.test(text);
}

let segmenter: Intl.Segmenter | undefined;

/** Columns that a text takes in a terminal: two for a Chinese character or an emoji, none for an accent or a colour. */
export function displayWidth(text: string): number {
  const plain = text.includes(ESCAPE) || text.includes(WORD_JOINER) ? text.replace(INVISIBLE, '') : text;
  if (SIMPLE.test(plain)) return plain.length;
  let width = 0;
  for (const grapheme of graphemes(plain)) width += graphemeWidth(grapheme);
  return width;
}

/** What a reader sees as single characters. */
export function graphemes(text: string): readonly string[] {
  if (SIMPLE.test(text)) return text.split('');
  segmenter ??= new Intl.Segmenter('en', { granularity: 'grapheme' });
  return Array.from(segmenter.segment(text), ({ segment }) => segment);
}

function graphemeWidth(grapheme: string): number {
  if (EMOJI.test(grapheme)) return 2;
  let width = 0;
  for (const character of grapheme) width += ZERO.test(character) ? 0 : WIDE.test(character) ? 2 : 1;
  return width;
}

/** The text with blanks up to `width` columns. */
export function padEnd(text: string, width: number): string {
  return text + ' '.repeat(Math.max(0, width - displayWidth(text)));
}

export function padStart(text: string, width: number): string {
  return ' '.repeat(Math.max(0, width - displayWidth(text))) + text;
}

/** The text in at most `width` columns, ending in `ellipsis` where something is left out. */
export function shorten(text: string, width: number, ellipsis: string): string {
  if (displayWidth(text) <= width) return text;
  const [head] = breakAt(text, width - displayWidth(ellipsis));
  return head.trimEnd() + ellipsis;
}

/** The part of a text that fits into `width` columns, at least one character, and the rest. */
export function breakAt(text: string, width: number): readonly [string, string] {
  let head = '';
  let used = 0;
  for (const grapheme of graphemes(text)) {
    used += displayWidth(grapheme);
    if (used > width && head !== '') break;
    head += grapheme;
  }
  return [head, text.slice(head.length)];
}
