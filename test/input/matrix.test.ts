import { describe, expect, it } from 'vitest';
import { ENCODERS } from './encodings.ts';
import { costs, rowsOf } from './reading.ts';
import { LINE_ENDS, writeTable } from './tables.ts';

const EXPECTED = [
  '2024-01 staff 12345.67',
  '2024-02 one_off 5000',
  '2024-03 misc -12.05',
  '2024-04 rewards 0.07',
  '2024-05 ongoing 1234567.89',
];

const LINES = [2, 3, 4, 5, 7];

describe.each(Object.keys(ENCODERS) as (keyof typeof ENCODERS)[])('a table in %s', (encoding) => {
  describe.each([',', ';', '\t', '|'] as const)('with %j between fields', (delimiter) => {
    describe.each([',', '.'] as const)('and %j before cents', (decimal) => {
      it.each(Object.keys(LINE_ENDS) as (keyof typeof LINE_ENDS)[])(
        'and lines that end in %s is read right',
        async (ends) => {
          for (const quoting of ['where needed', 'everywhere'] as const) {
            for (const sep of [false, true]) {
              const text = writeTable({ delimiter, decimal, lineEnds: LINE_ENDS[ends], quoting, sep });
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
