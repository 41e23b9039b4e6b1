import { describe, expect, it } from 'vitest';
import { Problems } from '../../src/errors/problem.ts';
import { agreeCurrency } from '../../src/input/currency.ts';
import { amountFile, codesOf, costs } from './reading.ts';

async function currencyOf(text: string, options = {}) {
  const reading = await costs(text, options);
  return reading.problems.length > 0 ? codesOf(reading).join() : reading.file.currency?.code;
}

describe('the currency of a file', () => {
  it.each([
    ['5', undefined],
    ['$5', 'USD'],
    ['US$5', 'USD'],
    ['C$5', 'CAD'],
    ['5 €', 'EUR'],
    ['5 EUR', 'EUR'],
    ['5 eur', 'EUR'],
    ['£5', 'GBP'],
    ['¥5', 'JPY'],
    ['CHF 5', 'CHF'],
    ['Fr. 5', 'CHF'],
    ['5 zł', 'PLN'],
    ['5 Kč', 'CZK'],
    ['5 Ft', 'HUF'],
    ['R$ 5', 'BRL'],
    ['R 5', 'ZAR'],
    ['₹5', 'INR'],
    ['KWD 5.12', 'KWD'],
  ])('%s is in %s', async (cell, code) => {
    expect(await currencyOf(amountFile(cell))).toBe(code);
  });

  it('comes from a column, which says what a sign stands for', async () => {
    const file = (...rows: string[]) => ['period,category,amount,currency', ...rows, ''].join('\n');
    expect(await currencyOf(file('2024-01,misc,$5,CAD'))).toBe('CAD');
    expect(await currencyOf(file('2024-01,misc,¥5,cny'))).toBe('CNY');
    expect(await currencyOf(file('2024-01,misc,5,', '2024-02,misc,5,EUR'))).toBe('EUR');
    expect(await currencyOf(file('2024-01,misc,€5,USD'))).toBe('2 currency CURRENCY_SECOND');
    expect(await currencyOf(file('2024-01,misc,5,Euroes'))).toBe('2 currency CURRENCY_UNKNOWN');
  });

  it('comes from the header', async () => {
    expect(await currencyOf('period,category,Amount (EUR)\n2024-01,misc,5\n')).toBe('EUR');
    expect(await currencyOf('period,category,Amount (EUR)\n2024-01,misc,$5\n')).toBe('2 Amount (EUR) CURRENCY_SECOND');
  });

  it('a second one is a mistake that names both', async () => {
    const { problems } = await costs(amountFile('5 €', '5', '$5', '$6'));
    expect(problems).toMatchObject([
      { line: 4, code: 'CURRENCY_SECOND', message: 'the amount is in $, but others are in EUR (<stdin>:2)' },
    ]);
  });

  it('kr alone could be four, unless another cell or the user says which', async () => {
    expect(await currencyOf(amountFile('5 kr'))).toBe('2 amount CURRENCY_UNCLEAR');
    expect(await currencyOf(amountFile('5 kr', '5 SEK'))).toBe('SEK');
    expect(await currencyOf(amountFile('5 kr'), { currency: 'NOK' })).toBe('NOK');
  });

  it('is looked up regardless of its case, and among real ones only', async () => {
    expect(await currencyOf(amountFile('5 XXX'))).toBe('2 amount CURRENCY_UNKNOWN');
    expect(await currencyOf(amountFile('5 Eur'))).toBe('EUR');
  });
});

describe('the currency of several files', () => {
  const found = (code: string, file: string, ...orElse: string[]) => ({
    code,
    file,
    line: 2,
    column: 'amount',
    orElse,
  });

  it('is the one they share', () => {
    const problems = new Problems();
    expect(agreeCurrency([undefined, found('EUR', 'a'), found('EUR', 'b')], problems)).toBe('EUR');
    expect(agreeCurrency([found('USD', 'a', 'CAD'), found('CAD', 'b')], problems)).toBe('CAD');
    expect(agreeCurrency([undefined], problems)).toBeNull();
    expect(problems.total).toBe(0);
  });

  it('a second one is a mistake in the later file', () => {
    const problems = new Problems();
    agreeCurrency([found('EUR', 'a.csv'), found('USD', 'b.csv')], problems);
    expect(problems.kept).toMatchObject([
      { file: 'b.csv', line: 2, message: 'the amount is in USD, but others are in EUR (a.csv:2)' },
    ]);
  });
});
