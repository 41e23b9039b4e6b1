import { describe, expect, it } from 'vitest';
import { codesOf, costs, rowsOf } from './reading.ts';

describe('the delimiter is found', () => {
  it.each([
    [',', 'period,category,amount\n2024-01,staff,5\n'],
    [';', 'period;category;amount\n2024-01;staff;5\n'],
    ['\t', 'period\tcategory\tamount\n2024-01\tstaff\t5\n'],
    ['|', 'period|category|amount\n2024-01|staff|5\n'],
    [';', '"period";"category";"amount"\n"2024-01";"staff";"5"\n'],
    [';', 'period;category;"amount, net";amount\n2024-01;staff;"1,2,3";5\n'],
    [',', '"period","a;b;c;d","category","amount"\n2024-01,";;;",staff,5\n'],
    [';', 'sep=;\nperiod;category;amount\n2024-01;staff;5\n'],
    [';', '"sep=;"\r\nperiod;category;amount\r\n2024-01;staff;5\r\n'],
    ['|', 'sep=|\nperiod|category|amount\n2024-01|staff|5\n'],
    [',', 'period, "category" , amount\n2024-01, "staff", 5\n'],
    [';', 'Report; of, costs, for, 2024\nperiod;category;amount\n2024-01;staff;5\n'],
  ])('%j in %j', async (delimiter, text) => {
    const reading = await costs(text);
    expect(rowsOf(reading)).toEqual(['2024-01 staff 5']);
    expect(reading.summary?.delimiter).toBe(delimiter);
  });

  it('also where decimal commas outnumber it', async () => {
    const rows = Array.from({ length: 50 }, (_, i) => `2024-01;staff;${i},50;"a, b, c, d"`);
    const reading = await costs(['period;category;amount;note', ...rows].join('\n'));
    expect(rowsOf(reading)).toEqual(['2024-01 staff 1250']);
  });

  it('or given with --delimiter', async () => {
    expect(rowsOf(await costs('period|category|amount\n2024-01|staff|5\n', { delimiter: '|' }))).toEqual([
      '2024-01 staff 5',
    ]);
    expect(codesOf(await costs('period|category|amount\n2024-01|staff|5\n', { delimiter: ',' }))).toContain(
      '1 COLUMN_MISSING',
    );
  });

  it('where no header is known, by how evenly it cuts', async () => {
    const reading = await costs('a;b;c\nx;y,z;w\n');
    expect(reading.problems[0]?.remedy).toBe('If it is "a", "b" or "c", say so: --map costs.period=a');
  });
});

describe('the header is found', () => {
  it.each([
    [1, 'Costs of ACME Ltd\n'],
    [3, 'Costs of ACME Ltd\n\nFrom;2024-01;to;2024-12\n'],
    [2, '# ----------\n# Costs 2024\n'],
    [2, ',,,\n,,,\n'],
    [4, 'sep=,\n"Costs\nof ""ACME"""\n\n'],
  ])('below %d lines', async (lines, preamble) => {
    const reading = await costs(`${preamble}period,category,amount\n2024-01,staff,5\n`);
    expect(rowsOf(reading)).toEqual(['2024-01 staff 5']);
    expect(reading.summary?.preambleLines).toBe(lines);
  });

  it('not in a line that names some of the columns', async () => {
    const text = 'Period: 2024, Category: all\nPeriod,2024\nperiod,category,amount\n2024-01,staff,5\n';
    expect((await costs(text)).summary?.preambleLines).toBe(2);
  });

  it('below a line of settings, as accounting programs write it', async () => {
    const text = '"Export";700;21;"Kosten"\n"Belegdatum";"Kostenart";"Betrag (EUR)"\n31.01.2024;"Personal";1.234,50\n';
    expect(rowsOf(await costs(text))).toEqual(['2024-01 staff 1234.5']);
  });
});

describe('quotes', () => {
  const file = (item: string) => `period,category,item,amount\n2024-01,staff,${item},5\n2024-02,staff,x,5\n`;

  it.each(['"a, b"', '"a ""b"" c"', '"a\nb"', '"a\r\nb"', '""', '""""', ' "a" '])(
    '%j hold what they hold',
    async (item) => {
      expect(rowsOf(await costs(file(item)))).toEqual(['2024-01 staff 5', '2024-02 staff 5']);
    },
  );

  it.each([
    ['a "b" c', '2 QUOTE_MISPLACED'],
    ['5" pipe', '2 QUOTE_MISPLACED'],
    ['"a" b', '2 QUOTE_MISPLACED'],
    ['"a', '2 QUOTE_UNCLOSED'],
    ['"a""', '2 QUOTE_UNCLOSED'],
  ])('%j is refused on the line where it starts', async (item, problem) => {
    expect(codesOf(await costs(file(item)))).toEqual([problem]);
  });

  it('an apostrophe is none', async () => {
    expect(rowsOf(await costs(file("'a")))).toEqual(['2024-01 staff 5', '2024-02 staff 5']);
  });
});
