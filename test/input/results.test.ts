import { Readable } from 'node:stream';
import { gzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { calculateRoi } from '../../src/core/calculate.ts';
import { Problems } from '../../src/errors/problem.ts';
import { readResult } from '../../src/input/results.ts';
import { readFixture } from '../core/helper.ts';

async function read(bytes: Buffer | string) {
  const problems = new Problems();
  const result = await readResult('-', { problems, stdin: Readable.from([Buffer.from(bytes)]) });
  return { result, problems: problems.kept.map(({ code, message }) => `${code}: ${message}`) };
}

const data = { currency: 'USD', ...calculateRoi(readFixture('yearly')) };
const saved = (changes: object = {}, outer: object = {}) =>
  JSON.stringify({ schemaVersion: 1, kind: 'calc', passed: true, data: { ...data, ...changes }, ...outer });

describe('a saved result', () => {
  test('is read back with what it is compared by', async () => {
    const { result, problems } = await read(saved({ options: { margin: 0.4, usefulLifeYears: 4 } }));
    expect(problems).toEqual([]);
    expect(result).toMatchObject({ name: '<stdin>', currency: 'USD', unit: 'year', window: data.window });
    expect(result?.totals).toMatchObject({ cost: data.totals.cost, return: data.totals.return, interval: null });
    expect(result?.options).toEqual({ margin: 0.4, usefulLifeYears: 4 });
  });

  test('may hold more than is known, and lack what came later', async () => {
    expect((await read(saved({ later: [1] }, { later: true }))).problems).toEqual([]);
    expect((await read(saved())).result?.options).toBeUndefined();
  });

  test('may be compressed, or as PowerShell writes it: UTF-16 with a mark', async () => {
    expect((await read(gzipSync(saved()))).problems).toEqual([]);
    expect((await read(Buffer.from(`\ufeff${saved()}`, 'utf16le'))).problems).toEqual([]);
    expect((await read(`\ufeff${saved()}`)).problems).toEqual([]);
  });

  test.each([
    ['', 'RESULT_NOT_JSON: this is not JSON'],
    ['{"schemaVersion": 1', 'RESULT_NOT_JSON: this is not JSON'],
    ['[1, 2]', 'RESULT_NOT_CALC: this is no result of community-roi'],
    ['{"kind": "calc"}', 'RESULT_NOT_CALC: this is no result of community-roi'],
    [saved({}, { kind: 'diff' }), 'RESULT_NOT_CALC: this is a result of "diff", not of calc'],
    [saved({ unit: 'week' }), 'RESULT_INCOMPLETE: data.unit is missing or not month or quarter or year'],
    [saved({ periods: [] }), 'RESULT_INCOMPLETE: data.periods is missing or not a filled list'],
    [
      saved({ totals: { ...data.totals, cost: '5' } }),
      'RESULT_INCOMPLETE: data.totals.cost is missing or not a number',
    ],
    [saved({ years: undefined }), 'RESULT_INCOMPLETE: data.years is missing or not an object'],
    [saved().replace(/"cost":\d+/, '"cost":1e999'), 'RESULT_INCOMPLETE: data.totals.cost is missing or not a number'],
  ])('is not %.30s', async (text, problem) => {
    const { result, problems } = await read(text);
    expect(result).toBeUndefined();
    expect(problems).toEqual([problem]);
  });
});
