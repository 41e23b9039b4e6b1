import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { SECTIONS } from '../../src/commands/completion/sections.ts';
import { SHELL_NAMES } from '../../src/commands/completion/shells.ts';
import { COMMANDS } from '../../src/commands/index.ts';
import { describeWith } from '../e2e/needs.ts';
import { expectGolden, goldenRun } from '../golden.ts';
import { PROJECT, run } from '../run.ts';

const folder = mkdtempSync(join(tmpdir(), 'community-roi-'));
for (const name of ['costs.csv', 'members.csv', 'old plan.csv']) writeFileSync(join(folder, name), '');
mkdirSync(join(folder, 'charts'));
const scripts = mkdtempSync(join(tmpdir(), 'community-roi-'));
for (const shell of SHELL_NAMES) {
  await run(['completion', shell, '-o', join(scripts, `community-roi.${shell}`)]);
}

/** What is offered for a command line whose last word is unfinished. */
type Ask = (words: readonly string[]) => string[];

function offered(program: string, args: readonly string[]): string[] {
  const { stdout, stderr } = spawnSync(program, args, { cwd: folder, encoding: 'utf8', timeout: 30_000 });
  expect(stderr).toBe('');
  const words = stdout.split('\n').map((line) => line.split('\t')[0]!.replace(/^--[a-z-]+=/, ''));
  return [...new Set(words.filter((word) => word !== ''))].sort();
}

const script = (shell: string) => join(scripts, `community-roi.${shell}`);
const driver = (name: string) => join(PROJECT, 'test/cli/completion', name);

const bash: Ask = (words) =>
  offered('bash', [
    '--norc',
    driver('drive.bash'),
    script('bash'),
    ...words.flatMap((word) => word.split(/(?<==)|(?==)/)),
  ]);
const zsh: Ask = (words) => offered('zsh', ['-f', driver('drive.zsh'), script('zsh'), words.join(' ')]);
const fish: Ask = (words) =>
  offered('fish', ['--no-config', '-c', `source ${script('fish')}; complete -C "${words.join(' ')}"`]);

const SHELLS: readonly (readonly [shell: string, ask: Ask, namesFiles: boolean])[] = [
  // The names of files bash leaves to readline.
  ['bash', bash, false],
  ['zsh', zsh, true],
  ['fish', fish, true],
];

function missing(shell: string): string | undefined {
  return spawnSync(shell, ['-c', 'true']).status === 0 ? undefined : `${shell} is not installed`;
}

describe.each(SHELLS)('%s', (shell, ask, namesFiles) => {
  describeWith(missing(shell), 'when Tab is pressed', () => {
    const offers = (...words: string[]) => ask(['community-roi', ...words]);
    const file = (...names: string[]) => (namesFiles ? names : ['<default>']);

    test('offers the commands', () => {
      expect(offers('co')).toEqual(
        COMMANDS.map(({ name }) => name)
          .filter((name) => name.startsWith('co'))
          .sort(),
      );
      expect(offers('help', 'di')).toEqual(['diff']);
    });

    test('offers the options of the command, with those that all commands take', () => {
      expect(offers('calc', '--disc')).toEqual(['--discount-rate']);
      expect(offers('calc', 'costs.csv', '--form')).toEqual(['--format']);
      expect(offers('diff', '--disc')).toEqual([]);
    });

    test.each(['calc', 'outcomes', 'validate'])('offers every option of %s', (name) => {
      const { options } = COMMANDS.find((command) => command.name === name)!;
      const long = options.map(({ flags }) => /--[a-z0-9-]+/.exec(flags)![0]);
      expect(offers(name, '--')).toEqual(expect.arrayContaining([...long, '--output', '--help']));
    });

    test('offers what an option may be', () => {
      expect(offers('calc', '--format', 'm')).toEqual(['markdown']);
      expect(offers('calc', '--format=m')).toEqual(['markdown']);
      expect(offers('calc', 'costs.csv', '--member-cost', '')).toEqual(['total', 'variable']);
    });

    test('offers metrics and sections', () => {
      expect(offers('explain', 'break')).toEqual(['break-even']);
      expect(offers('calc', '--explain', 'break')).toEqual(['break-even']);
      expect(offers('calc', '--section', 'y')).toEqual(['yardstick', 'years']);
      expect(offers('incidents', '--section', 'yard')).toEqual([]);
    });

    test('offers files where files belong, and nothing where only the user knows', () => {
      expect(offers('calc', 'me')).toEqual(file('members.csv'));
      expect(offers('calc', '--costs', 'co')).toEqual(file('costs.csv'));
      expect(offers('calc', '-o', 'co')).toEqual(file('costs.csv'));
      expect(offers('calc', '--width', '')).toEqual([]);
      expect(offers('completion', 'co')).toEqual([]);
    });

    test('offers what comes after an option and its value', () => {
      expect(offers('calc', 'costs.csv', '--no-chart', '--life', '3', '--by', 'q')).toEqual(['quarter']);
      expect(offers('calc', '--life', '3', 'me')).toEqual(file('members.csv'));
    });

    test('offers the names of schemas and shells', () => {
      expect(offers('schema', 'co')).toEqual(['cohorts', 'completion', 'config']);
      expect(offers('completion', 'p')).toEqual(['powershell']);
    });
  });
});

test('completion for PowerShell is written from the same commands', () => {
  return goldenRun('completion/powershell.ps1', ['completion', 'powershell']);
});

describe('completion', () => {
  test('with no shell says how each is told of it', async () => {
    await goldenRun('completion/list.txt', ['completion']);
    await goldenRun('completion/list.json', ['completion', '--json']);
  });

  test('for a shell that it does not know says which it knows, and exits 2', async () => {
    const { code, stdout, stderr } = await run(['completion', 'tcsh']);
    expect([code, stdout]).toEqual([2, '']);
    expectGolden('completion/unknown.txt', stderr);
  });

  test('is one text in the JSON, and the script itself in a file of any name', async () => {
    const { stdout } = await run(['completion', 'fish']);
    expect(JSON.parse((await run(['completion', 'fish', '--json'])).stdout).data).toEqual({
      shell: 'fish',
      script: stdout,
    });
    expect(stdout).toMatch(/^# fish completion/);
  });
});

describe('in a folder with a broken configuration', () => {
  const cwd = mkdtempSync(join(tmpdir(), 'community-roi-'));
  writeFileSync(join(cwd, 'community-roi.yaml'), 'filse: {}\n');
  test.each(['completion bash', 'schema calc', 'explain roi', 'init --from community-roi.yaml'])(
    '%s works as everywhere: a shell that starts must not fail for it',
    async (command) => {
      const { stderr } = await run(command.split(' '), { cwd });
      expect(stderr).not.toContain('filse');
    },
  );
});

describe('sections that completion offers', () => {
  const example = ['calc', '--example', '--by', 'month'];
  const raw = ['fixtures/raw/members.csv', 'fixtures/raw/transactions.csv'];
  const survey = ['outcomes', 'fixtures/outcomes/survey.csv', '--higher', 'earnings', '--winsorize', '0.99'];
  const saved = 'test/golden/calc/worked-example.json';
  const RUNS: readonly (readonly string[])[] = [
    [...example, '--sensitivity'],
    ['calc', 'fixtures/raw/costs.csv', '--members', raw[0]!, '--transactions', raw[1]!],
    ['cohorts', ...raw],
    [...survey, '--invited', '900'],
    ['outcomes', 'fixtures/outcomes/two-periods.csv', '--higher', 'skill'],
    ['outcomes', 'fixtures/outcomes/cohorts.csv', '--higher', 'earnings', '--count', 'publications'],
    ['dose', 'fixtures/outcomes/topics.csv', '--higher', 'revenue'],
    ['incidents', 'fixtures/outcomes/incidents.csv'],
    ['event', 'fixtures/monthly/events.csv', 'fixtures/monthly/orders.csv'],
    ['effect', ...raw],
    ['calc', 'fixtures/raw/costs.csv', '--members', raw[0]!, '--transactions', raw[1]!, '--method', 'joining'],
    ['check', 'fixtures/monthly'],
    ['report', 'fixtures/monthly'],
    ['report', 'fixtures/templates'],
    ['config', 'fixtures/monthly'],
    ['diff', saved, saved],
    ['explain', 'roi'],
  ];

  test.each(RUNS.map((args) => [args.join(' '), args] as const))('are those of %s', async (_, args) => {
    const { stderr } = await run([...args, '--section', 'none of them']);
    const found = /There are (.*)\.\n/.exec(stderr)![1]!.split(', ');
    const ofFile = /^(dose-|by-(?!joining|calendar|event|date)|worked|in )/;
    // A document has the sections of its parts below them.
    const ofPart = /^(since|outcomes|event|dose|incidents|effect)-/;
    const own = found.filter((name) => !ofFile.test(name) && !(args[0] === 'report' && ofPart.test(name)));
    expect(SECTIONS[args[0]!]).toEqual(expect.arrayContaining(own));
  });
});
