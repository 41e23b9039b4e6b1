import { describe, expect, it } from 'vitest';
import { toNumber } from '../../src/core/money.ts';
import { formatPeriod } from '../../src/core/period.ts';
import { codesOf, returns } from './reading.ts';

const file = (...rows: string[]) => ['period,source,amount,kind,attribution,note', ...rows, ''].join('\n');

describe('other returns', () => {
  it('are added up by period, source, kind and attribution', async () => {
    const rows = [
      '2024-01,Advertising,100,,,a',
      '2024-01, advertising ,50,revenue,,b',
      '2024-01,Advertising,1,saving,,',
      '2024-01,Advertising,1,,50%,',
    ];
    const reading = await returns(file(...rows));
    expect(
      reading.file.rows.map((row) => ({ ...row, period: formatPeriod(row.period), amount: toNumber(row.amount) })),
    ).toEqual([
      { period: '2024-01', source: 'Advertising', kind: 'revenue', amount: 150 },
      { period: '2024-01', source: 'Advertising', kind: 'saving', amount: 1 },
      { period: '2024-01', source: 'Advertising', kind: 'revenue', attribution: 0.5, amount: 1 },
    ]);
    expect(reading.file.origins[0]).toEqual({ file: '<stdin>', firstLine: 2, lastLine: 3, rows: 2 });
  });

  it('do not come from a cohort: that is spending', async () => {
    const rows = ['active', 'Non-Member', 'LURKER', 'new comer'].map((source) => `2024-01,${source},5,,,`);
    expect(codesOf(await returns(file(...rows)))).toEqual([2, 3, 4, 5].map((line) => `${line} source SOURCE_RESERVED`));
  });

  it('are not counted twice by a row with their total', async () => {
    const rows = ['2024-01,ads,5,,,', '2024-01,Total,5,,,', '2024-01,Summe 2024:,5,,,', '2024-01,Total Wine,5,,,'];
    expect(codesOf(await returns(file(...rows)))).toEqual(['3 source TOTAL_ROW', '4 source TOTAL_ROW']);
  });

  it('are revenue or a saving, attributable in part', async () => {
    const rows = ['2024-01,ads,5,profit,,', '2024-01,ads,5,,50,', '2024-01,ads,5,,0%,', '2024-01,,5,,,'];
    expect(codesOf(await returns(file(...rows)))).toEqual([
      '2 kind KIND_UNKNOWN',
      '3 attribution SHARE_UNCLEAR',
      '4 attribution SHARE_RANGE',
      '5 source VALUE_MISSING',
    ]);
  });
});
