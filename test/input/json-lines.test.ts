import { describe, expect, it } from 'vitest';
import { ENCODERS } from './encodings.ts';
import { codesOf, costs, rowsOf } from './reading.ts';

const LINE = '{"period":"2024-01","category":"staff","amount":5}';

describe('JSON Lines', () => {
  it('hold one row on each line, with the names of the columns in it', async () => {
    const reading = await costs(
      `${LINE}\n\n{"amount":"1.234,50","category":"Hosting","Month":null,"period":202402}\r\n`,
    );
    expect(rowsOf(reading)).toEqual(['2024-01 staff 5', '2024-02 ongoing 1234.5']);
    expect(reading.summary).toMatchObject({ delimiter: null, encoding: 'utf-8', rows: 2 });
    expect(reading.file.origins[1]).toMatchObject({ firstLine: 3 });
  });

  it('may bring a column on a later line', async () => {
    const reading = await costs(
      `${LINE}\n{"period":"2024-02","category":"staff","amount":5,"share":0.2,"note":"x"}\n${LINE}`,
    );
    expect(rowsOf(reading)).toEqual(['2024-01 staff 10', '2024-02 staff 1']);
    expect(reading.summary?.ignoredColumns).toEqual([]);
  });

  it('may not bring a name on a later line that an alias stood for before', async () => {
    const reading = await costs(
      '{"period":"2024-01","category":"staff","total":5}\n{"period":"2024-02","category":"staff","amount":5}\n',
    );
    expect(codesOf(reading)).toEqual(['2 COLUMN_UNCLEAR']);
  });

  it('a number is never ambiguous, a text may be', async () => {
    expect(rowsOf(await costs('{"period":"2024-01","category":"staff","amount":1.234}\n'))).toEqual([
      '2024-01 staff 1.234',
    ]);
    expect(codesOf(await costs('{"period":"2024-01","category":"staff","amount":"1.234"}\n'))).toEqual([
      '1 amount AMOUNT_AMBIGUOUS',
    ]);
  });

  it('a value that is no text and no number is refused where it is needed', async () => {
    const lines = ['true', 'null', '[1]', '{"a":1}', '1e400', '1e15'].map((amount) =>
      LINE.replace(/5}$/, `${amount}}`),
    );
    expect(codesOf(await costs(lines.join('\n')))).toEqual([
      '1 amount AMOUNT_INVALID',
      '2 amount VALUE_MISSING',
      ...[3, 4, 5, 6].map((line) => `${line} amount AMOUNT_INVALID`),
    ]);
  });

  it.each(['{"period":', '[1,2]', '5', 'period,category,amount'])('%j is no object', async (line) => {
    expect(codesOf(await costs(`${LINE}\n${line}\n`))).toEqual(['2 JSON_BROKEN']);
  });

  it('may be in any encoding', async () => {
    const text = `${LINE.replace('staff', 'Gehälter')}\n`;
    for (const encode of Object.values(ENCODERS))
      expect(rowsOf(await costs(encode(text)))).toEqual(['2024-01 staff 5']);
  });

  it('are cut into chunks anywhere', async () => {
    const text = `${LINE}\n${LINE}\n${LINE}`;
    for (const size of [1, 7, 51, 52, 53]) expect(rowsOf(await costs(text, {}, size))).toEqual(['2024-01 staff 15']);
  });
});
