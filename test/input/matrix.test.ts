import { describe, expect, it } from 'vitest';
import type { DecimalMark, Delimiter } from '../../src/input/options.ts';
import { ENCODERS } from './encodings.ts';
import { costs, rowsOf } from './reading.ts';

/** One table, as a spreadsheet would write it in each of its ways: amounts in cents, with a name that needs quotes. */
const TABLE = [
  { day: 31, month: 1, category: 'staff', item: 'Gehälter; Löhne', cents: 1_234_567 },
  { day: 3, month: 2, category: 'one_off', item: 'Say "hello", wave | go\tnow', cents: 500_000 },
  { day: 4, month: 3, category: 'misc', item: '', cents: -1_205 },
  { day: 5, month: 4, category: 'rewards', item: 'two\nlines', cents: 7 },
  { day: 6, month: 5, category: 'ongoing', item: 'plain', cents: 123_456_789 },
];
const EXPECTED = [
  '2024-01 staff 12345.67',
  '2024-02 one_off 5000',
  '2024-03 misc -12.05',
  '2024-04 rewards 0.07',
  '2024-05 ongoing 1234567.89',
];

const LINE_ENDS = { '\\n': ['\n'], '\\r\\n': ['\r\n'], '\\r': ['\r'], mixed: ['\n', '\r\n', '\r'] } as const;
const LINES = [2, 3, 4, 5, 7];

interface Style {
  readonly delimiter: Delimiter;
  readonly decimal: DecimalMark;
  readonly lineEnds: readonly string[];
  readonly quoting: 'where needed' | 'everywhere';
  readonly sep: boolean;
}

function write({ delimiter, decimal, lineEnds, quoting, sep }: Style): string {
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

describe.each(Object.keys(ENCODERS) as (keyof typeof ENCODERS)[])('a table in %s', (encoding) => {
  describe.each([',', ';', '\t', '|'] as const)('with %j between fields', (delimiter) => {
    describe.each([',', '.'] as const)('and %j before cents', (decimal) => {
      it.each(Object.keys(LINE_ENDS) as (keyof typeof LINE_ENDS)[])(
        'and lines that end in %s is read right',
        async (ends) => {
          for (const quoting of ['where needed', 'everywhere'] as const) {
            for (const sep of [false, true]) {
              const text = write({ delimiter, decimal, lineEnds: LINE_ENDS[ends], quoting, sep });
              const reading = await costs(ENCODERS[encoding](text));
              expect(reading.problems).toEqual([]);
              expect(rowsOf(reading)).toEqual(EXPECTED);
              expect(reading.file.origins.map(({ firstLine }) => firstLine)).toEqual(
                LINES.map((line) => line + Number(sep)),
              );
              expect(reading.file.currency?.code).toBe('EUR');
              const name = encoding.replace(' with a mark', '');
              expect(reading.summary).toMatchObject({ encoding: name, delimiter, decimal, dateOrder: 'dmy', rows: 5 });
            }
          }
        },
      );
    });
  });
});
