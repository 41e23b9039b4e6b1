import { cpSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { expectGolden, goldenRun } from '../golden.ts';
import { PROJECT, type RunOptions, run } from '../run.ts';

const CONFIG = join(PROJECT, 'fixtures/config');
const EXAMPLE = ['calc', 'fixtures/worked-example/costs.csv', 'fixtures/worked-example/spend.csv'];

/** The options that a run was computed with, as its JSON says. */
async function method(args: readonly string[], options: RunOptions = {}): Promise<Record<string, unknown>> {
  const { code, stdout, stderr } = await run([...args, '--json'], { cwd: CONFIG, ...options });
  expect([code, stderr]).toEqual([0, '']);
  const { currency, options: own } = JSON.parse(stdout).data;
  return { ...own, currency };
}

/** A folder with a configuration of its own beside the worked example. */
function folderWith(config: string): string {
  const folder = mkdtempSync(join(tmpdir(), 'community-roi-'));
  cpSync(join(PROJECT, 'fixtures/worked-example'), folder, { recursive: true });
  writeFileSync(join(folder, 'community-roi.yaml'), config);
  return folder;
}

describe('a value comes from', () => {
  test('the file, where nothing else says anything', async () => {
    expect(await method(['calc'])).toMatchObject({ margin: 0.4, usefulLifeYears: 5, currency: 'EUR' });
  });

  test('the environment before the file, and the variable for the command before that for all', async () => {
    const env = { COMMUNITY_ROI_MARGIN: '50%', COMMUNITY_ROI_CALC_LIFE: '3' };
    expect(await method(['calc'], { env })).toMatchObject({ margin: 0.5, usefulLifeYears: 3 });
    const both = { ...env, COMMUNITY_ROI_CALC_MARGIN: '60%' };
    expect(await method(['calc'], { env: both })).toMatchObject({ margin: 0.6 });
  });

  test('the flag before both', async () => {
    const env = { COMMUNITY_ROI_MARGIN: '50%' };
    expect(await method(['calc', '--margin', '70%'], { env })).toMatchObject({ margin: 0.7, usefulLifeYears: 5 });
  });

  test("the command's own part before the part for all", async () => {
    const cwd = folderWith(
      'files: { costs: costs.csv, spend: spend.csv }\noptions: { margin: 40% }\ncalc: { margin: 30% }\n',
    );
    expect(await method(['calc'], { cwd })).toMatchObject({ margin: 0.3 });
  });

  test('nowhere with --no-config, nor with --example', async () => {
    expect((await run(['calc', '--no-config'], { cwd: CONFIG })).code).toBe(2);
    const { stdout } = await run(['calc', '--example', '--json'], { cwd: CONFIG });
    expect(stdout).toBe((await run(['calc', '--example', '--json'])).stdout);
  });
});

describe('the configuration', () => {
  test('is found in the folder, by --config, by the environment, and by its folder, with paths from where it lies', async () => {
    const named = (await run(['calc', '--config', 'fixtures/config/community-roi.yaml', '--json'])).stdout;
    expect(JSON.parse(named).data.inputs[0].name).toBe('fixtures/config/../worked-example/costs.csv');
    expect((await run(['calc', '--config', 'fixtures/config', '--json'])).stdout).toBe(named);
    const env = { COMMUNITY_ROI_CONFIG: 'fixtures/config/community-roi.yaml' };
    expect((await run(['calc', '--json'], { env })).stdout).toBe(named);
    expect(JSON.parse((await run(['calc', '--json'], { cwd: CONFIG })).stdout).data.totals).toEqual(
      JSON.parse(named).data.totals,
    );
  });

  test('gives no file to a command that names its own, but its options', async () => {
    const own = [...EXAMPLE.slice(0, 1), '../yearly/costs.csv', '../yearly/spend.csv'];
    const { stdout } = await run([...own, '--json'], { cwd: CONFIG });
    const { inputs, options } = JSON.parse(stdout).data;
    expect(inputs.map(({ name }: { name: string }) => name)).toEqual(own.slice(1));
    expect(options.margin).toBe(0.4);
  });

  test('replaces the file of an option that a flag names', async () => {
    const { stdout } = await run(['calc', '--costs', '../yearly/costs.csv', '--json'], { cwd: CONFIG });
    expect(JSON.parse(stdout).data.inputs.map(({ name }: { name: string }) => name)).toEqual([
      '../yearly/costs.csv',
      '../worked-example/spend.csv',
    ]);
  });

  test('gives the arguments that a command would miss without it', async () => {
    const cwd = folderWith('files: { outcomes: survey.csv }\noutcomes: { higher: [earnings], by: programme }\n');
    cpSync(join(PROJECT, 'fixtures/outcomes/survey.csv'), join(cwd, 'survey.csv'));
    const { code, stdout, stderr } = await run(['outcomes', '--brief'], { cwd });
    expect([code, stderr]).toEqual([0, '']);
    expect(stdout).toContain('earnings');
  });

  test('takes spending by cohort where it names raw exports as well, and a flag for either decides', async () => {
    const files = 'costs: costs.csv, spend: spend.csv, members: members.csv, transactions: transactions.csv';
    const cwd = folderWith(`files: { ${files} }\n`);
    expect(await method(['calc'], { cwd })).toBeDefined();
    const { code, stderr } = await run(['calc', '--members', 'm.csv', '--transactions', 't.csv'], { cwd });
    expect(code).toBe(3);
    expect(stderr).toContain('m.csv');
    expect(stderr).not.toContain('SPEND_TWICE');
  });

  test('is named on a terminal and with --verbose, and costs no word else', async () => {
    expect((await run(['calc', '--brief'], { cwd: CONFIG })).stderr).toBe('');
    expect((await run(['calc', '--brief', '--verbose'], { cwd: CONFIG })).stderr).toContain(
      'using community-roi.yaml (--no-config leaves it out)\n',
    );
  });

  test('keeps the files that it names from being written over', async () => {
    const cwd = folderWith('files: { costs: costs.csv, spend: spend.csv }\n');
    for (const command of ['calc', 'report']) {
      const { code, stderr } = await run([command, '-o', 'costs.csv'], { cwd });
      expect([code, stderr]).toEqual([2, expect.stringContaining('[OUTPUT_IS_INPUT]')]);
    }
  });
});

describe('what is wrong', () => {
  test('in a value of the file is said with line and character, all of it in one run', async () => {
    const cwd = folderWith('options:\n  margin: 40\ncalc:\n  life: long\n  fail-under: [roi=0, latest12]\n');
    const { code, stdout, stderr } = await run(['calc', 'costs.csv', 'spend.csv'], { cwd });
    expect([code, stdout]).toEqual([2, '']);
    expectGolden('config/values.txt', stderr);
  });

  test('in the environment is said with the name of the variable', async () => {
    const { code, stderr } = await run(EXAMPLE, { env: { COMMUNITY_ROI_MARGIN: '40' } });
    expect(code).toBe(2);
    expect(stderr).toMatch(/^error: COMMUNITY_ROI_MARGIN cannot be "40" {2}\[OPTION_INVALID\]\n/);
    const { stderr: other } = await run(EXAMPLE, { env: { COMMUNITY_ROI_MEMBER_COST: 'some' } });
    expect(other).toMatch(/^error: COMMUNITY_ROI_MEMBER_COST cannot be "some" {2}\[OPTION_INVALID\]\n/);
  });

  test('is a configuration that is not there, where a command is all about it', async () => {
    for (const command of ['report', 'check']) {
      const { code, stdout, stderr } = await run([command]);
      expect([code, stdout]).toEqual([2, '']);
      expect(stderr).toContain(`error: ${command} needs a configuration`);
      expect(stderr).toContain('[CONFIG_MISSING]');
    }
    const { code, stderr } = await run(['calc', '--config', 'none.yaml']);
    expect([code, stderr]).toEqual([2, expect.stringContaining('error: none.yaml: there is no such file')]);
  });

  test('as only the run can tell is said with where the option was set', async () => {
    const cwd = folderWith('files: { costs: costs.csv, spend: spend.csv }\ncalc:\n  by: quarter\n');
    const { code, stderr } = await run(['calc'], { cwd });
    expect(code).toBe(2);
    expect(stderr).toContain('(--by comes from community-roi.yaml:3)');
  });

  test('is a file that is not there, with where it is named', async () => {
    const cwd = folderWith('files:\n  costs: kosten.csv\n  spend: spend.csv\n');
    for (const command of ['calc', 'report', 'check']) {
      const { code, stderr } = await run([command], { cwd });
      expect([code, stderr]).toEqual([
        3,
        expect.stringContaining('Check the name, which comes from community-roi.yaml:2.'),
      ]);
    }
    const { stderr } = await run(['calc'], { cwd, env: { COMMUNITY_ROI_COSTS: 'none.csv' } });
    expect(stderr).toContain('none.csv: there is no such file');
    expect(stderr).toContain('comes from the environment: COMMUNITY_ROI_COSTS.');
  });

  test('is a name that stands twice, at the second', async () => {
    const cwd = folderWith('files:\n  costs: costs.csv\n  spend: spend.csv\n  costs: other.csv\n');
    const { code, stderr } = await run(['calc'], { cwd });
    expect(code).toBe(2);
    expect(stderr).toContain('community-roi.yaml:4: this is not YAML: the name on this line stands above already');
  });

  test('in the names of variables is remarked: nobody listens to them', async () => {
    const { stderr } = await run([...EXAMPLE, '--brief', '--verbose'], { env: { COMMUNITY_ROI_MARGN: '1' } });
    expect(stderr).toContain('COMMUNITY_ROI_MARGN sets no option of this program: ignored\n');
  });
});

describe('config', () => {
  const env = { COMMUNITY_ROI_LIFE: '3', COMMUNITY_ROI_OTHER: 'x' };

  test('--print shows each value and where it came from', async () => {
    const out = await goldenRun('config/print.txt', ['config', '--print', '--locale', 'de-DE'], { cwd: CONFIG, env });
    expect(out).toContain('COMMUNITY_ROI_LIFE');
    expect((await run(['config', '--locale', 'de-DE'], { cwd: CONFIG, env })).stdout).toBe(out);
  });

  test('says the same in JSON', async () => {
    const { data } = JSON.parse((await run(['config', '--json'], { cwd: CONFIG, env })).stdout);
    const sourceOf = (name: string) => data.settings.find((own: { name: string }) => own.name === name);
    expect(sourceOf('margin')).toMatchObject({ value: ['40%'], source: 'file', where: 'community-roi.yaml:5' });
    expect(sourceOf('life')).toMatchObject({ value: ['3'], source: 'environment', where: 'COMMUNITY_ROI_LIFE' });
    expect(sourceOf('newcomer-days')).toMatchObject({ value: ['90'], source: 'default', where: null });
    expect(data.ignored).toEqual(['COMMUNITY_ROI_OTHER']);
  });

  test('works without a configuration', async () => {
    const { code, stdout } = await run(['config']);
    expect(code).toBe(0);
    expect(stdout).toContain('Settings · no configuration');
  });
});
