import { describe, expect, test } from 'vitest';
import { expectFits, expectGolden, goldenRun, WRITTEN } from '../golden.ts';
import { run } from '../run.ts';

const SURVEY = ['outcomes', 'fixtures/outcomes/survey.csv', '--higher', 'earnings,satisfied', '--lower', 'chargeback'];
const FULL = [...SURVEY, '--by', 'programme', '--compare-within', 'country', '--winsorize', '0.99', '--invited', '900'];
const TWO = ['outcomes', 'fixtures/outcomes/two-periods.csv', '--higher', 'skill', '--lower', 'dispute'];

const golden = (name: string, args: readonly string[]) => goldenRun(`outcomes/${name}`, args);

describe('outcomes', () => {
  test.each([80, 60, 45])('fits %s columns', async (width) => {
    const text = await golden(`survey.${width}.txt`, [...FULL, '--width', String(width)]);
    expectFits(text, width);
  });

  test.each(WRITTEN)('is written as %s', async (format, extension) => {
    await golden(`survey.${extension}`, [...FULL, '--format', format]);
  });

  test('of two periods compares change with change, and refuses to compare within what it starts from', async () => {
    await golden('two-periods.txt', [...TWO, '--compare-within', 'skill']);
    await golden('two-periods.json', [...TWO, '--json']);
  });

  test('of cohorts reads means, shares and counts', async () => {
    const args = ['outcomes', 'fixtures/outcomes/cohorts.csv', '--higher', 'earnings', '--lower', 'scam'];
    await golden('cohorts.txt', [...args, '--count', 'publications']);
    await golden('nsw.txt', ['outcomes', 'fixtures/outcomes/nsw.csv', '--higher', 'earnings']);
  });

  test('of counts alone is a trend with a chart, and compares nobody', async () => {
    await golden('publications.txt', [
      'outcomes',
      'fixtures/outcomes/publications.csv',
      '--count',
      'publications,grants',
    ]);
  });

  test('is the verdict alone with --brief, and one section with --section', async () => {
    await golden('survey.brief.txt', [...SURVEY, '--brief']);
    await golden('survey.rates.txt', [...SURVEY, '--section', 'rates', '--ascii']);
  });

  test('says of one cohort what it says of all', async () => {
    await golden('survey.active.txt', [
      ...SURVEY,
      '--cohort',
      'active',
      '--section',
      'outcomes',
      '--section',
      'in-words',
    ]);
  });
});

describe('no output of outcomes', () => {
  test('holds the id of a person', async () => {
    for (const format of ['table', 'json', 'csv', 'markdown']) {
      expect((await run([...FULL, '--format', format])).stdout).not.toMatch(/u0\d\d\d/);
      expect((await run([...TWO, '--format', format])).stdout).not.toMatch(/\bp\d\d\d\b/);
    }
  });

  test('says that membership caused anything, or calls p a probability that it is chance', async () => {
    for (const args of [FULL, TWO]) {
      const { stdout } = await run(args);
      expect(stdout).not.toMatch(/\bcaus|due to|by chance|effect of|thanks to|because of membership/i);
    }
  });
});

describe('a wrong command line of outcomes exits 2 and says what would do', () => {
  test.each([
    ['outcome-unknown', [...SURVEY, '--lower', 'chargebak']],
    ['direction-twice', [...SURVEY, '--lower', 'earnings']],
    ['period-absent', [...TWO, '--after', '2024']],
    ['winsorize', [...SURVEY, '--winsorize', '0.2']],
    ['cohort', [...SURVEY, '--cohort', 'non_member']],
    ['member-map', [...SURVEY, '--map', 'outcomes.cohrt=x']],
    ['outcomes-missing', ['outcomes']],
  ])('%s', async (name, args) => {
    const { code, stdout, stderr } = await run(args);
    expectGolden(`usage/${name}.txt`, stderr);
    expect([code, stdout]).toEqual([2, '']);
  });
});
