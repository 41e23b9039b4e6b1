import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { renderCsv } from '../../src/render/csv.ts';
import type { CsvOptions } from '../../src/render/options.ts';
import { certainDigits } from '../../src/report/decimal.ts';
import type { Report } from '../../src/report/report.ts';
import { expectGolden } from '../golden.ts';
import { reportOf, SAMPLE } from './sample.ts';

const csv = (table: Report['table'], options: Partial<CsvOptions> = {}) =>
  renderCsv({ ...reportOf(), table }, { csv: { delimiter: ',', decimal: '.', bom: false, ...options } });

test('the table of the report, header first', () => {
  expectGolden('render/report.csv', renderCsv(SAMPLE, { csv: { delimiter: ',', decimal: '.', bom: false } }));
});

test('numbers keep all their digits, have no exponent, and unknown is empty', () => {
  expect(csv([[0.1 + 0.2, 1 / 3, 1e21, 1.5e-7, -0, null]])).toBe(
    '0.3,0.333333333333333,1000000000000000000000,0.00000015,0,\n',
  );
});

test('text with a delimiter, a quote or a blank at its end is quoted', () => {
  expect(csv([['a,b', 'say "hi"', ' x', 'plain', '']])).toBe('"a,b","say ""hi"""," x",plain,\n');
});

test('text that a spreadsheet would compute gets an apostrophe, numbers do not', () => {
  expect(csv([['=1+1', '+1', '-1', '@SUM(A1)', '\t=1', '\r=1', ' =1', '＝1', -1]])).toBe(
    `'=1+1,'+1,'-1,'@SUM(A1),' =1,' =1,' =1,'＝1,-1\n`,
  );
});

test('a spreadsheet with decimal commas gets them', () => {
  expect(csv([['a;b', -1.5]], { delimiter: ';', decimal: ',' })).toBe('"a;b";-1,5\n');
  expect(csv([[1.5, 'x']], { decimal: ',' })).toBe('"1,5",x\n');
});

test('Excel is told that it is UTF-8 if it is asked for', () => {
  expect(csv([['é']], { bom: true })).toBe('\ufeffé\n');
});

test('escape sequences in a name do not reach the terminal', () => {
  expect(csv([['\x1b[31mred\x1b[0m']])).toBe('red\n');
});

test('any table is read back as it was', () => {
  const safe = fc.string({ unit: fc.constantFrom('a', '"', ',', ';', ' ', 'é', "'") });
  const row = fc.tuple(safe, safe, fc.double({ noNaN: true, noDefaultInfinity: true }));
  fc.assert(
    fc.property(fc.array(row, { minLength: 1 }), fc.constantFrom(',', ';', '\t'), (rows, delimiter) => {
      const back = parse(csv(rows, { delimiter }), { delimiter, record_delimiter: '\n' });
      expect(back.map(([a, b, n]: string[]) => [a, b, Number(n)])).toEqual(
        rows.map(([a, b, n]) => [a, b, certainDigits(n) + 0]),
      );
    }),
  );
});
