import { cpSync, mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { expectFits, expectGolden, goldenRun, WRITTEN } from '../golden.ts';
import { PROJECT, run } from '../run.ts';

const MONTHLY = ['report', 'fixtures/monthly'];

const scratch = () => mkdtempSync(join(tmpdir(), 'community-roi-'));

/** The twelve months with other settings. */
function monthlyWith(change: (config: string) => string): string {
  const folder = scratch();
  cpSync(join(PROJECT, 'fixtures/monthly'), folder, { recursive: true });
  const file = join(folder, 'community-roi.yaml');
  writeFileSync(file, change(readFileSync(file, 'utf8')));
  return folder;
}

async function dataOf(args: readonly string[], cwd = PROJECT): Promise<Record<string, object>> {
  const { code, stdout, stderr } = await run([...args, '--json'], { cwd });
  expect(code, stderr).toBeLessThanOrEqual(1);
  return JSON.parse(stdout).data;
}

describe('the report of twelve months', () => {
  test('tells in a terminal the answer for both sides first, then goals, what has changed, and each part', async () => {
    const text = await goldenRun('report/monthly.txt', MONTHLY);
    expectFits(text, 80);
  });

  test('fits into 60 columns', async () => {
    expectFits(await goldenRun('report/monthly-60.txt', [...MONTHLY, '--width', '60', '--no-chart']), 60);
  });

  test.each(WRITTEN)('is written as %s', async (format, ending) => {
    await goldenRun(`report/monthly.${ending}`, [...MONTHLY, '--format', format]);
  });

  test('says of each part what its command says alone', async () => {
    const whole = await dataOf(['report'], join(PROJECT, 'fixtures/monthly'));
    for (const part of ['calc', 'outcomes', 'event', 'dose', 'incidents', 'check']) {
      expect(whole[part], part).toEqual(await dataOf([part], join(PROJECT, 'fixtures/monthly')));
    }
  });

  test('is the same in several files of one run as by itself', async () => {
    const folder = scratch();
    const names = ['monthly.md', 'monthly.json', 'monthly.csv', 'monthly.txt'];
    const ran = await run([...MONTHLY, ...names.flatMap((name) => ['-o', join(folder, name)])]);
    expect(ran).toEqual({ code: 0, stdout: '', stderr: '' });
    expect(readdirSync(folder).sort()).toEqual([...names].sort());
    for (const name of names) expectGolden(`report/${name}`, readFileSync(join(folder, name), 'utf8'));
  });

  test('is five files by one command, with the same bytes each time', { timeout: 30_000 }, async () => {
    const names = ['report.html', 'report.md', 'report.xlsx', 'report.json', 'report.csv'];
    const written = async () => {
      const folder = scratch();
      const ran = await run([...MONTHLY, ...names.flatMap((name) => ['-o', join(folder, name)])]);
      expect(ran).toEqual({ code: 0, stdout: '', stderr: '' });
      return names.map((name) => readFileSync(join(folder, name)));
    };
    const first = await written();
    for (const file of first) expect(file.length).toBeGreaterThan(1000);
    expect(await written()).toEqual(first);
  });

  test('shows a part with all that belongs to it where --section names the part', async () => {
    const { stdout } = await run([...MONTHLY, '--section', 'dose']);
    for (const title of ['DOES MORE GO WITH BETTER?', 'EARNINGS', 'SLOPES', 'IN WORDS']) {
      expect(stdout).toContain(`\n${title}`);
    }
    expect(stdout).not.toContain('AFTER AN EVENT');
  });

  test('says once what members get where their ledger is unknown', async () => {
    const folder = monthlyWith((config) => config.replace(/ {2}money: .*\n/, ''));
    const { stdout } = await run(['report', '--brief'], { cwd: folder });
    expect(stdout).toContain('Their ledger is unknown');
    expect(stdout.match(/better than non-members on earnings/g)).toHaveLength(1);
  });

  test('is written where a configuration asks for it, from the folder that it lies in', async () => {
    const folder = monthlyWith((config) =>
      config.replace('report:\n', 'report:\n  output: [december.md, december.json]\n'),
    );
    expect(await run(['report', folder])).toEqual({ code: 0, stdout: '', stderr: '' });
    expect(readFileSync(join(folder, 'december.md'), 'utf8')).toMatch(/^# ROI /m);
    expect(JSON.parse(readFileSync(join(folder, 'december.json'), 'utf8')).kind).toBe('report');
  });
});

describe('since last time', () => {
  test('the baseline may be a result of calc or a report, and gives the same', async () => {
    const folder = monthlyWith((config) => config.replace(/report:\n {2}baseline: .*\n/, ''));
    const november = monthlyWith((config) =>
      config
        .replace(/report:\n {2}baseline: .*\n/, '')
        .replace('calc:\n', 'calc:\n  to: 2024-11\n')
        .replace(/initiatives:.*/s, ''),
    );
    const last = join(folder, 'last.json');
    expect((await run(['report', november, '-o', last])).stderr).toBe('');
    const { since: before } = await dataOf(['report', '--baseline', '2024-11.json'], folder);
    const { since } = await dataOf(['report', '--baseline', 'last.json'], folder);
    expect({ ...since, old: undefined }).toEqual({ ...before, old: undefined });
    expect((await dataOf(['diff', '2024-11.json', last], folder))['change']).toEqual({ roi: 0, profit: 0 });
  });

  test('is compared over the horizon that is asked for', async () => {
    const { since } = await dataOf([...MONTHLY, '--horizon', 'latest12']);
    expect(since).toMatchObject({ horizon: 'latest12' });
  });

  test('a horizon that this report does not have is refused, with a baseline or without', async () => {
    const folder = monthlyWith((config) => config.replace(/report:\n {2}baseline: .*\n/, ''));
    for (const args of [[], ['--baseline', '2024-11.json']]) {
      const { code, stdout, stderr } = await run(['report', ...args, '--horizon', '2023'], { cwd: folder });
      expect([code, stdout]).toEqual([2, '']);
      expect(stderr).toContain('It may be totals, latest12 or 2024.');
    }
  });

  test('a baseline that is no result is refused with what to do', async () => {
    const { code, stdout, stderr } = await run([...MONTHLY, '--baseline', 'fixtures/monthly/costs.csv']);
    expect([code, stdout]).toEqual([3, '']);
    expect(stderr).toContain('[RESULT_NOT_JSON]');
  });
});

test('problems that are counted and not shown are counted in a report as well, once for each file', async () => {
  const folder = monthlyWith((config) => config);
  const file = join(folder, 'orders.csv');
  const rows = Array.from({ length: 13 }, (_, at) => `s${at},2024-13-01,1.00\n`);
  writeFileSync(file, `${readFileSync(file, 'utf8').trimEnd()}\n${rows.join('')}`);
  const { code, stdout, stderr } = await run(['report'], { cwd: folder });
  expect([code, stdout]).toEqual([3, '']);
  expect(stderr.match(/^error: orders\.csv/gm)).toHaveLength(10);
  expect(stderr).toMatch(/^… and 3 more {2}\[\w+\]$/m);
});

describe('what is not there', () => {
  const business = 'files: { costs: costs.csv, spend: spend.csv }\noptions: { currency: EUR }\n';

  test('is one line for each part, which says what file would fill it', async () => {
    const folder = monthlyWith(() => business);
    const text = await goldenRun('report/business-only.txt', ['report', '--section', 'missing'], {
      cwd: folder,
    });
    expect(text).toContain('  Members    not known: no file of outcomes is named.');
    const { missing } = await dataOf(['report'], folder);
    expect((missing as { part: string }[]).map(({ part }) => part)).toEqual(['outcomes', 'event', 'dose', 'incidents']);
  });

  test("the members' side alone makes a report as well", async () => {
    const folder = monthlyWith(
      () => 'files: { outcomes: outcomes.csv }\noutcomes: { higher: earnings, lower: scammed }\n',
    );
    const { code, stdout } = await run(['report', '--brief'], { cwd: folder });
    expect(code).toBe(0);
    expect(stdout).toContain('▲ Members do better than non-members on earnings.');
    expect(stdout.replace(/\s+/g, ' ')).toContain('Business not known: no costs and no spending are named.');
  });
});

describe('problems', () => {
  test('of all files are shown in one run', async () => {
    const folder = monthlyWith((config) => config);
    writeFileSync(join(folder, 'costs.csv'), 'period,category,amount\n2024-01,staff,abc\n');
    writeFileSync(join(folder, 'incidents.csv'), 'person_id,cohort,transactions,chargeback\na,member,1,0\n');
    const { code, stdout, stderr } = await run(['report', folder]);
    expect([code, stdout]).toEqual([3, '']);
    expect(stderr).toContain('costs.csv:2');
    expect(stderr).toContain('incidents.csv:2');
  });

  test('a figure below what the configuration demands is written all the same, and exits 1', async () => {
    const folder = monthlyWith((config) => config.replace('calc:\n', 'calc:\n  fail-under: { roi: 50% }\n'));
    const { code, stdout, stderr } = await run(['report', folder, '--brief']);
    expect(code).toBe(1);
    expect(stdout).toContain('ROI');
    expect(stderr).toMatch(/^failed: roi is .*, below \+50\.0% \(--fail-under roi=50%\)\n$/);
  });

  test('in the goals stop the report before it is written', async () => {
    const folder = monthlyWith((config) => config.replace('metric: latest12.roi', 'metric: latest12.rio'));
    const { code, stdout } = await run(['report', folder]);
    expect([code, stdout]).toEqual([2, '']);
  });
});
