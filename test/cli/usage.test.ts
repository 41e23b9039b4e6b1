import { mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { COMMANDS } from '../../src/commands/index.ts';
import { expectGolden } from '../golden.ts';
import { run } from '../run.ts';

const EXAMPLE = ['calc', 'fixtures/worked-example/costs.csv', 'fixtures/worked-example/spend.csv'];

describe('help', () => {
  test('alone prints the short help and exits 2', async () => {
    const { code, stdout, stderr } = await run([]);
    expect([code, stdout]).toEqual([2, '']);
    expectGolden('help/short.txt', stderr);
  });

  test('--help lists the commands', async () => {
    const { code, stdout, stderr } = await run(['--help']);
    expect([code, stderr]).toEqual([0, '']);
    expectGolden('help/community-roi.txt', stdout);
  });

  test.each(COMMANDS.map(({ name }) => name))('%s --help shows arguments, options and examples', async (name) => {
    const { code, stdout, stderr } = await run([name, '--help']);
    expect([code, stderr]).toEqual([0, '']);
    expectGolden(`help/${name}.txt`, stdout);
    expect((await run(['help', name])).stdout).toBe(stdout);
  });
});

describe('a wrong command line exits 2, prints nothing, and says what would do', () => {
  test.each([
    ['unknown-option', [...EXAMPLE, '--margn', '0.4']],
    ['unknown-command', ['clac']],
    ['argument-missing', ['calc', 'fixtures/worked-example/costs.csv']],
    ['margin', [...EXAMPLE, '--margin', '40']],
    ['life', [...EXAMPLE, '--life', 'long']],
    ['baseline', [...EXAMPLE, '--baseline', 'spring']],
    ['from', [...EXAMPLE, '--from', '01/2021']],
    ['discount-rate', [...EXAMPLE, '--discount-rate', 'high']],
    ['member-cost', [...EXAMPLE, '--member-cost', 'some']],
    ['by', [...EXAMPLE, '--by', 'quarter']],
    ['currency', [...EXAMPLE, '--currency', 'XYZ']],
    ['fail-under', [...EXAMPLE, '--fail-under', 'roi']],
    ['metric', [...EXAMPLE, '--fail-under', 'rio=0']],
    ['explain', [...EXAMPLE, '--explain', 'luck']],
    ['format', [...EXAMPLE, '--format', 'pdf']],
    ['output-format', [...EXAMPLE, '-o', 'report.pdf']],
    ['section', [...EXAMPLE, '--section', 'costs']],
    ['width', [...EXAMPLE, '--width', '5']],
    ['color', [...EXAMPLE, '--color', 'perhaps']],
    ['map', [...EXAMPLE, '--map', 'Betrag']],
    ['map-unknown (MAP_UNKNOWN)', [...EXAMPLE, '--map', 'spend.amnt=Betrag']],
    ['stdin-twice (STDIN_TWICE)', ['calc', '-', '-']],
    ['too-many', [...EXAMPLE, 'third.csv']],
    ['option-alone (OPTION_ALONE)', [...EXAMPLE, '--newcomer-days', '30']],
    ['option-alone-outcomes', [...EXAMPLE, '--higher', 'earnings']],
  ])('%s', async (name, args) => {
    const { code, stdout, stderr } = await run(args);
    expectGolden(`usage/${name.replace(/ .*/, '')}.txt`, stderr);
    expect([code, stdout]).toEqual([2, '']);
  });
});

describe('-o', () => {
  test('writes each format, leaves standard output empty and no temporary file', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'community-roi-'));
    const names = ['r.json', 'r.csv', 'r.md', 'r.txt'];
    const { code, stdout, stderr } = await run([...EXAMPLE, ...names.flatMap((name) => ['-o', join(folder, name)])]);
    expect([code, stdout, stderr]).toEqual([0, '', '']);
    expect(readdirSync(folder).sort()).toEqual([...names].sort());
    expect(readFileSync(join(folder, 'r.json'), 'utf8')).toBe((await run([...EXAMPLE, '--json'])).stdout);
  });

  test('with a format as well, writes to both', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'community-roi-'));
    const { stdout } = await run([...EXAMPLE, '-o', join(folder, 'r.csv'), '--json']);
    expect(JSON.parse(stdout).kind).toBe('calc');
    expect(readdirSync(folder)).toEqual(['r.csv']);
  });

  test('refuses to overwrite an input', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'community-roi-'));
    writeFileSync(join(folder, 'costs.csv'), 'period,category,amount\n2024-01,staff,1\n');
    const { code, stderr } = await run(['calc', 'costs.csv', 'spend.csv', '-o', './costs.csv'], { cwd: folder });
    expect(code).toBe(2);
    expectGolden('usage/output-is-input.txt', stderr);
  });

  test('into a folder that is not there is an error without a stack', async () => {
    const { code, stdout, stderr } = await run([...EXAMPLE, '-o', 'no-such-folder/r.json']);
    expect([code, stdout]).toEqual([2, '']);
    expect(stderr).toMatch(
      /^error: cannot write ".*r\.json": ENOENT: no such file or directory {2}\[OUTPUT_FAILED\]\n/,
    );
  });
});

describe('standard input', () => {
  test('is read for "-"', async () => {
    const costs = readFileSync('fixtures/worked-example/costs.csv');
    const { stdout } = await run(['calc', '-', EXAMPLE[2]!, '--brief'], { stdin: costs });
    expect(stdout).toBe((await run([...EXAMPLE, '--brief'])).stdout);
  });
});

describe('colour', () => {
  const isColoured = async (env: Record<string, string>, args: string[] = [], terminal?: number) => {
    const ran = await run([...EXAMPLE, '--brief', ...args], { env, ...(terminal === undefined ? {} : { terminal }) });
    return ran.stdout.includes('\u001b[');
  };

  test('is off in a pipe and on in a terminal', async () => {
    expect(await isColoured({})).toBe(false);
    expect(await isColoured({ TERM: 'xterm-256color' }, [], 80)).toBe(true);
  });

  test('obeys NO_COLOR, TERM=dumb and FORCE_COLOR, and the flag beats them all', async () => {
    expect(await isColoured({ NO_COLOR: '1', TERM: 'xterm' }, [], 80)).toBe(false);
    expect(await isColoured({ TERM: 'dumb' }, [], 80)).toBe(false);
    expect(await isColoured({ FORCE_COLOR: '1' })).toBe(true);
    expect(await isColoured({ FORCE_COLOR: '' })).toBe(false);
    expect(await isColoured({ FORCE_COLOR: '0' }, [], 80)).toBe(false);
    expect(await isColoured({ NO_COLOR: '1' }, ['--color', 'always'])).toBe(true);
    expect(await isColoured({ FORCE_COLOR: '1' }, ['--color', 'never'], 80)).toBe(false);
  });
});
