import { describe, expect, it } from 'vitest';
import { toNumber } from '../../src/core/money.ts';
import { amountFile, codesOf, costs, rowsOf } from './reading.ts';

/** The amount that a cell is read as, beside cells that settle the decimal mark. */
async function amountOf(cell: string, decimal: '.' | ','): Promise<number | string> {
  const reading = await costs(amountFile(cell), { decimal });
  return reading.problems.length > 0 ? codesOf(reading).join() : toNumber(reading.file.rows[0]!.amount);
}

describe('an amount with a decimal point', () => {
  it.each([
    ['1234.56', 1234.56],
    ['1,234.56', 1234.56],
    ['$1,234.56', 1234.56],
    ['US$ 1,234.56', 1234.56],
    ['1,234.56 USD', 1234.56],
    ['$1,234.56 USD', 1234.56],
    ['USD1234.56', 1234.56],
    ["1'234.50", 1234.5],
    ['1’234.50', 1234.5],
    ['CHF 1’234.50', 1234.5],
    ['Fr. 1’234.50', 1234.5],
    ['1 234.567', 1234.567],
    ['12,34,567.89', 1234567.89],
    ['₹12,34,567', 1234567],
    ['1,234,567', 1234567],
    ['1,234', 1234],
    ['1.234', 1.234],
    ['.5', 0.5],
    ['$.50', 0.5],
    ['0.001', 0.001],
    ['007', 7],
    ['+12', 12],
    ['-12.5', -12.5],
    ['−12.5', -12.5],
    ['–12.5', -12.5],
    ['12-', -12],
    ['12.00−', -12],
    ['(12.00)', -12],
    ['($12.00)', -12],
    ['$(12.00)', -12],
    ['-$12', -12],
    ['$-12', -12],
    ['$ - 12.00', -12],
    ['12.00- USD', -12],
    [' 12.5 ', 12.5],
    ['\u00A012.5\u00A0', 12.5],
    ['0', 0],
    ['-0', 0],
    ['1234567890123.99', 1234567890123.99],
  ])('%s is %d', async (cell, value) => {
    expect(await amountOf(cell, '.')).toBe(value);
  });
});

describe('an amount with a decimal comma', () => {
  it.each([
    ['1234,56', 1234.56],
    ['1.234,56', 1234.56],
    ['1 234,56 €', 1234.56],
    ['1\u202F234,56\u00A0€', 1234.56],
    ['€ 1.234,56-', -1234.56],
    ['EUR 1.234.567,00', 1234567],
    ['R$ 1.234,50', 1234.5],
    ['1 234,50 zł', 1234.5],
    ['1.234', 1234],
    ['1,234', 1.234],
    ['1.234.567', 1234567],
    ['(1.234,50 €)', -1234.5],
  ])('%s is %d', async (cell, value) => {
    expect(await amountOf(cell, ',')).toBe(value);
  });
});

describe('what is no amount is refused', () => {
  it.each([
    ...['1e5', '0x10', 'NaN', 'Infinity', 'n/a', '-', '.', ',', '$', '--5', '(-5)', '5--', '-5-', '1.2.3', '1,2,3'],
    ...[
      '12,34,56',
      '1,234,56.00',
      '1 2',
      '12 34',
      '1  234',
      '12k',
      '1.5M',
      '5%',
      '12:30',
      '2024-01-05',
      '1,,234',
      '5.',
    ],
    ...[
      '1.234.56',
      '1,234 567',
      '0,123,456',
      '١٢٣',
      '１２',
      '²',
      '(5',
      '5)',
      '5 apples',
      '1 USD 2',
      '=1+1',
      '#REF!',
      '½',
    ],
  ])('%s', async (cell) => {
    expect(await amountOf(`"${cell}"`, '.')).toMatch(/^2 amount (AMOUNT_INVALID|AMOUNT_MIXED)$/);
  });

  it('a number of a thousand digits does not keep the reader busy', async () => {
    expect(await amountOf('9'.repeat(1000), '.')).toBe('2 amount AMOUNT_INVALID');
  });

  it('a blank where an amount is needed is not 0', async () => {
    expect(await amountOf(' ', '.')).toBe('2 amount VALUE_MISSING');
  });

  it('a code that is no currency is named', async () => {
    expect(await amountOf('12 ABC', '.')).toBe('2 amount CURRENCY_UNKNOWN');
  });

  it('a point after a letter belongs to the abbreviation, not to the number', async () => {
    expect(await amountOf('CHF.500', '.')).toBe('2 amount AMOUNT_INVALID');
    expect(await amountOf('Fr.500', '.')).toBe(500);
  });
});

describe('the decimal mark of a column', () => {
  it('1.234 alone could be either, and is asked about', async () => {
    const reading = await costs(amountFile('1.234'));
    expect(reading.problems).toMatchObject([
      {
        code: 'AMOUNT_AMBIGUOUS',
        line: 2,
        column: 'amount',
        message: 'cannot tell whether "1.234" is 1,234 or 1.234',
        remedy: 'Nothing else in the column decides. Add --decimal , (or --decimal .)',
      },
    ]);
  });

  it.each([
    ['12,50', ['2024-01 misc 1234', '2024-02 misc 12.5']],
    ['12.50', ['2024-01 misc 1.234', '2024-02 misc 12.5']],
    ['1.234.567', ['2024-01 misc 1234', '2024-02 misc 1234567']],
    ['1,234,567', ['2024-01 misc 1.234', '2024-02 misc 1234567']],
    ['0,125', ['2024-01 misc 1234', '2024-02 misc 0.125']],
    ['1234.567', ['2024-01 misc 1.234', '2024-02 misc 1234.567']],
    ['1 234,567', ['2024-01 misc 1234', '2024-02 misc 1234.567']],
  ])('%s on a later line decides what 1.234 is', async (later, rows) => {
    const reading = await costs(amountFile('1.234', later));
    expect(codesOf(reading)).toEqual([]);
    expect(rowsOf(reading)).toEqual(rows);
  });

  it('whole numbers decide nothing, and need nothing decided', async () => {
    const reading = await costs(amountFile('100', '2500', "1'000"));
    expect(rowsOf(reading)).toEqual(['2024-01 misc 100', '2024-02 misc 2500', '2024-03 misc 1000']);
    expect(reading.summary?.decimal).toBeNull();
  });

  it('two marks in one column are a mistake, wherever the second one stands', async () => {
    expect(codesOf(await costs(amountFile('12.50', '1.234,50')))).toEqual(['3 amount AMOUNT_MIXED']);
    expect(codesOf(await costs(amountFile('1.234', '12.50', '12,50')))).toEqual(['4 amount AMOUNT_MIXED']);
  });

  it('--decimal decides, and what contradicts it is refused', async () => {
    expect(rowsOf(await costs(amountFile('1.234'), { decimal: ',' }))).toEqual(['2024-01 misc 1234']);
    expect(codesOf(await costs(amountFile('12.50'), { decimal: ',' }))).toEqual(['2 amount AMOUNT_MIXED']);
  });

  it('every ambiguous cell is counted, ten are kept', async () => {
    const reading = await costs(`period;category;amount\n${'2024-01;misc;1.234\n'.repeat(25)}`);
    expect(reading.counts.get('AMOUNT_AMBIGUOUS')).toBe(25);
    expect(reading.problems).toHaveLength(10);
  });
});
