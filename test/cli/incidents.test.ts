import { describe, expect, test } from 'vitest';
import { expectFits, goldenRun, WRITTEN } from '../golden.ts';
import { run } from '../run.ts';

const INCIDENTS = ['incidents', 'fixtures/outcomes/incidents.csv', '--currency', 'EUR'];

const golden = (name: string, args: readonly string[], stdin?: string) =>
  goldenRun(`incidents/${name}`, args, stdin === undefined ? {} : { stdin });

describe('incidents', () => {
  test.each([80, 60, 45])('fits %s columns', async (width) => {
    const text = await golden(`report.${width}.txt`, [...INCIDENTS, '--width', String(width)]);
    expectFits(text, width);
  });

  test.each(WRITTEN)('is written as %s', async (format, extension) => {
    await golden(`report.${extension}`, [...INCIDENTS, '--format', format]);
  });

  test('of active members alone', async () => {
    await golden('active.txt', [...INCIDENTS, '--cohort', 'active', '--section', 'in-words']);
  });

  test('without transactions says what is missing', async () => {
    const rows = Array.from(
      { length: 40 },
      (_, i) => `u${i},${i % 2 ? 'active' : 'non_member'},${i % 8 === 0 ? 'yes' : 'no'},${i % 8 === 0 ? 50 : 0}`,
    );
    await golden('no-transactions.txt', ['incidents', '-'], ['person_id,cohort,scam,amount', ...rows].join('\n'));
  });

  test('names no person', async () => {
    for (const format of ['table', 'json', 'csv', 'markdown']) {
      expect((await run([...INCIDENTS, '--format', format])).stdout).not.toMatch(/c0\d\d\d/);
    }
  });
});
