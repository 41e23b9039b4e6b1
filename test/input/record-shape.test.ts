import { describe, expect, test } from 'vitest';
import { rowsXml, workbook } from './archive.ts';
import { codesOf, costs, rowsOf } from './reading.ts';

const file = (...lines: string[]) => ['period,category,amount', ...lines, '2024-02,staff,5', ''].join('\n');

describe('a comment is left out', () => {
  test.each([
    '# exported by hand',
    '# say "hello", 5" and so on',
    '#exported',
    '#',
    '# a,b,c',
    '#one,two',
    '# padded,,',
  ])('%j', async (line) => {
    const reading = await costs(file(line));
    expect(codesOf(reading)).toEqual([]);
    expect(rowsOf(reading)).toEqual(['2024-02 staff 5']);
  });
});

describe('what a spreadsheet shows in place of a value is no comment', () => {
  test.each(['########', '#N/A', '#REF!', '#NAME?', '#DIV/0!', '#NV', '#BEZUG!', '#¿NOMBRE?'])(
    '%s in place of a period is refused, and not left out with its amount',
    async (value) => {
      expect(codesOf(await costs(file(`${value},staff,5200`)))).toEqual(['2 period PERIOD_INVALID']);
      expect(codesOf(await costs(file(`${value},staff,"5,200.00"`)))).toEqual(['2 period PERIOD_INVALID']);
      expect(codesOf(await costs(file(`${value},staff,5200,`)))).toEqual(['2 ROW_RAGGED']);
    },
  );

  test('nor in a workbook, whose rows end with their last cell', async () => {
    const rows = rowsXml(['Date', 'Category', 'Amount', 'Item'], ['#REF!', 'staff', 5200], ['2024-02', 'staff', 5]);
    expect(codesOf(await costs(workbook({ Costs: { rows } })))).toEqual(['2 Date PERIOD_INVALID']);
  });
});
