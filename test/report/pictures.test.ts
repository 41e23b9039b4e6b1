import { describe, expect, test } from 'vitest';
import { accountPictures, breakEvenMarkers, cohortPictures } from '../../src/report/calc/pictures.ts';
import { run } from '../run.ts';

const resultOf = async (...args: string[]) =>
  JSON.parse((await run(['calc', '--example', ...args, '--json'])).stdout).data;

describe('the pictures of calc', () => {
  test('draw what the JSON has, period by period', async () => {
    const result = await resultOf();
    const [cohorts] = cohortPictures(result);
    const [account] = accountPictures(result);
    if (cohorts?.kind !== 'lines' || account?.kind !== 'lines') throw new Error('no lines');
    const active = result.periods.map((row: typeof result) => row.cohorts.active.return);
    expect(cohorts.series[0]).toEqual({ name: 'active', values: active });
    const profit = result.periods.map((row: typeof result) => row.cumulative.profit);
    expect(account.series[0]?.values.slice(0, profit.length)).toEqual(profit);
  });

  test('go on to the period in which the whole is paid back at this trend, and mark it', async () => {
    const result = await resultOf();
    const [account] = accountPictures(result);
    if (account?.kind !== 'lines') throw new Error('no lines');
    expect(account.x.at(-1)).toBe('2024-01');
    expect(account.series[0]?.values.at(-1)).toBeNull();
    expect(account.markers).toEqual([{ x: '2024-01', label: 'at this trend paid back in 2024-01' }]);
    expect(breakEvenMarkers(result)).toEqual({ markers: [{ x: '2022-10', label: 'pays since 2022-10' }] });
  });

  test('mark nothing that has not come and is not in sight', async () => {
    const result = await resultOf('--to', '2021-06');
    const [account] = accountPictures(result);
    if (account?.kind !== 'lines') throw new Error('no lines');
    expect(account.x.at(-1)).toBe('2021-06');
    expect(account.markers).toEqual([]);
    expect(breakEvenMarkers(result)).toEqual({});
  });

  test('of a single period are left out', async () => {
    const result = await resultOf('--to', '2021-01');
    expect([...cohortPictures(result), ...accountPictures(result)]).toEqual([]);
  });
});
