import { describe, expect, it } from 'vitest';
import { dayOf } from '../../src/input/workbook/dates.ts';
import { rowsXml, workbook, zip } from './archive.ts';
import { codesOf, costs, rowsOf } from './reading.ts';

const HEADER = ['period', 'category', 'amount'];
const plain = (...rows: (string | number | null)[][]) => workbook({ Costs: { rows: rowsXml(HEADER, ...rows) } });

describe('a workbook', () => {
  it('is read like any other file, and says which sheet', async () => {
    const reading = await costs(plain(['2024-01', 'staff', 1234.5], ['2024-02', 'Hosting', 5]));
    expect(rowsOf(reading)).toEqual(['2024-01 staff 1234.5', '2024-02 ongoing 5']);
    expect(reading.summary).toMatchObject({
      encoding: null,
      delimiter: null,
      sheet: 'Costs',
      rows: 2,
      preambleLines: 0,
    });
  });

  it('may be stored without compression, with prefixed elements', async () => {
    const rows = rowsXml(HEADER, ['2024-01', 'staff', 5]);
    for (const options of [{ method: 'store' }, { prefix: 'x:' }] as const) {
      expect(rowsOf(await costs(workbook({ Costs: { rows } }, options)))).toEqual(['2024-01 staff 5']);
    }
  });

  it('has texts that cells share, in parts and with readings', async () => {
    const strings = [
      '<t>staff</t>',
      '<r><t>Com</t></r><r><rPr/><t xml:space="preserve">munity </t></r>',
      '<t>漢</t><rPh><t>kan</t></rPh>',
    ];
    const rows = rowsXml(
      [...HEADER, '漢'],
      ['2024-01', '<c r="B2" t="s"><v>0</v></c>', 5, '<c r="D2" t="s"><v>2</v></c>'],
    );
    expect(rowsOf(await costs(workbook({ Costs: { rows } }, { strings })))).toEqual(['2024-01 staff 5']);
  });

  it('shows what formulas gave, and refuses one that has given nothing', async () => {
    const formula = (inner: string) => `<c r="C2"><f>SUM(A1:A2)</f>${inner}</c>`;
    expect(rowsOf(await costs(plain(['2024-01', 'staff', formula('<v>7.5</v>')])))).toEqual(['2024-01 staff 7.5']);
    const empty = await costs(plain(['2024-01', 'staff', formula('')]));
    expect(empty.problems).toMatchObject([{ code: 'AMOUNT_INVALID', message: '"=SUM(A1:A2)" is not an amount' }]);
    const wrong = await costs(plain(['2024-01', 'staff', '<c r="C2" t="e"><f>1/0</f><v>#DIV/0!</v></c>']));
    expect(wrong.problems).toMatchObject([{ line: 2, message: '"#DIV/0!" is not an amount' }]);
  });

  it('keeps dates as numbers, and its styles say so', async () => {
    const dated = (style: number, value: number) => `<c r="A2" s="${style}"><v>${value}</v></c>`;
    const period = async (cell: string) => {
      const reading = await costs(plain([cell, 'staff', 5]));
      return reading.problems[0]?.code ?? rowsOf(reading)[0]?.split(' ')[0];
    };
    expect(await period(dated(1, 45322))).toBe('2024-01');
    expect(await period(dated(2, 45323.75))).toBe('2024-02');
    expect(await period('<c r="A2" t="d"><v>2024-03-31</v></c>')).toBe('2024-03');
    expect(await period(dated(0, 45322))).toBe('PERIOD_INVALID');
    expect(await period(dated(4, 45322))).toBe('PERIOD_INVALID');
    expect(await period(dated(5, 45322))).toBe('PERIOD_INVALID');
    expect(await period(dated(0, 2024))).toBe('2024');
  });

  it('may count its days from 1904', async () => {
    const rows = rowsXml(HEADER, ['<c r="A2" s="1"><v>43860</v></c>', 'staff', 5]);
    expect(rowsOf(await costs(workbook({ Costs: { rows } }, { from1904: true })))).toEqual(['2024-01 staff 5']);
  });

  it('has numbers with the fifteen digits that a spreadsheet shows', async () => {
    const reading = await costs(plain(['2024-01', 'staff', 0.30000000000000004], ['2024-02', 'staff', 1e-7]));
    expect(reading.file.rows.map(({ amount }) => amount)).toEqual([3n * 10n ** 11n, 10n ** 5n]);
  });

  it('has a percentage as a fraction', async () => {
    const rows = rowsXml([...HEADER, 'share'], ['2024-01', 'staff', 100, '<c r="D2" s="3"><v>0.2</v></c>']);
    expect(rowsOf(await costs(workbook({ Costs: { rows } })))).toEqual(['2024-01 staff 20']);
  });

  it('may leave out blank cells and rows, and has its header further down', async () => {
    const rows =
      '<row r="2"><c r="B2" t="inlineStr"><is><t>Costs of ACME</t></is></c></row>' +
      '<row r="4"><c r="B4" t="str"><v>period</v></c><c r="D4" t="str"><v>amount</v></c><c r="F4" t="str"><v>category</v></c></row>' +
      '<row r="5"/><row r="7"><c r="B7" t="str"><v>2024-01</v></c><c r="D7"><v>5</v></c><c r="F7" t="str"><v>staff</v></c></row>' +
      '<row r="8"><c r="B8" t="str"><v>2024-02</v></c><c r="D8"><v>5</v></c></row>';
    const reading = await costs(workbook({ Costs: { rows } }));
    expect(rowsOf(reading)).toEqual(['2024-01 staff 5']);
    expect(codesOf(reading)).toEqual(['8 category VALUE_MISSING']);
    expect(reading.summary?.preambleLines).toBe(3);
  });

  it('may leave out the references of its cells', async () => {
    const cell = (text: string) => `<c t="str"><v>${text}</v></c>`;
    const rows = `<row>${HEADER.map(cell).join('')}</row><row>${['2024-01', 'staff', '5'].map(cell).join('')}</row>`;
    expect(rowsOf(await costs(workbook({ Costs: { rows } })))).toEqual(['2024-01 staff 5']);
  });

  it('has text with entities, line ends and control characters escaped', async () => {
    const reading = await costs(plain(['2024-01', 'a&amp;b&#10;&lt;_x0007_&gt;', 5]));
    expect(reading.problems[0]?.message).toBe('"a&b\\n<\\u{7}>" is not a category');
  });

  it('an amount as text is read as one', async () => {
    expect(rowsOf(await costs(plain(['2024-01', 'staff', '1.234,50 €'])))).toEqual(['2024-01 staff 1234.5']);
  });
});

describe('the sheet', () => {
  const costsSheet = { rows: rowsXml(HEADER, ['2024-01', 'staff', 5]) };
  const other = { rows: rowsXml(['hello', 'world']) };

  it('is the one that has the columns', async () => {
    expect((await costs(workbook({ Notes: other, Empty: { rows: '' }, Kosten: costsSheet }))).summary?.sheet).toBe(
      'Kosten',
    );
  });

  it('is asked for where several have them, hidden ones aside', async () => {
    const two = await costs(workbook({ A: costsSheet, B: costsSheet }));
    expect(two.problems).toMatchObject([
      {
        code: 'SHEET_UNCLEAR',
        message: 'several sheets have the columns: "A" and "B"',
        remedy: 'Say which with --sheet.',
      },
    ]);
    expect((await costs(workbook({ A: costsSheet, B: { ...costsSheet, state: 'hidden' } }))).summary?.sheet).toBe('A');
  });

  it('is the one that --sheet names', async () => {
    const book = workbook({ A: costsSheet, 'Q1 costs': costsSheet });
    expect((await costs(book, { sheet: 'Q1 costs' })).summary?.sheet).toBe('Q1 costs');
    expect((await costs(book, { sheet: 'q1_Costs' })).summary?.sheet).toBe('Q1 costs');
    expect((await costs(book, { sheet: 'B' })).problems).toMatchObject([
      { code: 'SHEET_MISSING', remedy: 'Its sheets are "A" and "Q1 costs".' },
    ]);
  });

  it('without the columns is told what it lacks', async () => {
    expect(codesOf(await costs(workbook({ Notes: other })))).toEqual([1, 1, 1].map((line) => `${line} COLUMN_MISSING`));
    expect(codesOf(await costs(workbook({ Notes: { rows: '' } })))).toEqual(['- FILE_EMPTY']);
  });
});

describe('an archive that is no workbook', () => {
  it('is told by what it holds', async () => {
    const relations =
      '<Relationships><Relationship Type="x/officeDocument" Target="word/document.xml"/></Relationships>';
    expect((await costs(zip({ 'a.txt': 'hello' }))).problems[0]?.message).toBe('the file is a ZIP archive');
    expect((await costs(zip({ 'content.xml': '' }))).problems[0]?.message).toBe(
      'the file is an OpenDocument file (.ods)',
    );
    expect((await costs(zip({ '_rels/.rels': relations, 'word/document.xml': '<w/>' }))).problems[0]?.message).toBe(
      'the file is a text document (.docx)',
    );
    expect(codesOf(await costs(zip({ '_rels/.rels': '<Relationships/>' })))).toEqual(['- WORKBOOK_BROKEN']);
  });

  it('or is damaged', async () => {
    const book = plain(['2024-01', 'staff', 5]);
    expect(codesOf(await costs(book.subarray(0, -10)))).toEqual(['- WORKBOOK_BROKEN']);
    expect(codesOf(await costs(book.subarray(0, 100)))).toEqual(['- WORKBOOK_BROKEN']);
  });

  it('or has a byte that is not as it was written: never another number', async () => {
    const book = plain(['2024-01', 'staff', 5]);
    const outcomes = new Map<string, number>();
    for (let at = 0; at < book.length; at++) {
      const flipped = Buffer.from(book);
      flipped[at]! ^= 0x01;
      const reading = await costs(flipped);
      const outcome = reading.problems.length > 0 ? 'refused' : rowsOf(reading).join();
      outcomes.set(outcome, (outcomes.get(outcome) ?? 0) + 1);
    }
    expect([...outcomes.keys()].sort()).toEqual(['2024-01 staff 5', 'refused']);
  });

  it('or unpacks to more than may be', async () => {
    const bomb = workbook({ Costs: { rows: ' '.repeat(5_000_000) } });
    expect(bomb.length).toBeLessThan(20_000);
    expect(codesOf(await costs(bomb, { maxUnpackedBytes: 1_000_000 }))).toEqual(['- UNPACKED_TOO_LARGE']);
  });
});

describe('the days of a spreadsheet', () => {
  it.each([
    [1, '1900-01-01'],
    [59, '1900-02-28'],
    [61, '1900-03-01'],
    [25569, '1970-01-01'],
    [45351, '2024-02-29'],
    [45351.999, '2024-02-29'],
    [0, undefined],
    [3e6, undefined],
  ])('%d is %s', (serial, day) => {
    expect(dayOf(serial, false)).toBe(day);
  });
});
