import { describe, expect, test } from 'vitest';
import { DEFAULT_RENDER_OPTIONS, type RenderOptions } from '../../src/render/options.ts';
import { renderTable } from '../../src/render/table.ts';
import { displayWidth } from '../../src/render/terminal/width.ts';
import type { Series } from '../../src/report/report.ts';
import { expectGolden } from '../golden.ts';
import { CHART, MONTHS, reportOf } from './sample.ts';

const draw = (series: readonly Series[], options: Partial<RenderOptions> = {}, x = MONTHS) => {
  const points = Math.max(0, ...series.map(({ values }) => values.length));
  const block = { ...CHART, description: 'In words.', x: x.slice(0, points), series };
  return renderTable(reportOf(block), { ...DEFAULT_RENDER_OPTIONS, ...options });
};
const range = (count: number, value: (index: number) => number) => Array.from({ length: count }, (_, i) => value(i));

const CASES: Readonly<Record<string, readonly Series[]>> = {
  gaps: [
    { name: 'Return', values: [1e3, 2e3, null, 4e3, 5e3, 6e3, null, null, 9e3, null, 3e3, 4e3] },
    { name: 'Cost', values: range(12, (index) => (index < 7 ? 3e3 : 4e3)) },
  ],
  negative: [{ name: 'Profit', values: [-5e3, -3e3, -8e3, 2e3, 4e3, 6e3, 5500, -1e3] }],
  'one-point': [
    { name: 'Return', values: [500] },
    { name: 'Cost', values: [300] },
  ],
  equal: [{ name: 'Return', values: [5, 5, 5, 5, 5] }],
  identical: [
    { name: 'Return', values: [5, 6, 7, 6, 5, 9] },
    { name: 'Cost', values: [5, 6, 7, 6, 5, 9] },
  ],
  zeros: [{ name: 'Return', values: [0, 0, 0] }],
  band: [
    {
      name: 'Return',
      values: range(12, (i) => i * 1e3),
      low: range(12, (i) => i * 700),
      high: range(12, (i) => i * 1300),
    },
    { name: 'Cost', values: range(12, () => 5e3) },
  ],
  'long-names': [
    { name: 'Return of active members', values: [1, 2, 3] },
    { name: 'Cost of everything together', values: [3, 2, 1] },
  ],
  'ends-early': [
    { name: 'Return', values: [1, 2, null] },
    { name: 'Cost', values: [2, 2, 2] },
  ],
};

describe('a chart', () => {
  test.each(Object.entries(CASES))('of %s', (name, series) => {
    expectGolden(`render/chart-${name}.txt`, draw(series) + draw(series, { ascii: true, width: 60 }));
  });

  test.each([40, 60, 80, 120])('fits %i columns', (width) => {
    for (const series of [CHART.series, ...Object.values(CASES)]) {
      for (const ascii of [false, true]) {
        const lines = draw(series, { width, ascii }).split('\n');
        expect(lines.filter((line) => displayWidth(line) > width)).toEqual([]);
      }
    }
  });

  test('without a value, a point or room is given in words', () => {
    expect(draw([{ name: 'Return', values: [null, null] }])).toBe('In words.\n');
    expect(draw([{ name: 'Return', values: [] }])).toBe('In words.\n');
    expect(draw([])).toBe('In words.\n');
    expect(draw([{ name: 'Return', values: [1, 2] }], { width: 20 })).toBe('In words.\n');
  });

  test('takes infinity and NaN for gaps, since asciichart throws on them', () => {
    const broken = [1, Number.NaN, 3, Number.POSITIVE_INFINITY, 5];
    expect(draw([{ name: 'A', values: broken }])).toBe(draw([{ name: 'A', values: [1, null, 3, null, 5] }]));
  });

  test('marks every real point where there is room for it', () => {
    const output = draw([{ name: 'Return', values: [1, 5, 2, 8] }]);
    expect(output.match(/●/g)).toHaveLength(4);
  });

  test('shows the peak of a curve with more points than columns', () => {
    const values = range(300, (index) => (index === 150 ? 100 : 1));
    const labels = range(300, (index) => 1700 + index).map(String);
    expect(draw([{ name: 'Return', values }], { width: 60 }, labels)).toMatch(/\$\d+ ┤? *.*[╭│╮]/);
  });

  test('tells its curves apart without colour, in ASCII with nothing but * o - .', () => {
    const output = draw(CHART.series, { ascii: true });
    const area = output
      .split('\n')
      .slice(1, -3)
      .map((line) => line.replace(/^.*?[|+]/, '').replace(/ (Return|Cost)$/, ''));
    expect(area.join('')).toMatch(/^[*o. -]*$/);
    expect(area.join('')).toMatch(/\*.*o|o.*\*/);
  });

  test('of shares or counts has no currency', () => {
    const block = { ...CHART, measure: 'percent' as const, series: [{ name: 'ROI', values: [-0.5, 0.25] }] };
    expect(renderTable(reportOf({ ...block, x: ['2022', '2023'] }), DEFAULT_RENDER_OPTIONS)).toMatch(/ 25% ┤|50% ┤/);
  });
});
