const ESC = '\u001b';
const BELL = '\u0007';
const CONTROL_SEQUENCE = `(?:${ESC}\\[|\u009b)[0-?]*[ -/]*[@-~]?`;
/** OSC, DCS, SOS, PM and APC: they run to a terminator, or to the end of the text. */
const STRING_SEQUENCE = `(?:${ESC}[\\]PX^_]|[\u0090\u0098\u009d-\u009f])[^${BELL}${ESC}\u009c]*(?:${BELL}|${ESC}\\\\|\u009c)?`;
const SHORT_SEQUENCE = `${ESC}[ -/]*[0-~]?`;
const ESCAPE_SEQUENCE = new RegExp(`${CONTROL_SEQUENCE}|${STRING_SEQUENCE}|${SHORT_SEQUENCE}`, 'g');
/** Line ends and tabs: they would break a line of the report. */
const BREAK = /[\t\n\v\f\r\u0085\u2028\u2029]+/g;
const QUIET = /^[ -~]*$/;
/** Control and format characters (bidi overrides, zero-width spaces, tags), but not the joiners that scripts need. */
const UNSEEN = /(?![\u200c\u200d])[\p{Cc}\p{Cf}]/gu;
/** Half a surrogate pair, or a character that only one font knows. */
const UNKNOWN_CHARACTER = /[\p{Cs}\p{Co}]/gu;

/** Text from a file, made safe to show on one line: no escape sequence, control character or change of direction. */
export function plainText(text: string): string {
  if (QUIET.test(text)) return text;
  return text.replace(ESCAPE_SEQUENCE, '').replace(BREAK, ' ').replace(UNSEEN, '').replace(UNKNOWN_CHARACTER, '\ufffd');
}

const TYPEWRITER: Readonly<Record<string, string>> = {
  '−': '-',
  '–': '-',
  '—': '-',
  '·': '-',
  '•': '-',
  '×': 'x',
  '÷': '/',
  '≥': '>=',
  '≤': '<=',
  '≈': '~',
  '±': '+/-',
  '→': '->',
  '…': '...',
  '‘': "'",
  '’': "'",
  '“': '"',
  '”': '"',
  '²': '^2',
  '√': 'sqrt ',
  '✓': 'v',
  '✗': 'x',
  '○': 'o',
  Σ: 'sum ',
  Δ: 'd',
  '\u00a0': ' ',
  '\u2009': ' ',
  '\u202f': ' ',
};
const TYPOGRAPHIC = new RegExp(`[${Object.keys(TYPEWRITER).join('')}]`, 'g');

/** Typographic signs written with ASCII characters; letters of other scripts stay, since a name is a name. */
export function asciiText(text: string): string {
  return text.replace(TYPOGRAPHIC, (sign) => TYPEWRITER[sign] ?? sign);
}
