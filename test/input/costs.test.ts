import { describe, expect, it } from 'vitest';
import { codesOf, costs, rowsOf } from './reading.ts';

const HEADER = 'period,until,category,item,amount,share,useful_life_years,currency';
const file = (...rows: string[]) => [HEADER, ...rows, ''].join('\n');

describe('rows of costs', () => {
  it('with equal keys are added up to the cent, and remember their lines', async () => {
    const reading = await costs(file(...Array.from({ length: 1000 }, () => '2024-01,,staff,x,0.1,,,')));
    expect(rowsOf(reading)).toEqual(['2024-01 staff 100']);
    expect(reading.file.origins).toEqual([{ file: '<stdin>', firstLine: 2, lastLine: 1001, rows: 1000 }]);
  });

  it('with another period, end, category or life stay apart', async () => {
    const rows = ['2024-01,,one_off,,1,,,', '2024-02,,one_off,,1,,,', '2024-01,2024-02,one_off,,1,,,'];
    const reading = await costs(file(...rows, '2024-01,,misc,,1,,,', '2024-01,,one_off,,1,,3,', '2024-01,,misc,,1,,,'));
    expect(rowsOf(reading)).toEqual([
      '2024-01 one_off 1',
      '2024-02 one_off 1',
      '2024-01..2024-02 one_off 1',
      '2024-01 misc 2',
      '2024-01 one_off 1 over 3 years',
    ]);
  });

  it('count with their share', async () => {
    const shares = ['20%', '0.2', '20 %', '0,2', '"0,2"', '12.5%', '100%', '1'];
    const totals = await Promise.all(
      shares.map(
        async (share) => rowsOf(await costs(`period;category;amount;share\n2024-01;staff;12000;${share}\n`))[0],
      ),
    );
    const amounts = [2400, 2400, 2400, 2400, 2400, 1500, 12000, 12000];
    expect(totals).toEqual(amounts.map((amount) => `2024-01 staff ${amount}`));
  });

  it('33.3% of 1,000,000 is exactly 333,000', async () => {
    const reading = await costs(file('2024-01,,staff,,1000000,33.3%,,'));
    expect(reading.file.rows[0]?.amount).toBe(333_000n * 10n ** 12n);
  });

  it('may be credit notes', async () => {
    expect(rowsOf(await costs(file('2024-01,,staff,,100,,,', '2024-01,,staff,,(30.00),,,')))).toEqual([
      '2024-01 staff 70',
    ]);
  });

  it('recur until the end of a period of their unit', async () => {
    const good = file('2021-01,2023,staff,,1,,,', '2021-Q1,2021-06,staff,,1,,,', '2021,2022,staff,,1,,,');
    expect(codesOf(await costs(good))).toEqual([]);
    const bad = file('2021-Q1,2021-05,staff,,1,,,', '2021,2021-06,staff,,1,,,', '2021-05,2021-04,staff,,1,,,');
    expect(codesOf(await costs(bad))).toEqual([
      '2 until UNTIL_OFF_STEP',
      '3 until UNTIL_OFF_STEP',
      '4 until UNTIL_BEFORE_PERIOD',
    ]);
  });

  it('have a useful life only where they come once', async () => {
    expect(codesOf(await costs(file('2024-01,,staff,,1,,4,')))).toEqual(['2 useful_life_years LIFE_NOT_ONE_OFF']);
    const lives = ['0', '-1', '101', 'four', '2.5', '2,5'].map((life) => `2024-01;one_off;1;${life}`);
    const reading = await costs(['period;category;amount;life', ...lives, ''].join('\n'));
    expect(codesOf(reading)).toEqual([
      '2 life LIFE_RANGE',
      '3 life LIFE_RANGE',
      '4 life LIFE_RANGE',
      '5 life LIFE_INVALID',
    ]);
    expect(rowsOf(reading)).toEqual(['2024-01 one_off 2 over 2.5 years']);
  });

  it('a share of 20 could be 20% or a mistake', async () => {
    const rows = ['20', '0', '-0.2', '120%', '1.5', '200', 'half', '0.2%%'].map(
      (share) => `2024-01,,staff,,1,${share},,`,
    );
    expect(codesOf(await costs(file(...rows)))).toEqual([
      '2 share SHARE_UNCLEAR',
      '3 share SHARE_RANGE',
      '4 share SHARE_RANGE',
      '5 share SHARE_RANGE',
      '6 share SHARE_UNCLEAR',
      '7 share SHARE_RANGE',
      '8 share SHARE_INVALID',
      '9 share SHARE_INVALID',
    ]);
  });

  it('an unknown category is named with what it may have meant', async () => {
    const { problems } = await costs(file('2024-01,,Staf,,1,,,', '2024-01,,Hsoting,,1,,,', '2024-01,,zebra,,1,,,'));
    expect(problems.map(({ message, remedy }) => [message, remedy.split('?')[0]])).toEqual([
      ['"Staf" is not a category', 'Did you mean "staff"'],
      ['"Hsoting" is not a category', 'Did you mean "ongoing"'],
      ['"zebra" is not a category', 'It is one of one_off, ongoing, staff, developer, misc, rewards or overhead.'],
    ]);
  });

  it('every cell that is wrong is a problem of its own', async () => {
    expect(codesOf(await costs(file('soon,never,zebra,,much,half,long,XYZ')))).toEqual([
      '2 period PERIOD_INVALID',
      '2 category CATEGORY_UNKNOWN',
      '2 amount AMOUNT_INVALID',
      '2 until PERIOD_INVALID',
      '2 share SHARE_INVALID',
      '2 useful_life_years LIFE_INVALID',
      '2 currency CURRENCY_UNKNOWN',
    ]);
  });

  it('what is blank where it is needed is missing, all of it', async () => {
    expect(codesOf(await costs(file(',,,only an item,,,,')))).toEqual([
      '2 period VALUE_MISSING',
      '2 category VALUE_MISSING',
      '2 amount VALUE_MISSING',
    ]);
  });

  it('a value is shown as written, shortened, with its control characters escaped', async () => {
    const { problems } = await costs(file(`2024-01,,"a\u001B[31m\u202E${'x'.repeat(200)}",,1,,,`));
    expect(problems[0]?.message).toBe(`"a\\u{1B}[31m\\u{202E}${'x'.repeat(73)}…" is not a category`);
  });
});

describe('rows that cannot be rows', () => {
  it('a total is refused with a hint, wherever it names itself', async () => {
    const totals = [
      'Total,,,,300,,,',
      'Summe:,,,,300,,,',
      'Total 2024,,,,300,,,',
      ',,Gesamt,,300,,,',
      ',,,Total général,300,,,',
    ];
    const reading = await costs(file('2024-01,,staff,,300,,,', ...totals));
    expect(codesOf(reading)).toEqual([3, 4, 5, 6, 7].map((line) => `${line} period TOTAL_ROW`));
    expect(codesOf(await costs('period,category,amount\n2024-01,staff,3\nTotal,3\n'))).toEqual(['3 period TOTAL_ROW']);
  });

  it('a row with too many or too few fields is refused', async () => {
    const reading = await costs('period,category,amount\n2024-01,staff\n2024-01,staff,1,234\n2024-01,staff,5\n');
    expect(codesOf(reading)).toEqual(['2 ROW_RAGGED', '3 ROW_RAGGED']);
    expect(reading.problems[0]?.message).toBe('the row has 2 fields, the header 3');
  });

  it('blank lines, rows of blank cells and comments are none', async () => {
    const text =
      'period,category,amount\n\n# a note, with commas, and more, "quotes\n2024-01,staff,1\n,,\n  \n2024-02,staff,2\n\n';
    const reading = await costs(text);
    expect(codesOf(reading)).toEqual([]);
    expect(reading.file.origins.map(({ firstLine }) => firstLine)).toEqual([4, 7]);
  });

  it('#1001 is the number of an order, not a comment', async () => {
    const reading = await costs(
      'order,period,category,amount\n#1001,2024-01,staff,1\n#1002,2024-01,staff\n# a comment\n',
    );
    expect(rowsOf(reading)).toEqual(['2024-01 staff 1']);
    expect(codesOf(reading)).toEqual(['3 ROW_RAGGED']);
  });

  it('a header without rows is an empty file', async () => {
    expect((await costs(HEADER)).problems).toMatchObject([
      { code: 'FILE_EMPTY', message: 'the file has a header, but no rows' },
    ]);
  });
});

describe('rows that are skipped', () => {
  const rows = [
    '2024-01,,staff,,1,,,',
    '2024-02,,staff,,x,,,',
    'Total,,,,9,,,',
    '2024-03,,staff',
    '2024-04,,nope,,x,,,',
  ];

  it('are counted when the user says so, and computed without', async () => {
    const reading = await costs(file(...rows), { skipBadRows: true });
    expect(codesOf(reading)).toEqual([]);
    expect(rowsOf(reading)).toEqual(['2024-01 staff 1']);
    expect(reading.summary).toMatchObject({ rows: 1, skippedRows: 4 });
  });

  it('do not take a question with them: what is ambiguous stays a problem', async () => {
    const reading = await costs(file('2024-01,,staff,,1.234,,,', '2024-01,,staff,,x,,,'), { skipBadRows: true });
    expect(codesOf(reading)).toEqual(['2 amount AMOUNT_AMBIGUOUS']);
  });
});

describe('the lines of a file', () => {
  it('are those on which records start, whatever stands in quotes', async () => {
    const text =
      'period,category,item,amount\r\n2024-01,staff,"a\r\nb\r\n""c""",x\r\n2024-02,staff,"a\nb",x\r\n\r\n2024-03,staff,,x';
    expect(codesOf(await costs(text))).toEqual([
      '2 amount AMOUNT_INVALID',
      '5 amount AMOUNT_INVALID',
      '8 amount AMOUNT_INVALID',
    ]);
  });

  it('are counted alike for \\n, \\r\\n and \\r, even mixed', async () => {
    const reading = await costs('period,category,amount\r2024-01,staff,x\r\n2024-02,staff,x\n2024-03,staff,x');
    expect(codesOf(reading).map((code) => code.split(' ')[0])).toEqual(['2', '3', '4']);
  });

  it('are counted from the first line of the file, preamble and comments included', async () => {
    const text = 'Expenses of ACME\n\n# exported\n"two\nlines"\nperiod,category,amount\n# note\n2024-01,staff,x\n';
    const reading = await costs(text);
    expect(codesOf(reading)).toEqual(['8 amount AMOUNT_INVALID']);
    expect(reading.summary?.preambleLines).toBe(5);
  });
});
