import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { entriesOf, GLOSSARY } from '../../src/report/glossary.ts';
import { expectFits, expectGolden, WRITTEN } from '../golden.ts';
import { PROJECT, run } from '../run.ts';

const EXAMPLE = ['fixtures/worked-example/costs.csv', 'fixtures/worked-example/spend.csv'];
const calc = (...args: string[]) => run(['calc', ...EXAMPLE, ...args]);

async function golden(name: string, args: readonly string[], code = 0) {
  const ran = await run(args);
  expect(ran.stderr).toBe('');
  expectGolden(name, ran.stdout);
  expect(ran.code).toBe(code);
}

describe('the report of the worked example', () => {
  test.each([120, 80, 60, 45])('fits %s columns without cutting a number', async (width) => {
    const ran = await calc('--width', String(width));
    expect(ran.stderr).toBe('');
    expectGolden(`calc/worked-example.${width}.txt`, ran.stdout);
    expectFits(ran.stdout, width);
  });

  test.each(WRITTEN)('is written as %s', async (format, extension) => {
    await golden(`calc/worked-example.${extension}`, ['calc', ...EXAMPLE, '--format', format]);
  });

  test('has colours where they are asked for, and the same words', async () => {
    const [plain, coloured] = [await calc(), await calc('--color', 'always')];
    expect(coloured.stdout).not.toBe(plain.stdout);
    // biome-ignore lint/complexity/useRegexLiterals: a literal would hold a control character
    expect(coloured.stdout.replace(new RegExp('\\u001b\\[[0-9;]*m', 'g'), '')).toBe(plain.stdout);
  });

  test('is drawn in ASCII where that is asked for', async () => {
    const { stdout } = await calc('--ascii');
    expectGolden('calc/worked-example.ascii.txt', stdout);
    expect([...stdout].filter((character) => character > '~')).toEqual([]);
  });

  test('is the verdict alone with --brief, and one section with --section', async () => {
    await golden('calc/worked-example.brief.txt', ['calc', ...EXAMPLE, '--brief']);
    await golden('calc/worked-example.cost.txt', ['calc', ...EXAMPLE, '--section', 'cost']);
    await golden('calc/worked-example.months.txt', ['calc', ...EXAMPLE, '--by', 'month', '--section', 'periods']);
    await golden('calc/worked-example.no-chart.txt', ['calc', ...EXAMPLE, '--no-chart', '--section', 'trend']);
  });

  test('is the same from --example as from the files', async () => {
    const [example, files] = [await run(['calc', '--example', '--format', 'table']), await calc()];
    expect(example.stdout).toBe(files.stdout);
  });

  test('holds the expected figures in its JSON', async () => {
    const { data } = JSON.parse((await calc('--json')).stdout);
    const expected = JSON.parse(readFileSync(join(PROJECT, 'fixtures/worked-example/expected.json'), 'utf8'));
    expect(data.totals.cost).toBe(825270);
    expect(data.totals.return).toBeCloseTo(792580, 6);
    expect(data.totals.roi).toBeCloseTo(expected.totals.roi, 12);
    expect(data.breakEven.projected).toBe('2024-01');
  });
});

describe('other communities', () => {
  test.each(['quarterly', 'yearly', 'negative-uplift', 'spending-challenge', 'per-member'])('%s', async (name) => {
    await golden(`calc/${name}.txt`, ['calc', `fixtures/${name}/costs.csv`, `fixtures/${name}/spend.csv`]);
  });

  test('returns and rewards stand beside the uplift', async () => {
    const files = ['costs.csv', 'spend.csv'].map((file) => `fixtures/returns-and-rewards/${file}`);
    const returns = ['--returns', 'fixtures/returns-and-rewards/returns.csv'];
    await golden('calc/returns-and-rewards.txt', ['calc', ...files, ...returns, '--discount-rate', '8%']);
  });
});

describe('--explain', () => {
  const ofBusiness = entriesOf('calc').filter(({ path }) => !path.startsWith('members.'));
  test.each(ofBusiness.map(({ id }) => id))('%s puts the numbers in', async (id) => {
    const discount = id === 'npv' || id === 'irr' ? ['--discount-rate', '8%'] : [];
    await golden(`explain/${id}.txt`, ['calc', ...EXAMPLE, ...discount, '--explain', id]);
  });

  test('in JSON gives the arithmetic line by line', async () => {
    const { stdout } = await calc('--explain', 'roi', '--json');
    expect(JSON.parse(stdout).data.arithmetic).toContain('= (792,580.00 − 825,270.00) ÷ 825,270.00');
  });
});

describe('explain', () => {
  test('lists every metric', () => golden('explain/index.txt', ['explain']));
  test.each(GLOSSARY.map(({ id }) => id))('%s says which question it answers', async (id) => {
    await golden(`explain/${id}.meaning.txt`, ['explain', id]);
  });
});

describe('--fail-under', () => {
  test('exits 1, prints the report and says which figure is below', async () => {
    const ran = await calc('--fail-under', 'roi=0', '--fail-under', 'latest12.roi=50%', '--json');
    expect(ran.code).toBe(1);
    expect(ran.stderr).toBe('failed: roi is −4.0%, below 0.0% (--fail-under roi=0)\n');
    expect(JSON.parse(ran.stdout).passed).toBe(false);
  });

  test('passes in silence', async () => {
    const ran = await calc('--fail-under', 'perActiveMember.roi=2', '--brief');
    expect([ran.code, ran.stderr]).toEqual([0, '']);
  });

  test('a figure that is unknown does not pass', async () => {
    const ran = await calc('--from', '2023-01', '--fail-under', 'marginal.benefit=0', '--brief');
    expect(ran.code).toBe(1);
    expect(ran.stderr).toBe(
      'failed: marginal.benefit is unknown: it takes 24 months to compare twelve with the twelve before (--fail-under marginal.benefit=0)\n',
    );
  });
});
