import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { expectGolden } from '../golden.ts';
import { run } from '../run.ts';

const files = (folder: string, kinds: readonly string[]) =>
  kinds.flatMap((kind) => [`--${kind}`, `fixtures/${folder}/${kind}.csv`]);
const WORKED = ['calc', ...files('worked-example', ['costs', 'spend'])];
const RETURNS = ['calc', ...files('returns-and-rewards', ['costs', 'spend', 'returns'])];

let folder: string;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'diff-'));
  await save('2023-06.json', [...WORKED, '--to', '2023-06']);
  await save('2023-12.json', WORKED);
  await save('margin-40.json', [...WORKED, '--margin', '40%', '--baseline', 'all', '--life', '5']);
  await save('returns-2023.json', [...RETURNS, '--to', '2023-12']);
  await save('returns-2024.json', RETURNS);
  await save('quarterly.json', ['calc', ...files('quarterly', ['costs', 'spend'])], ({ data }) => {
    data.currency = null;
  });
  await save('no-cost.json', WORKED, ({ data }) => {
    data.totals = { ...data.totals, cost: 0, profit: data.totals.return, roi: null, roiReason: 'there is no cost' };
  });
  for (const [name, low, high] of [
    ['low.json', -0.1, 0.1],
    ['near.json', 0.05, 0.3],
    ['far.json', 0.2, 0.6],
  ] as const) {
    await save(name, WORKED, ({ data }) => {
      const roi = (low + high) / 2;
      const { cost } = data.totals;
      const changed = { return: cost * (1 + roi), profit: cost * roi, roi };
      data.totals = { ...data.totals, ...changed, interval: { level: 0.95, roi: [low, high] } };
    });
  }
});

afterAll(() => rmSync(folder, { recursive: true }));

// biome-ignore lint/suspicious/noExplicitAny: the JSON of a result, to be changed at will
type Json = any;

async function save(name: string, args: readonly string[], change: (json: Json) => void = () => {}): Promise<void> {
  const { code, stdout, stderr } = await run([...args, '--json']);
  expect([code, stderr]).toEqual([0, '']);
  const json = JSON.parse(stdout);
  change(json);
  writeFileSync(join(folder, name), JSON.stringify(json));
}

async function diff(...args: string[]): Promise<string> {
  const { code, stdout, stderr } = await run(['diff', ...args], { cwd: folder });
  expect([code, stderr]).toEqual([0, '']);
  return stdout;
}

describe('diff of two results', () => {
  test.each([80, 60, 45])('shows in %s columns what moved ROI', async (width) => {
    const stdout = await diff('2023-06.json', '2023-12.json', '--width', String(width));
    expectGolden(`diff/worked-example.${width}.txt`, stdout);
    for (const line of stdout.split('\n')) expect(line.length, line).toBeLessThanOrEqual(width);
  });

  test.each([
    ['json', 'json'],
    ['csv', 'csv'],
    ['markdown', 'md'],
  ])('is written as %s', async (format, extension) => {
    expectGolden(`diff/worked-example.${extension}`, await diff('2023-06.json', '2023-12.json', '--format', format));
  });

  test('has parts that add up, in its JSON', async () => {
    for (const horizon of ['totals', 'latest12', '2023']) {
      const { data } = JSON.parse(await diff('returns-2023.json', 'returns-2024.json', '--horizon', horizon, '--json'));
      const sum = (key: string) => data.factors.reduce((total: number, part: Json) => total + part[key], 0);
      expect(sum('roi')).toBeCloseTo(data.new.roi - data.old.roi, 12);
      expect(sum('profit')).toBeCloseTo(data.new.profit - data.old.profit, 6);
    }
  });

  test('compares the latest twelve months, or a year', async () => {
    expectGolden(
      'diff/latest12.txt',
      await diff('returns-2023.json', 'returns-2024.json', '--horizon', 'latest12', '--section', 'movement'),
    );
    const same = await diff('2023-06.json', '2023-12.json', '--horizon', '2022', '--brief');
    expectGolden('diff/year-unmoved.txt', same);
  });

  test('names the method where that differs, and gives the margin a part of its own', async () => {
    expectGolden('diff/method.txt', await diff('2023-12.json', 'margin-40.json'));
  });

  test('says so where one is by month and the other by quarter', async () => {
    expectGolden('diff/units.txt', await diff('2023-12.json', 'quarterly.json', '--section', 'caveats'));
  });

  test('moves profit where ROI is unknown', async () => {
    expectGolden('diff/roi-unknown.txt', await diff('no-cost.json', '2023-12.json'));
  });

  test('is sure of a direction only where the intervals lie apart', async () => {
    expectGolden('diff/overlap.txt', await diff('low.json', 'near.json', '--brief'));
    expectGolden('diff/up.txt', await diff('low.json', 'far.json', '--brief'));
    expectGolden('diff/down.txt', await diff('far.json', 'low.json', '--brief'));
  });

  test('reads one of the two from standard input', async () => {
    const stdin = (await run([...WORKED, '--json'])).stdout;
    const { code, stdout } = await run(['diff', '2023-06.json', '-', '--brief'], { cwd: folder, stdin });
    expect(code).toBe(0);
    expect(stdout.replace('<stdin>', '2023-12.json')).toBe(await diff('2023-06.json', '2023-12.json', '--brief'));
  });
});

describe('diff fails', () => {
  test.each([
    ['missing', 3, ['none.json', '2023-12.json']],
    ['horizon', 2, ['2023-06.json', '2023-12.json', '--horizon', '2020']],
    ['stdin-twice', 2, ['-', '-']],
    ['one-argument', 2, ['2023-06.json']],
  ])('with a remedy (%s), exit %s', async (name, exit, args) => {
    const { code, stdout, stderr } = await run(['diff', ...args], { cwd: folder });
    expect([code, stdout]).toEqual([exit, '']);
    expectGolden(`diff/error-${name}.txt`, stderr);
  });
});
