/** Text as a program of another time or place would have written it. */
export const ENCODERS = {
  'utf-8': (text: string) => Buffer.from(text),
  'utf-8 with a mark': (text: string) => Buffer.from(`\uFEFF${text}`),
  'utf-16le': (text: string) => Buffer.from(text, 'utf16le'),
  'utf-16le with a mark': (text: string) => Buffer.from(`\uFEFF${text}`, 'utf16le'),
  'utf-16be': (text: string) => Buffer.from(text, 'utf16le').swap16(),
  'utf-16be with a mark': (text: string) => Buffer.from(`\uFEFF${text}`, 'utf16le').swap16(),
  'windows-1252': windows1252,
} as const;

/** 0x80–0x9F of windows-1252, from the table of the WHATWG Encoding Standard. */
const HIGH: ReadonlyMap<string, number> = new Map([
  ...[
    ['€', 0x80],
    ['‚', 0x82],
    ['ƒ', 0x83],
    ['„', 0x84],
    ['…', 0x85],
    ['†', 0x86],
    ['‡', 0x87],
    ['ˆ', 0x88],
  ],
  ...[
    ['‰', 0x89],
    ['Š', 0x8a],
    ['‹', 0x8b],
    ['Œ', 0x8c],
    ['Ž', 0x8e],
    ['‘', 0x91],
    ['’', 0x92],
    ['“', 0x93],
  ],
  ...[
    ['”', 0x94],
    ['•', 0x95],
    ['–', 0x96],
    ['—', 0x97],
    ['˜', 0x98],
    ['™', 0x99],
    ['š', 0x9a],
    ['›', 0x9b],
  ],
  ...[
    ['œ', 0x9c],
    ['ž', 0x9e],
    ['Ÿ', 0x9f],
  ],
] as [string, number][]);

export const HIGH_1252 = [...HIGH.keys()].join('');

function windows1252(text: string): Buffer {
  return Buffer.from([...text].map((character) => HIGH.get(character) ?? character.charCodeAt(0)));
}
