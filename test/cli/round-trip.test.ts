import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { parse } from 'csv-parse/sync';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { formatPeriod, type Period } from '../../src/core/period.ts';
import { Problems } from '../../src/errors/problem.ts';
import { valueMissing } from '../../src/errors/row.ts';
import type { AnyKind } from '../../src/input/kind.ts';
import { amounts, periods } from '../../src/input/kind-columns.ts';
import type { InputSummary } from '../../src/input/options.ts';
import { readFiles } from '../../src/input/read-file.ts';
import { describeWith } from '../e2e/needs.ts';
import { run } from '../run.ts';
import { officeMissing, saveAgain } from './office.ts';

const GERMAN = ['--bom', '--csv-delimiter', ';', '--csv-decimal', ','];

const folder = mkdtempSync(join(tmpdir(), 'community-roi-round-trip-'));
const [plain, german, json] = ['plain.csv', 'german.csv', 'result.json'].map((name) => join(folder, name)) as [
  string,
  string,
  string,
];
const textOf = (file: string) => readFileSync(file, 'utf8');

beforeAll(async () => {
  for (const args of [
    ['-o', plain, '-o', json],
    ['-o', german, ...GERMAN],
  ]) {
    expect(await run(['calc', '--example', ...args])).toEqual({ code: 0, stdout: '', stderr: '' });
  }
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** A result as a file of its own: a period and figures. */
function resultKind(columns: readonly string[]): AnyKind<Readonly<Record<string, unknown>>> {
  const column = { aliases: '', required: true, kept: true };
  return {
    name: 'costs',
    columns: columns.map((name) => ({ ...column, name, key: name, reader: name === 'period' ? periods : amounts })),
    schema: { safeParse: (values) => ({ success: true, data: values as Record<string, unknown> }) },
    complain: valueMissing,
  };
}

interface Reread {
  readonly rows: readonly unknown[];
  readonly detected: Partial<InputSummary> | undefined;
}

/** A result read by our own reader. */
async function reread(file: string): Promise<Reread> {
  const problems = new Problems();
  const rows: unknown[] = [];
  const columns = textOf(plain).split('\n')[0]?.split(',') ?? [];
  const { inputs } = await readFiles([file], resultKind(columns), {}, { problems, stdin: Readable.from([]) }, (row) =>
    rows.push({ ...row, period: formatPeriod(row['period'] as Period) }),
  );
  expect(problems.kept).toEqual([]);
  return { rows, detected: inputs[0] };
}

describe('a result that -o writes as CSV', () => {
  test('gives a parser the figures of the JSON', () => {
    const rows: Record<string, string>[] = parse(textOf(plain), { columns: true });
    const { data } = JSON.parse(textOf(json));
    expect(rows.map(({ period }) => period)).toEqual(data.periods.map(({ period }: { period: string }) => period));
    for (const figure of ['cost', 'return', 'profit', 'roi']) {
      const off = rows.map((row, i) => Number(row[figure]) / data.periods[i][figure] - 1);
      expect(Math.max(...off.map(Math.abs))).toBeLessThan(1e-14);
    }
  });

  test('is the same table for German settings, and Excel is told that it is UTF-8', () => {
    const text = textOf(german);
    expect(text.startsWith('\ufeff')).toBe(true);
    const rows: string[][] = parse(text, { bom: true, delimiter: ';' });
    expect(rows.map((cells) => cells.map((cell) => cell.replace(',', '.')))).toEqual(parse(textOf(plain)));
    expect(rows.slice(1).filter((cells) => cells.some((cell) => cell.includes('.')))).toEqual([]);
  });

  test('is read alike by our own reader in both forms', async () => {
    const [one, other] = [await reread(plain), await reread(german)];
    expect(one.rows).toHaveLength(36);
    expect(other.rows).toEqual(one.rows);
    expect(one.detected).toMatchObject({ delimiter: ',', decimal: '.' });
    expect(other.detected).toMatchObject({ encoding: 'utf-8', delimiter: ';', decimal: ',' });
  });
});

describe('a result that -o writes as JSON', () => {
  test('is what --json prints', async () => {
    expect((await run(['calc', '--example', '--json'])).stdout).toBe(textOf(json));
  });

  test('is read by diff, which finds that nothing moved', async () => {
    const { code, stdout, stderr } = await run(['diff', json, json, '--json']);
    expect([code, stderr]).toEqual([0, '']);
    const { data } = JSON.parse(stdout);
    expect(data.old.roi).toBe(JSON.parse(textOf(json)).data.totals.roi);
    expect(data.new).toEqual(data.old);
  });
});

describe('spending that cohorts writes', () => {
  const cwd = 'fixtures/raw';

  test('gives calc the same figures for German settings', async () => {
    const results: unknown[] = [];
    for (const settings of [[], GERMAN]) {
      const spend = join(folder, settings.length === 0 ? 'spend.csv' : 'spend-german.csv');
      await run(['cohorts', 'members.csv', 'transactions.csv', '-o', spend, ...settings], { cwd });
      const { code, stdout, stderr } = await run(
        ['calc', 'costs.csv', spend, '--baseline', '2023-01..2023-12', '--json'],
        { cwd },
      );
      expect([code, stderr]).toEqual([0, '']);
      const { inputs, ...data } = JSON.parse(stdout).data;
      expect(inputs[1].delimiter).toBe(settings.length === 0 ? ',' : ';');
      results.push(data);
    }
    expect(results[1]).toEqual(results[0]);
  });
});

describeWith(officeMissing(), 'a spreadsheet with German settings', () => {
  test('takes every figure of a German CSV for a number', async () => {
    expect((await reread(saveAgain(german, 'xlsx', folder))).rows).toEqual((await reread(plain)).rows);
  }, 180_000);

  test('saves it as a CSV of its own, which is read alike', async () => {
    const { rows, detected } = await reread(saveAgain(german, 'csv', folder));
    expect(rows).toEqual((await reread(plain)).rows);
    expect(detected?.delimiter).toBe(';');
  }, 180_000);
});
