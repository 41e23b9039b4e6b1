import { describe, expect, test } from 'vitest';
import { dataOf, ends, expectReferences, references } from './reference.ts';

/** Computed by fixtures.R. */
const R = references('fixtures.csv');
const fixture = (name: string) => `fixtures/outcomes/${name}.csv`;

describe('outcomes, through the command, is what R answers', () => {
  const survey = ['outcomes', fixture('survey'), '--higher', 'earnings,satisfied', '--lower', 'chargeback'];
  const asked = [...survey, '--winsorize', '0.99', '--compare-within', 'country'];

  test('for means: t.test', async () => {
    const [earnings] = (await dataOf(asked)).outcomes;
    expectReferences(R, 'survey.earnings', { ...ends(earnings), p: earnings.p });
  });

  test('for extreme values pulled in: quantile, then t.test', async () => {
    const [{ winsorized }] = (await dataOf(asked)).outcomes;
    const [low, high] = winsorized.caps;
    expectReferences(R, 'survey.winsorized', { ...ends(winsorized), low_cap: low, high_cap: high });
  });

  test('within strata: the mean of differences weighted by members', async () => {
    const [{ within }] = (await dataOf(asked)).outcomes;
    expectReferences(R, 'survey.within', ends(within));
    expect(within.members).toEqual({ compared: 213, all: 213 });
  });

  test('for shares: Newcombe, Katz, the E-value and prop.test', async () => {
    const chargeback = (await dataOf(asked)).outcomes[1];
    const { value, interval, eValue } = chargeback.ratio;
    const ratio = { ratio: value, ratio_low: interval[0], ratio_high: interval[1], e_value: eValue.value };
    expectReferences(R, 'survey.chargeback', { ...ends(chargeback), p: chargeback.p, ...ratio });
  });

  test('for several outcomes: p.adjust, by Holm where a direction is declared and by BH where none is', async () => {
    const [first, second, third] = (await dataOf(survey)).outcomes;
    expectReferences(R, 'survey.holm', { 1: first.adjustedP, 2: second.adjustedP, 3: third.adjustedP });
    const searched = (await dataOf(['outcomes', fixture('survey')])).outcomes;
    expect(searched[2].adjustment).toBe('benjamini-hochberg');
    expectReferences(R, 'survey.bh', { 3: searched[2].adjustedP });
  });

  test('for two periods of the same people: t.test of what each changed by', async () => {
    const [skill] = (await dataOf(['outcomes', fixture('two-periods')])).outcomes;
    expectReferences(R, 'two.skill', { people: skill.members.people, ...ends(skill) });
  });

  test('for two periods of cohorts: the sum of four variances', async () => {
    const [earnings] = (await dataOf(['outcomes', fixture('cohorts'), '--count', 'publications'])).outcomes;
    expectReferences(R, 'cohorts.earnings', ends(earnings));
  });

  test('for counts: lm over the periods', async () => {
    const [count] = (await dataOf(['outcomes', fixture('publications'), '--count', 'publications,grants'])).counts;
    expectReferences(R, 'publications', { slope: count.slope, low: count.interval[0], high: count.interval[1] });
  });

  test('for the men of the National Supported Work experiment: a gain of 1,794.34, give or take 671.00', async () => {
    const [earnings] = (await dataOf(['outcomes', fixture('nsw'), '--higher', 'earnings'])).outcomes;
    expect(earnings.difference).toBeCloseTo(1794.34, 2);
    expect(earnings.detectable / 2.8016).toBeCloseTo(671.0, 2);
  });
});

describe('dose, through the command, is what R answers', () => {
  test('across people: lm with HC1, Spearman, prop.trend.test', async () => {
    const args = ['dose', fixture('groups'), '--map', 'levels.level=groups'];
    const [earnings, chargeback] = (await dataOf(args)).outcomes;
    const [low, high] = earnings.slope.interval;
    const trend = { trend_p: chargeback.shareTrend.p };
    expectReferences(R, 'groups', { slope: earnings.slope.value, low, high, rho: earnings.spearman.rho, ...trend });
  });

  test('within the same person: lm on changes, jackknife over groups of people', async () => {
    const [{ within }] = (await dataOf(['dose', fixture('topics')])).outcomes;
    const [low, high] = within.slope.interval;
    expectReferences(R, 'topics', { slope: within.slope.value, low, high });
  });
});

test('incidents per transaction, through the command, is the ratio of means with people as clusters', async () => {
  const [chargeback] = (await dataOf(['incidents', fixture('incidents')])).incidents;
  const { ratio, ...rates } = chargeback.perTransaction;
  const ratios = { ratio: ratio.value, ratio_low: ratio.interval[0], ratio_high: ratio.interval[1] };
  expectReferences(R, 'incidents', { ...ends(rates), ...ratios });
});
