/** Characters that end a line, steer a terminal or turn text around. */
const UNPRINTABLE = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}]/gu;
const LONGEST = 80;

/** A value of a file as a message shows it: in quotes, control characters escaped, cut after 80 characters. */
export function written(value: string | number): string {
  const text = String(value);
  const characters = [...text.slice(0, 2 * LONGEST)];
  const cut = characters.length > LONGEST ? `${characters.slice(0, LONGEST).join('')}…` : text;
  return `"${cut.replace(UNPRINTABLE, escaped)}"`;
}

function escaped(character: string): string {
  const code = character.codePointAt(0) ?? 0;
  return character === '\n' ? '\\n' : character === '\t' ? '\\t' : `\\u{${code.toString(16).toUpperCase()}}`;
}

/** `a`, `a or b`, `a, b or c`. */
export function oneOf(words: readonly string[], conjunction = 'or'): string {
  if (words.length < 2) return words.join('');
  return `${words.slice(0, -1).join(', ')} ${conjunction} ${words[words.length - 1]}`;
}

const MOST = 12;

/** The first of many: `a, b, c … and 9 more`. */
export function few(words: readonly string[]): string {
  if (words.length <= MOST) return oneOf(words, 'and');
  return `${words.slice(0, MOST).join(', ')} … and ${words.length - MOST} more`;
}
