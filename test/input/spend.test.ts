import { describe, expect, it } from 'vitest';
import { toNumber } from '../../src/core/money.ts';
import { formatPeriod } from '../../src/core/period.ts';
import { codesOf, spend } from './reading.ts';

const HEADER = 'period,cohort,people,spend,spend_per_person,spend_sd,sample_size,line,retained';
const file = (...rows: string[]) => [HEADER, ...rows, ''].join('\n');

async function cellsOf(text: string) {
  const { file: read } = await spend(text);
  return read.cells.map(({ period, spend: sum, ...rest }) => ({
    ...rest,
    period: formatPeriod(period),
    spend: toNumber(sum),
  }));
}

describe('spending of a cohort', () => {
  it('is a sum, or a mean times the people, exactly', async () => {
    expect(await cellsOf(file('2024-01,active,160,7830.40,,,,,', '2024-01,lurker,3,,0.1,,,,'))).toEqual([
      { period: '2024-01', cohort: 'active', people: 160, spend: 7830.4 },
      { period: '2024-01', cohort: 'lurker', people: 3, spend: 0.3 },
    ]);
  });

  it('given both ways must agree to the cent per person; then the sum counts', async () => {
    expect((await cellsOf(file('2024-01,active,3,10,3.33,,,,')))[0]).toMatchObject({ spend: 10 });
    expect(codesOf(await spend(file('2024-01,active,3,10,3.35,,,,')))).toEqual(['2 spend_per_person SPEND_DISAGREES']);
  });

  it('given neither way is missing, not 0', async () => {
    expect(codesOf(await spend(file('2024-01,active,3,,,,,,')))).toEqual(['2 spend SPEND_MISSING']);
  });

  it('keeps what is known of its spread, sample, line and loyalty', async () => {
    expect(await cellsOf(file('2024-01,active,1000,,20,12.5,100,existing,900'))).toEqual([
      {
        period: '2024-01',
        cohort: 'active',
        people: 1000,
        spend: 20_000,
        spendSd: 12.5,
        sampleSize: 100,
        line: 'existing',
        retained: 900,
      },
    ]);
  });

  it('needs people', async () => {
    const rows = [
      '2024-01,active,0,5,,,,,',
      '2024-02,active,-1,5,,,,,',
      '2024-03,active,1.5,5,,,,,',
      '2024-04,active,many,5,,,,,',
    ];
    expect(codesOf(await spend(file(...rows)))).toEqual([
      '2 people NOBODY_SPENT',
      '3 people COUNT_NEGATIVE',
      '4 people COUNT_INVALID',
      '5 people COUNT_INVALID',
    ]);
    expect(codesOf(await spend(file('2024-01,active,0,0,,,,,')))).toEqual([]);
  });

  it('people may have a thousands mark', async () => {
    const people = async (text: string) =>
      (await cellsOf(`period;cohort;people;spend\n2024-01;active;${text};5\n`))[0]?.people;
    expect(
      await Promise.all(['1,750', '1.750', '1 750', "1'750", '1,234,567', '1750.0', '1750,00'].map(people)),
    ).toEqual([1750, 1750, 1750, 1750, 1_234_567, 1750, 1750]);
  });

  it('1,000 people could be one, unless the column shows what the mark means', async () => {
    const text = (second: string) => `period;cohort;people;spend\n2024-01;active;1,000;5\n2024-02;active;${second};5\n`;
    expect(codesOf(await spend(text('5')))).toEqual(['2 people AMOUNT_AMBIGUOUS']);
    expect((await cellsOf(text('1,750'))).map(({ people }) => people)).toEqual([1000, 1750]);
    expect((await cellsOf(text('12,00'))).map(({ people }) => people)).toEqual([1, 12]);
  });

  it('retained and sampled people are among the people', async () => {
    const rows = [
      '2024-01,active,10,5,,,,,11',
      '2024-02,active,10,5,,1,11,,',
      '2024-03,active,10,5,,1,0,,',
      '2024-04,active,10,5,,-1,5,,',
    ];
    expect(codesOf(await spend(file(...rows)))).toEqual([
      '2 retained RETAINED_ABOVE_PEOPLE',
      '3 sample_size SAMPLE_ABOVE_PEOPLE',
      '4 sample_size SAMPLE_RANGE',
      '5 spend_sd SD_NEGATIVE',
    ]);
  });

  it('an unknown cohort is named with what it may have meant', async () => {
    const { problems } = await spend(file('2024-01,nonmembr,1,5,,,,,'));
    expect(problems[0]).toMatchObject({
      code: 'COHORT_UNKNOWN',
      remedy: 'Did you mean "non_member"? It is one of non_member, newcomer, lurker or active.',
    });
  });
});

describe('rows of spending go together', () => {
  it('in one unit of time', async () => {
    const reading = await spend(file('2024-01,active,1,5,,,,,', '2024-Q2,active,1,5,,,,,'));
    expect(codesOf(reading)).toEqual(['3 period UNIT_MIXED']);
    expect(reading.problems[0]?.message).toBe('2024-Q2 is not as long a period as 2024-01 (<stdin>:2)');
  });

  it('once for each period, cohort and line', async () => {
    const reading = await spend(file('2024-01,active,1,5,,,,,', '31 Jan 2024,Regulars,1,5,,,,,'));
    expect(codesOf(reading)).toEqual(['3 cohort CELL_DUPLICATE']);
    expect(reading.problems[0]?.message).toBe('2024-01, active has a row already (<stdin>:2)');
    expect(codesOf(await spend(file('2024-01,active,1,5,,,,existing,', '2024-01,active,1,5,,,,new,')))).toEqual([]);
  });

  it('with a line in all of them or in none', async () => {
    expect(codesOf(await spend(file('2024-01,active,1,5,,,,new,', '2024-02,active,1,5,,,,,')))).toEqual([
      '3 line LINE_PARTIAL',
    ]);
    expect(codesOf(await spend(file('2024-01,active,1,5,,,,,', '2024-02,active,1,5,,,,new,')))).toEqual([
      '3 line LINE_PARTIAL',
    ]);
  });
});
