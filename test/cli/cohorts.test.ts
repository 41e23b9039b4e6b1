import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, describe, expect, test } from 'vitest';
import { expectGolden } from '../golden.ts';
import { PROJECT, run } from '../run.ts';

const RAW = join(PROJECT, 'fixtures/raw');
const FILES = ['members.csv', 'transactions.csv'];
const FURTHER = ['--activity', 'activity.csv', '--customers', 'customers.csv'];
const raw = (...args: string[]) => run(['cohorts', ...FILES, ...FURTHER, ...args], { cwd: RAW });
const calc = (...args: string[]) => run(['calc', 'costs.csv', ...args], { cwd: RAW });
const EXPORTS = ['--members', 'members.csv', '--transactions', 'transactions.csv', ...FURTHER];
/** A baseline without the months that hardly anybody joined in. */
const BASELINE = ['--baseline', '2023-01..2023-12'];

const folder = mkdtempSync(join(tmpdir(), 'community-roi-cohorts-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const file = (name: string, text: string | Buffer) => {
  writeFileSync(join(folder, name), text);
  return name;
};
const scratches = () =>
  readdirSync(tmpdir()).filter((name) => new RegExp(`^community-roi-.*-${process.pid}-`).test(name));

describe('cohorts', () => {
  test.each([
    ['80.txt', []],
    ['json', ['--json']],
    ['csv', ['--format', 'csv']],
    ['groups.csv', ['--groups', '--format', 'csv']],
    ['quarter.csv', ['--unit', 'quarter', '--newcomer-days', '60', '--active-days', '45', '--format', 'csv']],
    ['normalized.txt', ['--normalize-ids', '--section', 'match']],
    ['caveats.txt', ['--section', 'caveats']],
  ])('of a small community: %s', async (name, args) => {
    const ran = await raw(...args);
    expect(ran.stderr).toBe('');
    expectGolden(`cohorts/${name}`, ran.stdout);
    expect(ran.code).toBe(0);
    expect(scratches()).toEqual([]);
  });

  test('name nobody: no id of a file is in any output', async () => {
    const ids = readFileSync(join(RAW, 'members.csv'), 'utf8').match(/^c\d{4}/gim) ?? [];
    expect(ids.length).toBeGreaterThan(100);
    const said = (await Promise.all([raw('--json'), raw('--groups', '--format', 'csv'), raw('--verbose')]))
      .map(({ stdout, stderr }) => stdout + stderr)
      .join();
    expect(ids.filter((id) => said.includes(id))).toEqual([]);
  });

  test('are the same from gzip, from several files, and from a dialect that only our own reader knows', async () => {
    const [header = '', ...rows] = readFileSync(join(RAW, 'transactions.csv'), 'utf8').trim().split('\n');
    const german = rows.map((row) => {
      const [id = '', date = '', amount = ''] = row.split(',');
      return `${id};${date.split('-').reverse().join('.')};${amount.replace('.', ',')}`;
    });
    const half = Math.floor(rows.length / 2);
    const variants = [
      [file('all.csv.gz', gzipSync([header, ...rows].join('\n')))],
      [
        file('a.csv', `${header}\n${rows.slice(0, half).join('\n')}\n`),
        file('b.csv', `${header}\r\n${rows.slice(half).join('\r\n')}`),
      ],
      [file('german.csv', Buffer.from(`Kundennummer;Datum;Betrag\n${german.join('\n')}\n`, 'utf16le'))],
    ];
    const args = [...FURTHER.map((arg) => (arg.startsWith('--') ? arg : join(RAW, arg))), '--format', 'csv'];
    const expected = (await raw('--format', 'csv')).stdout;
    for (const [first = '', ...more] of variants) {
      const further = more.flatMap((name) => ['--transactions', name]);
      const ran = await run(['cohorts', join(RAW, 'members.csv'), first, ...further, ...args], { cwd: folder });
      expect(ran.stderr).toBe('');
      expect(ran.stdout).toBe(expected);
    }
  });

  test('come from standard input as well', async () => {
    const stdin = readFileSync(join(RAW, 'transactions.csv'));
    const ran = await run(['cohorts', 'members.csv', '-', ...FURTHER, '--format', 'csv'], { cwd: RAW, stdin });
    expect(ran.stdout).toBe((await raw('--format', 'csv')).stdout);
  });

  test('count the day of a time zone where a date names time and zone', async () => {
    const members = file('m.csv', 'person_id,joined\na,2024-01-10\n');
    const transactions = file('t.csv', 'person_id,date,amount\na,2024-01-31T23:30:00Z,5\nb,2024-01-02,7\n');
    const at = async (...zone: string[]) => {
      const { stdout } = await run(['cohorts', members, transactions, ...zone, '--json'], { cwd: folder });
      return JSON.parse(stdout).data.match.lastTransaction;
    };
    expect(await at()).toBe('2024-01-31');
    expect(await at('--timezone', 'Europe/Berlin')).toBe('2024-02-01');
    expect(await at('--timezone', 'America/New_York')).toBe('2024-01-31');
  });

  test('take SQL in a cell or in a file name for what it is', async () => {
    const evil = `"'); DROP TABLE spent; --"`;
    const members = file('m.csv', `person_id,joined\n${evil},2024-01-10\nb,2024-01-02\n`);
    const name = file("x'; ATTACH 'y.csv", `person_id,date,amount\n${evil},2024-01-11,5\nc,2024-01-12,7\n`);
    const ran = await run(['cohorts', members, name, '--format', 'csv'], { cwd: folder });
    expect(ran.stdout).toBe(
      'period,cohort,people,spend,spend_sd\n2024-01,non_member,1,7,\n2024-01,newcomer,2,5,3.53553390593274\n',
    );
  });
});

describe('calc on raw exports', () => {
  test('shows error bars and how the exports fit together', async () => {
    const ran = await calc(...EXPORTS, ...BASELINE);
    expect(ran.stderr).toBe('');
    expectGolden('cohorts/calc.80.txt', ran.stdout);
    expect(scratches()).toEqual([]);
  });

  test('gives the figures that it gives on the spending files which cohorts writes', async () => {
    const direct = JSON.parse((await calc(...EXPORTS, ...BASELINE, '--json')).stdout).data;
    for (const groups of [[], ['--groups']]) {
      const spend = join(folder, `spend${groups.length}.csv`);
      expect((await raw(...groups, '-o', spend)).code).toBe(0);
      const { data } = JSON.parse((await calc(spend, ...BASELINE, '--json')).stdout);
      const returns = ({ periods }: { periods: { return: number }[] }) => periods.map((row) => row.return);
      expect(returns(data)).toEqual(returns(direct));
      expect(data.totals.return).toBe(direct.totals.return);
      if (groups.length > 0) expect(data.totals.interval).toEqual(direct.totals.interval);
      else expect(data.totals.interval.method).toBe('closed form');
    }
  });

  test('explains a figure by the export that it comes from', async () => {
    const { stdout } = await calc(...EXPORTS, ...BASELINE, '--explain', 'uplift');
    expectGolden('cohorts/calc.explain-uplift.txt', stdout);
  });
});

describe('--min-match', () => {
  test('fails the run where too few members have transactions', async () => {
    const ran = await raw('--min-match', '99%', '--section', 'match');
    expect(ran.code).toBe(1);
    expect(ran.stderr).toBe('failed: transactions match 97.5% of members, below 99.0% (--min-match 99%)\n');
    expect((await calc(...EXPORTS, '--min-match', '0.99', '--brief')).code).toBe(1);
  });

  test('passes in silence', async () => {
    const ran = await raw('--min-match', '0.6', '--section', 'match');
    expect([ran.code, ran.stderr]).toEqual([0, '']);
  });
});

describe('cohorts of a few people', () => {
  const few = 'fewer than 5 people are not shown';
  const people = (n: number, cohort: string, spend: number) => `2024-01,${cohort},${n},${spend}\n`;

  test('are not shown to people, and counted; the tables that calc reads have them', async () => {
    const members = file('members.csv', 'person_id,joined\na,2024-01-01\n');
    const transactions = file('transactions.csv', 'person_id,date,amount\na,2024-01-05,41.50\nb,2024-01-06,2\n');
    for (const format of ['table', 'markdown']) {
      const { stdout } = await run(['cohorts', members, transactions, '--format', format], { cwd: folder });
      expect(stdout).toContain('FEW_PEOPLE');
      expect(stdout).not.toContain('41.50');
      const all = await run(['cohorts', members, transactions, '--format', format, '--min-people', '1'], {
        cwd: folder,
      });
      expect(all.stdout).toContain('41.50');
      expect(all.stdout).not.toContain('FEW_PEOPLE');
    }
    const csv = await run(['cohorts', members, transactions, '--format', 'csv'], { cwd: folder });
    expect(csv.stdout).toContain('2024-01,newcomer,1,41.5');
  });

  test('have no figures of their own in the report of calc, unless the user wants them', async () => {
    const costs = file('costs.csv', 'period,category,amount\n2024-01,ongoing,10\n');
    const spend = `period,cohort,people,spend\n${people(90, 'non_member', 900)}${people(10, 'newcomer', 100)}${people(4, 'active', 77)}`;
    const args = ['calc', costs, file('spend.csv', spend), '--section', 'return'];
    const hidden = (await run(args, { cwd: folder })).stdout;
    expect(hidden).toContain(few);
    expect(hidden).not.toMatch(/19\.25|4 active members/);
    const shown = (await run([...args, '--min-people', '4'], { cwd: folder })).stdout;
    expect(shown).toMatch(/19\.25/);
    expect(shown).toContain('4 active members');
  });
});

describe('what is wrong with raw exports', () => {
  test.each([
    ['raw-incomplete', ['calc', 'costs.csv', '--members', 'members.csv']],
    ['spend-twice', ['calc', 'costs.csv', 'members.csv', ...EXPORTS]],
    ['memory', ['cohorts', ...FILES, '--memory', 'much']],
    ['days', ['cohorts', ...FILES, '--newcomer-days', '0']],
    ['transactions-missing', ['cohorts', 'members.csv']],
  ])('on the command line exits 2: %s', async (name, args) => {
    const { code, stdout, stderr } = await run(args, { cwd: RAW });
    expectGolden(`usage/cohorts-${name}.txt`, stderr);
    expect([code, stdout]).toEqual([2, '']);
  });

  test('is named with file, line and column in all files at once, as for small files', async () => {
    const members = file('members.csv', 'person_id,joined\na,2024-01-01\nb,soon\n');
    const rows = [
      'a,2024-01-05,1.50',
      'b,2024-01-06,1e3',
      ',2024-01-06,2',
      'c,2024-01-07,1_000',
      'd,2024-02-30,5',
      'e,2024-01-08',
    ];
    const transactions = file('transactions.csv', `person_id,date,amount\n${rows.join('\n')}\n`);
    const { code, stdout, stderr } = await run(['cohorts', members, transactions], { cwd: folder });
    expectGolden('cohorts/problems.txt', stderr);
    expect([code, stdout]).toEqual([3, '']);
    expect(scratches()).toEqual([]);
  });

  test('is left out and counted with --skip-bad-rows', async () => {
    const members = file('members.csv', 'person_id,joined\na,2024-01-01\n');
    const transactions = file(
      'transactions.csv',
      'person_id,date,amount\na,2024-01-05,1.50\nb,2024-01-06,x\nc,2024-01-06,4\n',
    );
    const ran = await run(['cohorts', members, transactions, '--skip-bad-rows', '--json'], { cwd: folder });
    const { data } = JSON.parse(ran.stdout);
    expect(data.caveats.map(({ code }: { code: string }) => code)).toContain('ROWS_SKIPPED');
    expect(data.periods[0].cohorts.non_member).toMatchObject({ people: 1, spend: 4 });
  });

  test('a NUL in the middle of a file is no text', async () => {
    const members = file('members.csv', 'person_id,joined\na,2024-01-01\n');
    for (const row of ['a\0,2024-01-05,1', 'a,2024-01-05,1\0']) {
      const transactions = file('transactions.csv', `person_id,date,amount\nb,2024-01-01,2\n${row}\n`);
      const { code, stderr } = await run(['cohorts', members, transactions], { cwd: folder });
      expect(stderr).toContain('[FILE_BINARY]');
      expect(code).toBe(3);
    }
  });

  test.each([
    ['a missing file', 'nowhere.csv', 'FILE_MISSING'],
    ['a folder', '.', 'FILE_IS_DIRECTORY'],
    ['an empty file', 'empty.csv', 'FILE_EMPTY'],
    ['a file without rows', 'header.csv', 'FILE_EMPTY'],
    ['a file of something else', 'other.csv', 'COLUMN_MISSING'],
  ])('%s', async (_, name, code) => {
    file('members.csv', 'person_id,joined\na,2024-01-01\n');
    file('empty.csv', '');
    file('header.csv', 'person_id,date,amount\n');
    file('other.csv', 'colour,size\nred,4\n');
    const ran = await run(['cohorts', 'members.csv', name], { cwd: folder });
    expect(ran.stderr).toContain(`[${code}]`);
    expect([ran.code, ran.stdout]).toEqual([3, '']);
  });

  test('one file with lines and one without, or a line that is none', async () => {
    const members = file('members.csv', 'person_id,joined\na,2024-01-01\n');
    const split = file('split.csv', 'person_id,date,amount,line\na,2024-01-05,1.50,Existing\na,2024-01-06,4,new\n');
    const whole = file('whole.csv', 'person_id,date,amount\na,2024-01-05,1.50\n');
    const both = await run(['cohorts', members, split, '--transactions', whole], { cwd: folder });
    expect(both.stderr).toContain('whole.csv: the line is blank, but filled in elsewhere (split.csv)  [LINE_PARTIAL]');
    const ran = await run(['cohorts', members, split, '--format', 'csv'], { cwd: folder });
    expect(ran.stdout).toBe(
      'period,cohort,line,people,spend,spend_sd\n2024-01,newcomer,existing,1,1.5,\n2024-01,newcomer,new,1,4,\n',
    );
    const wrong = file('wrong.csv', 'person_id,date,amount,line\na,2024-01-05,1.50,old\na,2024-01-06,4,fresh\n');
    const unknown = await run(['cohorts', members, wrong], { cwd: folder });
    expect(unknown.stderr).toContain('wrong.csv:3: "fresh" is not a line  [LINE_UNKNOWN]');
  });

  test('one line in two currencies', async () => {
    const members = file('members.csv', 'person_id,joined\na,2024-01-01\n');
    const transactions = file(
      'transactions.csv',
      'person_id,date,amount,currency\na,2024-01-05,1.50,EUR\nb,2024-01-06,2,EUR\nc,2024-01-06,4,USD\n',
    );
    const { code, stderr } = await run(['cohorts', members, transactions], { cwd: folder });
    expect(stderr).toContain('transactions.csv:4: the amount is in USD, but others are in EUR (transactions.csv:2)');
    expect(code).toBe(3);
  });
});
