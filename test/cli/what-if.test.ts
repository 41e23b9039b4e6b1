import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { expectGolden } from '../golden.ts';
import { PROJECT, run } from '../run.ts';

const EXAMPLE = ['calc', '--example'];
const RETURNS = ['costs', 'spend', 'returns'].flatMap((kind) => [
  `--${kind}`,
  join(PROJECT, `fixtures/returns-and-rewards/${kind}.csv`),
]);
const SCENARIOS = `# what the board asked
optimistic: { margin: 60%, life: 6 }
cautious:
  margin: 0.3
  baseline: all
  costs: { staff: 120% }
  returns: { Advertising: 50%, Ticket deflection: 0 }
`;

let folder: string;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'what-if-'));
  writeFileSync(join(folder, 'scenarios.yaml'), SCENARIOS);
  const [header, ...rows] = readFileSync(join(PROJECT, 'fixtures/yearly/spend.csv'), 'utf8').trimEnd().split('\n');
  const withSd = [`${header},spend_sd`, ...rows.map((row) => `${row},250`)];
  writeFileSync(join(folder, 'spend.csv'), `${withSd.join('\n')}\n`);
});

afterAll(() => rmSync(folder, { recursive: true }));

const roiOf = async (...args: string[]) => JSON.parse((await run([...args, '--json'])).stdout).data.totals.roi;

describe('calc --sensitivity', () => {
  test.each([80, 60, 45])('shows in %s columns what ROI rests on', async (width) => {
    const { code, stdout, stderr } = await run([...EXAMPLE, '--section', 'sensitivity', '--width', String(width)]);
    expect([code, stderr]).toEqual([0, '']);
    expectGolden(`calc/sensitivity.${width}.txt`, stdout);
    for (const line of stdout.split('\n')) expect(line.length, line).toBeLessThanOrEqual(width);
  });

  test.each([
    ['markdown', 'md'],
    ['json', 'json'],
  ])('is written as %s', async (format, extension) => {
    const { stdout } = await run([...EXAMPLE, '--sensitivity', '--section', 'sensitivity', '--format', format]);
    const { sensitivity } = format === 'json' ? JSON.parse(stdout).data : { sensitivity: stdout };
    const text = format === 'json' ? `${JSON.stringify(sensitivity, undefined, 2)}\n` : sensitivity;
    expectGolden(`calc/sensitivity.${extension}`, text);
  });

  test('moves other returns too, where there are some', async () => {
    const { stdout } = await run(['calc', ...RETURNS, '--margin', '45%', '--sensitivity', '--section', 'sensitivity']);
    expectGolden('calc/sensitivity-returns.txt', stdout);
  });

  test('is no part of a report that did not ask for it', async () => {
    expect((await run(EXAMPLE)).stdout).not.toContain('SENSITIVITY');
  });

  test('says what --set and the option say as well', async () => {
    const { data } = JSON.parse((await run([...EXAMPLE, '--sensitivity', '--json'])).stdout);
    type Effect = { assumption: string; from: number; roiFrom: number; to: number | string; roiTo: number };
    const effect = (name: string) => (data.sensitivity.assumptions as Effect[]).find((row) => row.assumption === name)!;
    expect(await roiOf(...EXAMPLE, '--set', 'life=3')).toBe(effect('life').roiFrom);
    expect(await roiOf(...EXAMPLE, '--set', 'margin=75%')).toBe(effect('margin').roiFrom);
    expect(await roiOf(...EXAMPLE, '--baseline', String(effect('baseline').to))).toBe(effect('baseline').roiTo);
  });
});

describe('calc --set', () => {
  test('takes the place of the option, and a later one of an earlier one', async () => {
    const margin = await roiOf(...EXAMPLE, '--margin', '30%');
    expect(await roiOf(...EXAMPLE, '--margin', '90%', '--set', 'margin=0.5', '--set', 'margin=30%')).toBe(margin);
    expect(await roiOf(...EXAMPLE, '--set', 'Margin = 30%')).toBe(margin);
  });

  test('life holds for every one-off cost, --life for those without their own', async () => {
    const asItIs = await roiOf(...EXAMPLE);
    expect(await roiOf(...EXAMPLE, '--life', '5')).toBe(asItIs);
    expect(await roiOf(...EXAMPLE, '--set', 'life=5')).toBeGreaterThan(asItIs);
  });

  test('stands in the JSON among the options', async () => {
    const settings = ['margin=40%', 'baseline=all', 'from=2022', 'member-cost=total'].flatMap((text) => [
      '--set',
      text,
    ]);
    const { data } = JSON.parse((await run([...EXAMPLE, ...settings, '--json'])).stdout);
    expect(data.options).toEqual({
      ...{ baseline: 'all', margin: 0.4, usefulLifeYears: 4, memberCost: 'total' },
      ...{ discountRate: null, from: '2022', to: null },
    });
  });

  test.each([
    ['unknown', 'margn=40%'],
    ['value', 'margin=140%'],
    ['choice', 'member-cost=some'],
    ['shape', '40%'],
  ])('is a usage error with a remedy (%s)', async (name, text) => {
    const { code, stdout, stderr } = await run([...EXAMPLE, '--set', text]);
    expect([code, stdout]).toEqual([2, '']);
    expectGolden(`usage/set-${name}.txt`, stderr);
  });
});

describe('calc --scenario', () => {
  const scenarios = (...args: string[]) =>
    run(['calc', ...RETURNS, '--margin', '45%', '--scenario', 'scenarios.yaml', '--section', 'scenarios', ...args], {
      cwd: folder,
    });

  test.each([80, 60, 45])('sets scenarios side by side in %s columns', async (width) => {
    const { code, stdout, stderr } = await scenarios('--width', String(width));
    expect([code, stderr]).toEqual([0, '']);
    expectGolden(`calc/scenarios.${width}.txt`, stdout);
    for (const line of stdout.split('\n')) expect(line.length, line).toBeLessThanOrEqual(width);
  });

  test('is in the JSON with what each one changes', async () => {
    const { data } = JSON.parse((await scenarios('--json')).stdout);
    expectGolden('calc/scenarios.json', `${JSON.stringify(data.scenarios, undefined, 2)}\n`);
  });

  test('has intervals and verdicts where the spread is known', async () => {
    writeFileSync(join(folder, 'half.yaml'), 'half: { margin: 50% }\ndouble: { costs: { staff: 200% } }\n');
    const files = [join(PROJECT, 'fixtures/yearly/costs.csv'), 'spend.csv'];
    const args = ['calc', ...files, '--scenario', 'half.yaml', '--section', 'scenarios'];
    expectGolden('calc/scenarios-intervals.txt', (await run(args, { cwd: folder })).stdout);
  });

  test('names its line where the data cannot answer it', async () => {
    writeFileSync(join(folder, 'beyond.yaml'), 'fine: { margin: 50% }\n\nbeyond: { baseline: 2031-01 }\n');
    const { code, stdout, stderr } = await run([...EXAMPLE, '--scenario', 'beyond.yaml'], { cwd: folder });
    expect([code, stdout]).toEqual([3, '']);
    expectGolden('calc/scenario-beyond.txt', stderr);
  });

  test('is not written over', async () => {
    writeFileSync(join(folder, 'half.json'), '{ "half": { "margin": "50%" } }');
    const { code, stderr } = await run([...EXAMPLE, '--scenario', 'half.json', '-o', 'half.json'], { cwd: folder });
    expect([code, stderr.includes('[OUTPUT_IS_INPUT]')]).toEqual([2, true]);
  });

  test('must be a file that is there', async () => {
    const { code, stderr } = await run([...EXAMPLE, '--scenario', 'none.yaml'], { cwd: folder });
    expect([code, stderr.includes('[FILE_MISSING]')]).toEqual([3, true]);
  });
});
