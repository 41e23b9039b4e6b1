import type { Block, Cell, Column, Report } from '../../src/report/report.ts';

/** A report of three years, made by hand, with the figures of the worked example. */

const RETURNS = [
  1682.4, 2229.96, 2822.76, 3453.96, 4132.68, 4861.68, 5640.84, 6473.04, 7358.04, 8288.28, 9273.6, 10317.12, 11418.36,
  12569.28, 13780.2, 15054.48, 16391.4, 17794.44, 19262.76, 20787.6, 22380, 24043.68, 25777.56, 27572.4, 29439.72,
  31383.48, 33402.36, 35500.44, 37676.28, 39919.92, 42243.6, 44651.64, 47142.36, 49705.32, 52353.24, 55795.12,
];
const COSTS = [
  22820, 22780, 22850, 22910, 22880, 22930, 22960, 22890, 23020, 22940, 22870, 22910, 22828, 22788, 22858, 22918, 22888,
  22938, 22968, 22898, 23028, 22948, 22878, 22918, 22836, 22796, 22866, 22926, 22896, 22946, 22976, 22906, 23036, 22956,
  22886, 23628,
];
export const MONTHS = RETURNS.map((_, index) => {
  const month = String((index % 12) + 1).padStart(2, '0');
  return `${2021 + Math.floor(index / 12)}-${month}`;
});

const text = (value: string): Cell => ({ kind: 'text', text: value });
const period = (value: string): Cell => ({ kind: 'period', period: value });
const amount = (value: number): Cell => ({ kind: 'money', amount: value });
const price = (value: number): Cell => ({ kind: 'money', amount: value, cents: true });
const change = (value: number): Cell => ({ kind: 'money', amount: value, cents: true, signed: true });
const percent = (ratio: number): Cell => ({ kind: 'percent', ratio });
const signed = (ratio: number): Cell => ({ kind: 'percent', ratio, signed: true });
const count = (value: number): Cell => ({ kind: 'count', count: value });
const unknown = (reason: string): Cell => ({ kind: 'unknown', reason });
const bar = (share: number): Cell => ({ kind: 'bar', share });
const left = (header: string, priority = 1): Column => ({ header, align: 'left', priority });
const right = (header: string, priority: number): Column => ({ header, align: 'right', priority });

export const TITLE: Block = {
  kind: 'title',
  text: [
    'Community ROI · ',
    period('2021-01'),
    ' to ',
    period('2023-12'),
    ' · ',
    text('USD'),
    ' · ',
    count(2802),
    ' active members',
  ],
};

export const VERDICT: Block = {
  kind: 'verdict',
  verdict: 'unclear',
  lead: [
    'ROI ',
    signed(-0.039611278733020706),
    '. ',
    amount(792580),
    ' returned on ',
    amount(825270),
    ' spent: ',
    amount(32690),
    ' short so far.',
  ],
  details: [
    [
      'Latest 12 months ',
      signed(0.8110148229301951),
      '. Each month since ',
      period('2022-10'),
      ' has returned more than it cost.',
    ],
    ['At this trend the whole is paid back in ', period('2024-01'), '.'],
    ['No error bars: add spend_sd.'],
  ],
};

const returns: Block = {
  kind: 'section',
  id: 'return',
  title: 'Return',
  note: [
    'uplift over newcomers of ',
    period('2021-01'),
    ', net of what non-members changed by; each figure of ',
    period('2023-12'),
    ', return of the whole window',
  ],
  blocks: [
    {
      kind: 'table',
      columns: [
        left('Cohort'),
        right('People', 3),
        right('Spend each', 4),
        right('Baseline', 6),
        right('Drift', 5),
        right('Uplift', 2),
        right('Return', 1),
      ],
      rows: [
        [
          text('active'),
          count(2802),
          price(58.49140613847252),
          price(40),
          change(3),
          change(15.49140613847252),
          amount(620485.24),
        ],
        [text('lurker'), count(7508), price(44.65), price(40), change(3), change(1.65), amount(172094.76)],
      ],
      total: [text('Total'), text(''), text(''), text(''), text(''), text(''), amount(792580)],
    },
  ],
};

const costs: Block = {
  kind: 'section',
  id: 'cost',
  title: 'Cost',
  note: ['one-off costs spread over their useful life'],
  blocks: [
    {
      kind: 'table',
      columns: [left('Category'), right('Cost', 1), right('Share', 2), left('', 4), right('On last year', 3)],
      rows: [
        [text('one_off'), amount(180000), percent(0.21811), bar(0.438596), signed(0)],
        [text('ongoing'), amount(162000), percent(0.1963), bar(0.394737), signed(0)],
        [text('staff'), amount(410400), percent(0.497292), bar(1), signed(0)],
        [
          text('developer'),
          amount(54000),
          percent(0.065433),
          bar(0.131579),
          unknown('there was no such cost in the twelve months before'),
        ],
        [text('misc'), amount(18870), percent(0.022865), bar(0.04598), signed(0.131783)],
      ],
      total: [text('Total'), amount(825270), text(''), text(''), signed(0.0029)],
    },
    {
      kind: 'facts',
      facts: [
        { label: 'Paid in cash', value: [amount(885270), ', profit on cash ', amount(-92690)] },
        { label: 'To be written off after 2023-12', value: [amount(60000)] },
      ],
    },
  ],
};

const years: Block = {
  kind: 'section',
  id: 'years',
  title: 'By year',
  blocks: [
    {
      kind: 'table',
      columns: [
        left('Year'),
        right('Cost', 1),
        right('Return', 1),
        right('Profit', 1),
        right('ROI', 1),
        right('Cumulative', 2),
      ],
      rows: [
        [
          text('2021'),
          amount(274760),
          amount(66534.36),
          amount(-208225.64),
          signed(-0.7578455379240064),
          amount(-208225.64),
        ],
        [
          text('2022'),
          amount(274856),
          amount(226832.16),
          amount(-48023.84),
          signed(-0.17472363710452019),
          amount(-256249.48),
        ],
        [
          text('2023'),
          amount(275654),
          amount(499213.48),
          amount(223559.48),
          signed(0.8110148229301951),
          amount(-32690),
        ],
      ],
      total: [text('All'), amount(825270), amount(792580), amount(-32690), signed(-0.039611278733020706), text('')],
    },
  ],
};

export const CHART: Extract<Block, { kind: 'chart' }> = {
  kind: 'chart',
  description: 'Return and cost per month, 2021-01 to 2023-12: the return rises from below to above the cost.',
  yLabel: '$ per month',
  x: MONTHS,
  series: [
    { name: 'Return', values: RETURNS },
    { name: 'Cost', values: COSTS },
  ],
};

const trend: Block = {
  kind: 'section',
  id: 'trend',
  title: 'Trend',
  note: ['cost and return per month'],
  blocks: [
    CHART,
    {
      kind: 'facts',
      facts: [
        { label: 'Return', value: [change(2357.403216783217), ' each month, over the latest 12'] },
        { label: 'Cost', value: [change(37.62937062937063), ' each month'] },
        { label: 'Interval', value: [unknown('no spread is known: add spend_sd')] },
      ],
    },
  ],
};

const caveats: Block = {
  kind: 'section',
  id: 'caveats',
  title: 'Caveats',
  blocks: [
    {
      kind: 'caveats',
      caveats: [
        {
          code: 'NOT_YET_AMORTISED',
          message: [
            amount(60000),
            ' of one-off cost falls after ',
            period('2023-12'),
            ' and is not counted yet; on cash the profit is lower.',
          ],
        },
        { code: 'NO_INTERVAL', message: ['There are no error bars, because spend.csv has no column spend_sd.'] },
      ],
    },
  ],
};

export const DERIVATION: Block = {
  kind: 'derivation',
  left: 'ROI',
  lines: [
    ['(return − cost) ÷ cost'],
    [
      '(',
      { kind: 'count', count: 792580, decimals: 2 },
      ' − ',
      { kind: 'count', count: 825270, decimals: 2 },
      ') ÷ ',
      { kind: 'count', count: 825270, decimals: 2 },
    ],
    [{ kind: 'count', count: -32690, decimals: 2 }, ' ÷ ', { kind: 'count', count: 825270, decimals: 2 }],
    ['−0.039611…  →  ', signed(-0.039611278733020706)],
  ],
};

const HINTS: Block = {
  kind: 'hints',
  hints: [
    { label: 'Show the arithmetic', command: '--explain roi' },
    { label: 'Save', command: '-o report.html' },
  ],
};

export const SAMPLE: Report = {
  kind: 'calc',
  passed: true,
  currency: 'USD',
  data: {
    currency: 'USD',
    verdict: 'unclear',
    totals: {
      cost: 825270,
      return: 792580,
      profit: -32690,
      roi: -0.039611278733020706,
      interval: null,
      intervalReason: 'no spread',
    },
  },
  blocks: [TITLE, VERDICT, returns, costs, years, trend, caveats, HINTS],
  table: [
    ['period', 'cost', 'return', 'roi'],
    ...MONTHS.map((month, index) => {
      const [cost, returned] = [COSTS[index] ?? null, RETURNS[index] ?? null];
      return [month, cost, returned, cost === null || returned === null ? null : returned / cost - 1];
    }),
  ],
};

/** A report of the given blocks alone. */
export function reportOf(...blocks: readonly Block[]): Report {
  return { kind: 'calc', passed: true, currency: 'USD', data: {}, blocks, table: [] };
}
