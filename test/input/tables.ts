import type { DecimalMark, Delimiter } from '../../src/input/options.ts';

/** One table, as a spreadsheet would write it in each of its ways: amounts in cents, with a name that needs quotes. */
const TABLE = [
  { day: 31, month: 1, category: 'staff', item: 'Gehälter; Löhne', cents: 1_234_567 },
  { day: 3, month: 2, category: 'one_off', item: 'Say "hello", wave | go\tnow', cents: 500_000 },
  { day: 4, month: 3, category: 'misc', item: '', cents: -1_205 },
  { day: 5, month: 4, category: 'rewards', item: 'two\nlines', cents: 7 },
  { day: 6, month: 5, category: 'ongoing', item: 'plain', cents: 123_456_789 },
];

export const LINE_ENDS = { '\\n': ['\n'], '\\r\\n': ['\r\n'], '\\r': ['\r'], mixed: ['\n', '\r\n', '\r'] } as const;

/** A way in which a spreadsheet writes a table. */
export interface Style {
  readonly delimiter: Delimiter;
  readonly decimal: DecimalMark;
  readonly lineEnds: readonly string[];
  readonly quoting: 'where needed' | 'everywhere';
  readonly sep: boolean;
}

/** The table as a spreadsheet with these settings saves it. */
export function writeTable({ delimiter, decimal, lineEnds, quoting, sep }: Style): string {
  const quoted = (text: string) =>
    quoting === 'everywhere' || /[",;|\t\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
  const records = [
    ['Datum', 'Kostenart', 'Posten', 'Betrag'],
    ...TABLE.map(({ day, month, category, item, cents }) => [
      `${String(day).padStart(2, '0')}/${String(month).padStart(2, '0')}/2024`,
      ...[category, item, `${amount(cents, decimal)} €`],
    ]),
  ];
  const lines = records.map((cells) => cells.map(quoted).join(delimiter));
  return [...(sep ? [`sep=${delimiter}`] : []), ...lines]
    .map((line, i) => line + lineEnds[i % lineEnds.length])
    .join('');
}

function amount(cents: number, decimal: DecimalMark): string {
  const [whole = '', fraction = ''] = (Math.abs(cents) / 100).toFixed(2).split('.');
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, decimal === ',' ? '.' : ',');
  return `${cents < 0 ? '-' : ''}${grouped}${decimal}${fraction}`;
}
