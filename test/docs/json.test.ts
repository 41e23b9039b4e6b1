import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { COMMANDS } from '../../src/commands/index.ts';
import { PROJECT, type RunOptions, run } from '../run.ts';
import { documentedKeys, foundKeys, isOfType, sectionOf } from './keys.ts';

const page = readFileSync(join(PROJECT, 'docs/json.md'), 'utf8');
const scratch = mkdtempSync(join(tmpdir(), 'community-roi-'));

const files = (name: string) => [`fixtures/${name}/costs.csv`, `fixtures/${name}/spend.csv`];

async function result(args: readonly string[], options: RunOptions = {}): Promise<unknown> {
  const { stdout, stderr } = await run([...args, '--json'], options);
  expect(stderr).toBe('');
  return JSON.parse(stdout);
}

/** A spending file of a fixture with further columns. */
function withColumns(name: string, header: string, cells: string): string {
  const [first, ...rows] = readFileSync(join(PROJECT, `fixtures/${name}/spend.csv`), 'utf8')
    .trimEnd()
    .split('\n');
  return [`${first},${header}`, ...rows.map((row) => `${row},${cells}`)].join('\n');
}

function scratchFile(name: string, text: string): string {
  writeFileSync(join(scratch, name), text);
  return join(scratch, name);
}

const returns = ['--returns', 'fixtures/returns-and-rewards/returns.csv'];
const ofMembers = (name: string) => `fixtures/members-ledger/${name}.csv`;
const members = [
  ...['--outcomes', ofMembers('outcomes'), '--higher', 'earnings', '--count', 'contracts'],
  ...['--member-ledger', ofMembers('member-ledger'), '--recognition', ofMembers('recognition')],
];
const scenarios = scratchFile('scenarios.yaml', 'lean:\n  life: 5\n  costs: { staff: 80% }\n');
const whatIf = ['--sensitivity', '--scenario', scenarios];
const fixtures = ['worked-example', 'quarterly', 'yearly', 'negative-uplift', 'spending-challenge', 'per-member'];
const discount = ['--discount-rate', '8%'];
const withErrors = (name: string, cells: string) => ({ stdin: withColumns(name, 'spend_sd,shop_visits', cells) });

async function calcResults(): Promise<unknown[]> {
  const calc = (args: readonly string[], options?: RunOptions) => result(['calc', ...args], options);
  return [
    ...(await Promise.all(fixtures.map((name) => calc([...files(name), ...discount])))),
    await calc([
      ...files('returns-and-rewards'),
      ...returns,
      '--margin',
      '40%',
      '--from',
      '2023-02',
      '--to',
      '2024-10',
    ]),
    await calc(['fixtures/worked-example/costs.csv', '-', ...whatIf], withErrors('worked-example', '55,7')),
    await calc(['fixtures/yearly/costs.csv', '-', ...whatIf], withErrors('yearly', '80,7')),
    await calc([
      ...files('members-ledger'),
      ...members,
      '--currency',
      'EUR',
      '--money',
      'earnings',
      '--hour-value',
      '18',
    ]),
    await calc([
      ...files('members-ledger'),
      ...members,
      '--from',
      '2023-Q1',
      '--money',
      'earnings',
      '--hour-value',
      '18',
    ]),
    await calc([...files('members-ledger'), ...members.slice(0, 2), '--fees', '0']),
  ];
}

async function validateResults(): Promise<unknown[]> {
  const broken = ['AMOUNT_INVALID', 'FILE_EMPTY'].map((code) => join(PROJECT, 'fixtures/errors', code));
  return Promise.all(
    [join(PROJECT, 'fixtures/worked-example'), ...broken].map((cwd) =>
      result(['validate', 'costs.csv', 'spend.csv'], { cwd }),
    ),
  );
}

async function diffResults(): Promise<unknown[]> {
  const saved = async (name: string, stdin: string, more: readonly string[] = []) => {
    const text = await result(['calc', 'fixtures/worked-example/costs.csv', '-', ...more], { stdin });
    return scratchFile(name, JSON.stringify(text));
  };
  const sure = withColumns('worked-example', 'spend_sd', '55');
  const [old, now] = [await saved('old.json', sure), await saved('new.json', sure, ['--margin', '40%', '--life', '3'])];
  return [await result(['diff', old, now]), await result(['diff', old, old, '--horizon', '2022'])];
}

const kinds = [
  ['calc', await calcResults()],
  ['validate', await validateResults()],
  ['diff', await diffResults()],
] as const;

describe.each(kinds)('docs/json.md on %s', (kind, results) => {
  const keys = documentedKeys(sectionOf(page, 'The envelope') + sectionOf(page, `\`${kind}\``));
  const byPath = new Map(keys.map((key) => [key.path, key]));
  const found = foundKeys(results, new Set(byPath.keys()));

  test('names every key of a result', () => {
    // Why a figure is unknown stands beside each that may be.
    const isReason = (path: string) => Boolean(byPath.get(path.replace(/Reason$/, ''))?.nullWhen);
    expect(found.map(({ path }) => path).filter((path) => !byPath.has(path) && !isReason(path))).toEqual([]);
  });

  test('names no key that never occurs, unless it says so', () => {
    const occurs = new Set(found.map(({ path }) => path));
    expect(keys.filter(({ path, optional }) => !optional && !occurs.has(path)).map(({ path }) => path)).toEqual([]);
  });

  test('names each key once', () => {
    expect(keys.map(({ path }) => path).filter((path, at, all) => all.indexOf(path) !== at)).toEqual([]);
  });

  test('says what each key holds', () => {
    const wrong = found.flatMap(({ path, values }) => {
      const { type } = byPath.get(path) ?? { type: 'text' };
      const odd = values.filter((value) => !isOfType(value, type));
      return odd.map((value) => `${path} is no ${type}: ${JSON.stringify(value)}`);
    });
    expect(wrong).toEqual([]);
  });

  test('says when a key is null', () => {
    const silent = found.filter(({ path, values }) => values.includes(null) && byPath.get(path)?.nullWhen === '');
    expect(silent.map(({ path }) => path)).toEqual([]);
  });
});

describe('docs/json.md', () => {
  test('speaks of every command', () => {
    expect([...page.matchAll(/^## `(\w+)`$/gm)].map(([, name]) => name)).toEqual(COMMANDS.map(({ name }) => name));
  });

  test('shows the header of the table of periods', async () => {
    const { stdout } = await run(['calc', '--example', '--format', 'csv']);
    expect(page).toContain(`\n${stdout.split('\n')[0]}\n`);
  });

  test('names the keys of an explanation', async () => {
    const section = sectionOf(page, '`explain`');
    for (const args of [
      ['explain', 'npv'],
      ['calc', '--example', '--explain', 'npv'],
    ]) {
      const { data } = JSON.parse((await run([...args, '--json'])).stdout);
      expect(Object.keys(data).filter((key) => !section.includes(`\`${key}\``))).toEqual([]);
    }
  });
});
