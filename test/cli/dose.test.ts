import { describe, expect, test } from 'vitest';
import { expectFits, expectGolden, goldenRun, WRITTEN } from '../golden.ts';
import { run } from '../run.ts';

const GROUPS = [
  'dose',
  'fixtures/outcomes/groups.csv',
  '--map',
  'levels.level=groups',
  '--higher',
  'earnings',
  '--lower',
  'chargeback',
];
const TOPICS = ['dose', 'fixtures/outcomes/topics.csv', '--higher', 'revenue'];

const golden = (name: string, args: readonly string[]) => goldenRun(`dose/${name}`, args);

describe('dose', () => {
  test.each([80, 60, 45])('fits %s columns', async (width) => {
    const text = await golden(`groups.${width}.txt`, [...GROUPS, '--width', String(width)]);
    expectFits(text, width);
  });

  test.each(WRITTEN)('is written as %s', async (format, extension) => {
    await golden(`topics.${extension}`, [...TOPICS, '--format', format]);
  });

  test('with periods rests on the change of the same person', async () => {
    await golden('topics.txt', TOPICS);
  });

  test('with a lag takes the level of an earlier period', async () => {
    await golden('topics.lag.txt', [...TOPICS, '--lag', '1']);
  });

  test('across people is an association, and says nothing stronger', async () => {
    const { stdout } = await run(GROUPS);
    expect(stdout).toContain('an association');
    expect(stdout).not.toMatch(/\bcaus|leads to|effect of|helps|hurts/i);
  });

  test('takes no lag that the file has no periods for', async () => {
    const { code, stdout, stderr } = await run([...GROUPS, '--lag', '1']);
    expectGolden('usage/lag.txt', stderr);
    expect([code, stdout]).toEqual([2, '']);
  });
});
