import { describe, expect, test } from 'vitest';
import { calculateRoi } from '../../src/core/calculate.ts';
import { type Scenario, scenarioFigures } from '../../src/core/scenario.ts';
import { cost, other, period, readFixture, returning } from './helper.ts';

const input = {
  costs: [cost('2023', 'staff', 1000), cost('2023', 'ongoing', 500), cost('2023', 'one_off', 800, { life: 2 })],
  spend: returning('2023', [3000]),
  returns: [other('2023', 'advertising', 200), other('2023', 'support', 100, { kind: 'saving' })],
};
const scenario = (changes: Partial<Scenario>): Scenario => ({
  ...{ name: 'what if', options: {}, costs: {}, returns: {} },
  ...changes,
});
const totals = (changes: Partial<Scenario>) => scenarioFigures(input, {}, scenario(changes)).totals;

describe('a scenario', () => {
  test('that changes nothing has the figures of the report', () => {
    const worked = readFixture('worked-example');
    const { verdict, totals, latest12, breakEven, window, baseline } = calculateRoi(worked);
    const figures = { name: 'what if', verdict, totals, latest12, breakEven, window, baseline };
    expect(scenarioFigures(worked, {}, scenario({}))).toEqual(figures);
  });

  test('scales a category of cost: 120% of 1,000 and 500 beside it, with 400 of the year written off', () => {
    expect(totals({ costs: { staff: 1.2 } }).cost).toBe(2100);
    expect(totals({ costs: { staff: 0, ongoing: 2 } }).cost).toBe(1400);
  });

  test('scales a source of other returns', () => {
    expect(totals({ returns: { advertising: 0.5 } }).return).toBe(3200);
    expect(totals({ returns: { support: 0 } }).return).toBe(3200);
  });

  test('gives its useful life to every one-off cost', () => {
    expect(totals({ options: { usefulLifeYears: 4 } }).cost).toBe(1700);
  });

  test('takes the place of an option, and leaves the others', () => {
    const margin = scenarioFigures(input, { margin: 0.5 }, scenario({ options: { margin: 0.25 } }));
    expect(margin.totals.return).toBe((3000 + 200) / 4 + 100);
    const kept = scenarioFigures(input, { margin: 0.5 }, scenario({ costs: { staff: 2 } }));
    expect(kept.totals).toMatchObject({ cost: 2900, return: (3000 + 200) / 2 + 100 });
  });

  test('may cut the window', () => {
    const worked = readFixture('worked-example');
    const figures = scenarioFigures(worked, {}, scenario({ options: { from: period('2023-01') } }));
    expect(figures.window).toEqual({ from: '2023-01', to: '2023-12', periods: 12 });
  });
});
