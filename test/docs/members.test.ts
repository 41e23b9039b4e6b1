import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { PROJECT, type RunOptions, run } from '../run.ts';
import { documentedKeys, foundKeys, isOfType, sectionOf } from './keys.ts';

const page = readFileSync(join(PROJECT, 'docs/members.md'), 'utf8');
const fixture = (name: string) => `fixtures/outcomes/${name}.csv`;

/** The data of a result, without what was read: that is documented with `calc`. */
async function result(args: readonly string[], options: RunOptions = {}): Promise<unknown> {
  const { stdout, stderr } = await run([...args, '--json'], options);
  expect(stderr).toBe('');
  const { data } = JSON.parse(stdout) as { data: Record<string, unknown> };
  // Nor how raw exports fit together, which is documented with `cohorts`.
  return { data: { ...data, inputs: [], ...(data['match'] === undefined ? {} : { match: {} }) } };
}

const survey = ['outcomes', fixture('survey'), '--lower', 'chargeback', '--by', 'programme'];
const small = 'person_id,cohort,pay,won\na,active,3,yes\nb,active,4,no\nc,non_member,3,no\nd,non_member,5,no\n';
const noScam = 'person_id,cohort,scam,transactions\na,active,0,2\nb,active,0,3\nc,non_member,0,1\nd,non_member,1,2\n';

/** The incidents of the fixture, with one amount for all of a person's. */
const withOneAmount = readFileSync(join(PROJECT, fixture('incidents')), 'utf8').replace('scam_amount', 'amount');

/** Members who grow by more than the others from the first year on, and joined in the last of four. */
const drifting = [
  'person_id,period,joined,outcome',
  ...Array.from({ length: 16 }, (_, i) => {
    const [joined, growth] = i < 8 ? ['2024', 10] : ['', 1];
    return [2021, 2022, 2023, 2024].map((year, t) => `p${i},${year},${joined},${growth * t + ((i * 7 + t * i) % 3)}`);
  }).flat(),
].join('\n');

/** Two members who joined in the second of two years, one of whom has this outcome then, and two who did not. */
const twoYears = (last: number) =>
  `person_id,period,joined,outcome\na,2023,2024,1\na,2024,2024,2\nb,2023,2024,1\nb,2024,2024,${last}\nc,2023,,1\nc,2024,,1\nd,2023,,2\nd,2024,,2\n`;

const EVENT = [
  'event',
  'fixtures/events/events.csv',
  'fixtures/events/transactions.csv',
  '--customers',
  'fixtures/events/customers.csv',
];

const kinds = [
  [
    'outcomes',
    await Promise.all([
      result([...survey, '--compare-within', 'country', '--winsorize', '0.99', '--invited', '900']),
      result(['outcomes', fixture('survey'), '--higher', 'satisfied', '--lower', 'chargeback,earnings']),
      result(['outcomes', fixture('two-periods'), '--higher', 'skill', '--compare-within', 'skill']),
      result(['outcomes', fixture('cohorts'), '--higher', 'earnings', '--lower', 'scam', '--count', 'publications']),
      result(['outcomes', fixture('publications'), '--count', 'publications']),
      result(['outcomes', '-', '--min-people', '1'], { stdin: small }),
      result(['outcomes', '-'], { stdin: small }),
    ]),
  ],
  [
    'event',
    await Promise.all([
      result(EVENT),
      result([...EVENT, '--days', '130', '--min-people', '20']),
      result([...EVENT, '--unit-outcome', 'count', '--days', '10', '--min-people', '60']),
      result(['event', '-', EVENT[2]!], { stdin: 'person_id,date\nk1000,2023-06-01\n' }),
      result(['event', '-', EVENT[2]!, '--min-people', '1'], { stdin: 'person_id,date\nk1000,2023-06-01\n' }),
    ]),
  ],
  [
    'dose',
    await Promise.all([
      result(['dose', fixture('groups'), '--map', 'levels.level=groups', '--higher', 'earnings']),
      result(['dose', fixture('topics'), '--higher', 'revenue', '--lag', '1']),
      result(['dose', '-'], { stdin: 'person_id,level,pay\na,1,2\nb,2,4\nc,3,6\n' }),
    ]),
  ],
  [
    'incidents',
    await Promise.all([
      result(['incidents', fixture('incidents'), '--currency', 'EUR']),
      result(['incidents', '-'], { stdin: withOneAmount }),
      result(['incidents', '-', '--min-people', '1'], { stdin: noScam }),
      result(['incidents', '-'], { stdin: 'person_id,cohort,scam,amount\na,active,1,20\nb,non_member,0,0\n' }),
    ]),
  ],
  [
    'effect',
    await Promise.all([
      result(['effect', 'fixtures/effect/members.csv', 'fixtures/effect/transactions.csv', '--min-people', '13']),
      result(['effect', '--panel', 'fixtures/effect/earnings.csv', '--comparison', 'not-yet', '--currency', 'EUR']),
      // A drift before joining; everybody alike; a single period before joining.
      result(['effect', '--panel', '-', '--better', 'higher', '--min-people', '1'], { stdin: drifting }),
      result(['effect', '--panel', '-', '--min-people', '1'], { stdin: twoYears(3) }),
      result(['effect', '--panel', '-', '--min-people', '1'], { stdin: twoYears(2) }),
      result(['effect', '--panel', '-'], { stdin: twoYears(3) }),
    ]),
  ],
] as const;

describe.each(kinds)('docs/members.md on %s', (kind, results) => {
  const keys = documentedKeys(sectionOf(page, `\`${kind}\``));
  const byPath = new Map(keys.map((key) => [key.path, key]));
  const found = foundKeys(results, new Set(byPath.keys())).filter(({ path }) => path !== 'data');

  test('names every key of a result', () => {
    const isReason = (path: string) => Boolean(byPath.get(path.replace(/Reason$/, ''))?.nullWhen);
    const unnamed = found.filter(({ path }) => !byPath.has(path) && !path.endsWith('[]') && !isReason(path));
    expect(unnamed.map(({ path }) => path)).toEqual([]);
  });

  test('names no key that never occurs, unless it says so', () => {
    const occurs = new Set(found.map(({ path }) => path));
    expect(keys.filter(({ path, optional }) => !optional && !occurs.has(path)).map(({ path }) => path)).toEqual([]);
  });

  test('says what each key holds', () => {
    const wrong = found.flatMap(({ path, values }) => {
      const type = byPath.get(path)?.type;
      if (type === undefined) return [];
      return values
        .filter((value) => !isOfType(value, type))
        .map((value) => `${path} is no ${type}: ${JSON.stringify(value)}`);
    });
    expect(wrong).toEqual([]);
  });

  test('says when a key is null', () => {
    const silent = found.filter(({ path, values }) => values.includes(null) && byPath.get(path)?.nullWhen === '');
    expect(silent.map(({ path }) => path)).toEqual([]);
  });
});

test('docs/members.md shows what the program prints', async () => {
  const blocks = [...page.matchAll(/```console\n\$ npx community-roi (.*)\n([\s\S]*?)```/g)];
  expect(blocks.length).toBeGreaterThan(0);
  for (const [, command = '', shown] of blocks) {
    const { stdout } = await run(command.split(' '));
    expect(stdout).toBe(shown);
  }
});
