import { describe, expect, test } from 'vitest';
import { figure } from '../../../src/render/html/figure.ts';
import { makeIds } from '../../../src/render/html/ids.ts';
import type { Bars, Lines, Picture, Scorecard } from '../../../src/report/report.ts';
import { expectGolden } from '../../golden.ts';
import { CHART } from '../sample.ts';

const FORMAT = { locale: 'en-US', currency: 'USD', ascii: false };
const drawn = (picture: Picture, format = FORMAT) => figure(picture, makeIds(), format);
const svgs = (html: string) => html.match(/<svg.*<\/svg>/g) ?? [];

/** The two drawings of a picture, each as a file that any viewer opens. */
function expectDrawings(name: string, picture: Picture): void {
  const [wide = '', narrow = ''] = svgs(drawn(picture));
  expectGolden(`svg/${name}.svg`, `${wide}\n`);
  expectGolden(`svg/${name}.narrow.svg`, `${narrow}\n`);
}

const BAND: Lines = {
  description: 'Return with its interval',
  yLabel: 'per month',
  x: ['2024-01', '2024-02', '2024-03', '2024-04', '2024-05'],
  series: [
    {
      name: 'return',
      values: [-50, 20, null, 120, 180],
      low: [-120, -40, null, 60, 100],
      high: [20, 80, null, 180, 260],
    },
    { name: 'cost', values: [40, 40, 40, 40, 45] },
  ],
  markers: [{ x: '2024-04', label: 'pays since 2024-04' }],
};
const EVENT: Lines = {
  description: 'Spending of attendees beyond that of others, by days from the event',
  yLabel: 'difference a day',
  x: Array.from({ length: 13 }, (_, i) => String((i - 6) * 7)),
  xLabel: 'days from the event',
  series: [
    {
      name: 'difference',
      values: [0.1, -0.2, 0, 0.2, -0.1, 0.1, 0.9, 1.4, 1.2, 1.1, 0.8, 0.9, 0.7],
      low: [-0.5, -0.8, -0.6, -0.4, -0.7, -0.5, 0.2, 0.7, 0.5, 0.4, 0.1, 0.2, -0.1],
      high: [0.7, 0.4, 0.6, 0.8, 0.5, 0.7, 1.6, 2.1, 1.9, 1.8, 1.5, 1.6, 1.5],
    },
  ],
  markers: [{ x: '0', label: 'event' }],
};
const TORNADO: Bars = {
  description: 'ROI where one assumption is moved',
  measure: 'percent',
  origin: { value: -0.04, label: ['as it is ', { kind: 'percent', ratio: -0.04, signed: true }] },
  bars: [
    { label: ['Staff cost 75% to 125%'], ends: [end(0.097), end(-0.146)] },
    { label: ['Margin 75% to 100%'], ends: [end(-0.28)] },
  ],
};
const DOSE: Bars = {
  description: 'earnings by level, with 95% intervals',
  origin: { value: 0, label: [] },
  bars: [0, 1, 2].map((level) => ({
    label: [`level ${level}`],
    ends: [{ value: 100 + 40 * level, text: [`$${100 + 40 * level}`] }],
    interval: [80 + 30 * level, 120 + 50 * level] as const,
  })),
};
const GOALS: Scorecard = {
  description: 'Goals of each initiative',
  initiatives: [
    {
      name: 'Mentoring',
      passed: false,
      business: [goal('ROI, latest 12 months', 0.31, 0.2, true)],
      members: [
        goal('Share of members with a mentor', 0.12, 0.25, false),
        { ...goal('Disputes', 0.02, 0.01, false), open: true },
      ],
    },
    {
      name: 'Newsletter',
      passed: true,
      business: [goal('ROI', 0.1, 0, true)],
      members: [goal('Skill', 0.4, 0.3, true)],
    },
  ],
};

function end(ratio: number) {
  return { value: ratio, text: [{ kind: 'percent', ratio, signed: true } as const] };
}

function goal(
  metric: string,
  value: number,
  threshold: number,
  passed: boolean,
): Scorecard['initiatives'][number]['business'][number] {
  const cell = (ratio: number) => ({ kind: 'percent', ratio }) as const;
  return { metric, value: cell(value), goal: ['at least ', cell(threshold)], passed, drawn: { value, threshold } };
}

describe('each picture is drawn as it was looked at', () => {
  test.each([
    ['cost-and-return', { ...CHART, kind: 'lines' }],
    ['bands-and-gap', { kind: 'lines', ...BAND }],
    ['event-study', { kind: 'lines', ...EVENT }],
    ['tornado', { kind: 'bars', ...TORNADO }],
    ['dose', { kind: 'bars', ...DOSE }],
    ['scorecard', { kind: 'scorecard', ...GOALS }],
  ] as const satisfies readonly (readonly [string, Picture])[])('%s', (name, picture) => {
    expectDrawings(name, picture);
  });
});

describe('a picture', () => {
  test('has a name and a description that its ids refer to', () => {
    for (const svg of svgs(drawn({ kind: 'lines', ...BAND }))) {
      const [, title, desc] = /aria-labelledby="(\S+) (\S+)"/.exec(svg) ?? [];
      expect(svg).toContain(`<title id="${title}">Return with its interval</title>`);
      expect(svg).toContain(
        `<desc id="${desc}">return: from −$50.00 in 2024-01 to $180.00 in 2024-05, lowest −$50.00 in 2024-01, highest $180.00 in 2024-05.`,
      );
    }
  });

  test('keeps a gap a gap: no line runs through a period without data', () => {
    const [svg = ''] = svgs(drawn({ kind: 'lines', ...BAND }));
    const [, line = ''] = /<path d="([^"]+)" fill="none"[^>]*class="l s1"/.exec(svg) ?? [];
    expect(line.match(/M/g)).toHaveLength(2);
  });

  test('has its figures as a table, the interval among them, and a dash where there is none', () => {
    const html = drawn({ kind: 'lines', ...BAND });
    expect(html).toContain('<th scope="row">2024-01</th><td class="n neg">−$50.00</td>');
    expect(html).toContain('[−$120.00, $20.00]');
    expect(html).toContain(
      '<th scope="row">2024-03</th><td class="n">–</td><td class="n">–</td><td class="n">$40.00</td>',
    );
  });

  test('holds nothing that was written into it as markup, and no number that is none', () => {
    const evil = '<script>alert(1)</script>"&\u0007';
    const lines = {
      ...BAND,
      description: evil,
      yLabel: evil,
      series: BAND.series.map((one) => ({ ...one, name: evil })),
    };
    const bars = { ...DOSE, bars: DOSE.bars.map((bar) => ({ ...bar, label: [evil] })) };
    const card = { ...GOALS, initiatives: GOALS.initiatives.map((own) => ({ ...own, name: evil })) };
    const html = [
      drawn({ kind: 'lines', ...lines }),
      drawn({ kind: 'bars', ...bars }),
      drawn({ kind: 'scorecard', ...card }),
    ].join('');
    expect(html).not.toMatch(/<script|NaN|Infinity|undefined|\u0007/);
    expect(html).toContain('&lt;script&gt;alert(1)&lt;/script&gt;&quot;&amp;');
  });

  test('of one point, of equal values and of zeros is still a picture', () => {
    for (const values of [[5], [0, 0, 0], [3, 3], [null, 4]]) {
      const x = values.map((_, i) => String(2020 + i));
      const html = drawn({ kind: 'lines', ...BAND, x, markers: [], series: [{ name: 'return', values }] });
      expect(html).not.toMatch(/NaN|Infinity/);
    }
  });

  test('leaves out a marker that the axis has no place for', () => {
    const without = drawn({ kind: 'lines', ...BAND, markers: [] });
    const [astray] = svgs(drawn({ kind: 'lines', ...BAND, markers: [{ x: '2031-01', label: 'far off' }] }));
    expect(astray?.replace(' Marked: far off.', '')).toBe(svgs(without)[0]);
  });

  test('writes its figures as the reader does', () => {
    const html = drawn({ ...CHART, kind: 'lines' }, { ...FORMAT, locale: 'de-DE', currency: 'EUR' });
    expect(html).toContain('1.682\u00a0€');
  });
});
