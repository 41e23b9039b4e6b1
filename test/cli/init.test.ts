import { mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { TEMPLATES } from '../../src/commands/templates.ts';
import { expectGolden, goldenRun } from '../golden.ts';
import { exportFiles } from '../input/exports.ts';
import { PROJECT, run } from '../run.ts';

const folder = () => mkdtempSync(join(tmpdir(), 'community-roi-'));
const NAMES = Object.keys(TEMPLATES);

describe('init', () => {
  test('writes every template as it stands, and says what each is', async () => {
    const cwd = folder();
    await goldenRun('init/new.txt', ['init'], { cwd });
    expect(readdirSync(cwd).sort()).toEqual([...NAMES].sort());
    for (const name of NAMES) {
      expect(readFileSync(join(cwd, name), 'utf8')).toBe(
        readFileSync(join(PROJECT, 'fixtures/templates', name), 'utf8'),
      );
    }
  });

  test('has a template for each file of its folder', () => {
    expect(readdirSync(join(PROJECT, 'fixtures/templates')).sort()).toEqual([...NAMES].sort());
  });

  test('makes the folder that it is told of', async () => {
    const cwd = folder();
    const { stdout } = await run(['init', 'reports/community/'], { cwd });
    expect(readdirSync(join(cwd, 'reports/community'))).toHaveLength(NAMES.length);
    expect(stdout).toContain('\nreports/community/costs.csv ');
  });

  test('leaves what is there as it is, and says so', async () => {
    const cwd = folder();
    writeFileSync(join(cwd, 'costs.csv'), 'mine\n');
    await goldenRun('init/left.txt', ['init'], { cwd });
    expect(readFileSync(join(cwd, 'costs.csv'), 'utf8')).toBe('mine\n');
  });

  test('a second time writes nothing', async () => {
    const cwd = folder();
    await run(['init'], { cwd });
    const { code, stdout } = await run(['init', '--json'], { cwd });
    const { files } = JSON.parse(stdout).data as { files: { written: boolean }[] };
    expect([code, files.some(({ written }) => written)]).toEqual([0, false]);
  });

  test('where a file stands in place of the folder fails without a stack', async () => {
    const cwd = folder();
    writeFileSync(join(cwd, 'taken'), '');
    const { code, stdout, stderr } = await run(['init', 'taken'], { cwd });
    expect([code, stdout]).toEqual([2, '']);
    expect(stderr).toMatch(/^error: cannot write "taken\/community-roi\.yaml": .*\[OUTPUT_FAILED\]\n {2}Check/);
  });
});

describe('a template is read by the command that it is for', () => {
  const cwd = join(PROJECT, 'fixtures/templates');
  test.each([
    ['calc', 'costs.csv', 'spend.csv', '--returns', 'returns.csv'],
    ['calc', 'costs.csv', 'spend.csv', '--member-ledger', 'member-ledger.csv', '--hour-value', '25'],
    ['calc', 'costs.csv', 'spend.csv', '--recognition', 'recognition.csv'],
    ['cohorts', 'members.csv', 'transactions.csv', '--activity', 'activity.csv', '--customers', 'customers.csv'],
    ['outcomes', 'outcomes.csv', '--higher', 'earnings,satisfied', '--lower', 'scammed'],
    ['outcomes', 'outcomes-by-cohort.csv', '--higher', 'earnings,satisfied'],
    ['dose', 'levels.csv', '--higher', 'earnings'],
    ['incidents', 'incidents.csv'],
    ['event', 'events.csv', 'transactions.csv'],
    ['effect', '--panel', 'panel.csv'],
    ['validate', 'spend-by-person.csv', '--as', 'spend'],
    ['validate', 'costs.csv', 'spend.csv', 'returns.csv'],
    ['check'],
    ['report'],
  ])('%s %s %s', async (...args) => {
    const { code, stderr } = await run([...args, '--json'], { cwd });
    // One person in each cohort of a file of persons is no yardstick: its rows are right, and calc says what is missing.
    expect(stderr).toBe('');
    expect(code).toBe(0);
  });

  test('with every line that is commented out in the configuration taken in', async () => {
    const all = folder();
    await run(['init'], { cwd: all });
    const config = readFileSync(join(all, 'community-roi.yaml'), 'utf8');
    const whole = config
      .replace('# $schema:', '$schema:')
      .replace(
        /^ {2}# ((?:returns|outcomes|incidents|levels|events|member-ledger|recognition|transactions): )/gm,
        '  $1',
      )
      .replace(/^ {2}# ((?:margin|life|locale): )/gm, '  $1')
      .replace(/^# (outcomes:|initiatives:| {2})/gm, '$1');
    expect(whole.match(/^ *# ?[a-z-]+: /gm)).toEqual(['  # members: ', '  # activity: ', '  # customers: ']);
    writeFileSync(join(all, 'community-roi.yaml'), whole);
    const { code, stderr } = await run(['report', '--json'], { cwd: all });
    expect(stderr).toBe('');
    expect(code).toBe(0);
  });
});

describe('init --from', () => {
  const propose = async (name: string, text: string, ...args: string[]) => {
    const cwd = folder();
    writeFileSync(join(cwd, name), text);
    return run(['init', '--from', name, ...args], { cwd });
  };

  test.each([
    ['costs', 'Buchungstag;Kostenstelle;Art;Betrag in EUR;Text\n02.01.2024;4711;Personal;4.500,00;Lohn\n'],
    ['members', 'UserID,Signup,Plan\n1,2024-01-03,free\n2,2024-01-05,pro\n'],
    ['transactions', 'Order,Customer No,When it was,Net,Gross\nA1,17,2024-01-03,12.50,14.99\n'],
    ['unread', 'period,category,amount\n2024-01,Luck,12\n2024-01,staff,lots\n2024-02,staff,7\n'],
    ['nothing', 'colour;shape\nred;round\nblue;square\n'],
  ])('says what an export of %s looks like', async (name, text) => {
    const { code, stdout, stderr } = await propose('my export.csv', text);
    expect([code, stderr]).toEqual([0, '']);
    expectGolden(`init/from-${name}.txt`, stdout);
  });

  test('names each kind that fits as well', async () => {
    const { stdout } = await propose('log.csv', 'person_id,date\nu1,2024-01-03\n', '--json');
    const { proposals } = JSON.parse(stdout).data as { proposals: { kind: string }[] };
    expect(proposals.map(({ kind }) => kind)).toEqual(['activity', 'events']);
  });

  test('knows every template for what it is', async () => {
    const kinds: Record<string, string> = {
      'spend-by-person.csv': 'spend',
      'outcomes-by-cohort.csv': 'outcomes',
      'member-ledger.csv': 'member_ledger',
    };
    for (const name of NAMES.filter((name) => name.endsWith('.csv'))) {
      const { stdout } = await run(['init', '--from', `fixtures/templates/${name}`, '--json']);
      const proposals = JSON.parse(stdout).data.proposals as { kind: string; missing: unknown[] }[];
      expect(proposals.map(({ kind }) => kind)).toContain(kinds[name] ?? name.replace('.csv', ''));
      expect(proposals.flatMap(({ missing }) => missing)).toEqual([]);
    }
  });

  test('knows the exports of other programs, or asks of what it cannot tell', async () => {
    // Each with what it is taken for: its columns leave it open.
    const wrong: Record<string, readonly string[]> = {
      'paypal/activity.csv': ['activity'],
      'slack/analytics.jsonl.gz': ['transactions'],
      'xero/bills.csv': ['transactions'],
    };
    for (const { path, readings } of exportFiles()) {
      const kinds = readings.filter(({ rows }) => rows !== undefined).map(({ as }) => as);
      const options = readings.map(({ options: own }) => own ?? {});
      if (kinds.length === 0 || options.some(({ sheet }) => sheet !== undefined)) continue;
      const { stdout } = await run(['init', '--from', `fixtures/exports/${path}`, '--json']);
      const proposals = JSON.parse(stdout).data.proposals as { kind: string }[];
      const found = proposals.map(({ kind }) => kind);
      const right = wrong[path] ?? kinds.filter((kind) => found.includes(kind));
      expect(right, path).not.toEqual([]);
      expect(found, path).toEqual(expect.arrayContaining([...right]));
    }
  });

  test('proposes a mapping with which the file can be read', async () => {
    const cwd = folder();
    const rows = ['2024-01;nonmember;40;120,50', '2024-01;newcomer;7;30,00', '2024-01;active;3;90,25'];
    writeFileSync(join(cwd, 'x.csv'), `Berichtsmonat;Gruppe;Köpfe;Umsatz\n${rows.join('\n')}\n`);
    const { proposals } = JSON.parse((await run(['init', '--from', 'x.csv', '--json'], { cwd })).stdout).data;
    expect(proposals[0].map).toEqual({ 'spend.period': 'Berichtsmonat', 'spend.people': 'Köpfe' });
    const maps = Object.entries(proposals[0].map).flatMap(([key, header]) => ['--map', `${key}=${header}`]);
    const { code, stderr } = await run(['validate', 'x.csv', '--as', 'spend', ...maps], { cwd });
    expect([code, stderr]).toEqual([0, '']);
  });

  test('takes the mapping of what it could not tell, of whichever kind', async () => {
    const cwd = folder();
    writeFileSync(join(cwd, 'x.csv'), 'Who,When,Net,Gross\n17,2024-01-03,12.50,14.99\n');
    const map = ['person_id=Who', 'date=When', 'amount=Net'].flatMap((pair) => ['--map', `transactions.${pair}`]);
    const { stdout } = await run(['init', '--from', 'x.csv', ...map, '--json'], { cwd });
    expect(JSON.parse(stdout).data.proposals).toMatchObject([{ kind: 'transactions', missing: [] }]);
    const member = await run(['init', '--from', 'x.csv', '--map', 'levels.person_id=Who', '--json'], { cwd });
    expect([member.code, member.stderr]).toEqual([0, '']);
  });

  test('reads no more than the beginning, writes nothing, and obeys the options of reading', async () => {
    const cwd = folder();
    const rows = Array.from({ length: 5000 }, (_, at) => `u${at}|2024-01-03`).join('\n');
    writeFileSync(join(cwd, 'x.csv'), `person_id|joined\n${rows}\n`);
    const { stdout } = await run(['init', '--from', 'x.csv', '--delimiter', '|', '--json'], { cwd });
    expect(JSON.parse(stdout).data).toMatchObject({ records: 200, proposals: [{ kind: 'members' }] });
    expect(readdirSync(cwd)).toEqual(['x.csv']);
  });

  test('of a file that is not there fails as every command does', async () => {
    const { code, stdout, stderr } = await run(['init', '--from', 'absent.csv']);
    expect([code, stdout]).toEqual([3, '']);
    expect(stderr).toMatch(/^error: absent\.csv: there is no such file {2}\[FILE_MISSING\]/);
  });
});
