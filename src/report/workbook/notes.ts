import type { SheetRow, WorkbookSheet } from '../workbook.ts';
import { formula, line, text } from './cells.ts';
import type { Model } from './model.ts';
import type { Table } from './table.ts';

const wide = { widths: [30, 120], wraps: true };

/** How the workbook is read and changed, in short. */
export function readMeSheet(model: Model, tables: readonly Table[]): WorkbookSheet {
  const { errors, verdict } = model;
  const rows: SheetRow[] = [
    line('Community ROI', 'title'),
    ...verdict.map((sentence, i): SheetRow => [i === 0 ? text('As reported') : null, text(sentence)]),
    [],
    line('How to change it', 'section'),
    [
      text('Blue cell', 'input'),
      text('May be changed: costs, spending, people, margin, useful life, baseline. All else follows.'),
    ],
    [text('Grey cell', 'given'), text('A value that no formula gives; the note beside it says why.')],
    [text('Black cell'), text('A formula. To see what it rests on, follow the names that it calls.')],
    [
      text('A further cost'),
      text('Insert a row above the grey line of the sheet Costs and copy the formulas of the row above.'),
    ],
    [
      text('Month no.'),
      text('Months since the year 0: twelve times the year, plus the month counted from 0. 2024-01 is 24288.'),
    ],
    [text('Do all checks hold?'), formula('all_checks', true, 'plain', 'total')],
    [],
    line('Sheets', 'section'),
    ...SHEETS.filter(([name]) => ALWAYS.includes(name) || tables.some(({ sheet }) => sheet.name === name)).map(
      ([name, says]): SheetRow => [text(name === PERIODS ? model.periodSheet : name), text(says)],
    ),
    [],
    line('What stays as it was', 'section'),
    ...still(errors?.method).map((says): SheetRow => [null, text(says)]),
  ];
  return { name: 'Read me', ...wide, rows };
}

/** Stands for the sheet with a row for each period, which is named after its unit. */
const PERIODS = 'By period';
const ALWAYS = ['Summary', 'Inputs', PERIODS, 'Notes', 'Caveats'];

const SHEETS: readonly (readonly [string, string])[] = [
  ['Summary', 'Every figure of the report, with its name in the JSON.'],
  ['Inputs', 'The choices: margin, useful life, baseline, which costs grow with the members.'],
  ['Costs', 'What was paid, and the months that bear it.'],
  ['Returns', 'Other returns, and the part of them that counts.'],
  ['Cohorts', 'People and spending by period and cohort.'],
  [PERIODS, 'Cost, return, profit and ROI of each period, and their sums so far.'],
  ['Amortisation', 'What each period bears of each cost.'],
  ['Uplift', 'What members spend beyond the baseline, net of non-members.'],
  ['Yardstick', 'Newcomers beside non-members: the baseline and its weights.'],
  ['Lines', 'The same for existing and for new products.'],
  ['Retention', 'The same for customers who stayed and what each of them spent.'],
  ['Error bars', 'How far the figures of a period may be off.'],
  ['Member outcomes', 'What members have beyond non-members, and what that is worth.'],
  ['Projection', 'Profit along the fitted line, to the cumulative break-even.'],
  ['Notes', 'Method and files.'],
  ['Caveats', 'What to know before relying on the figures as reported.'],
];

function still(method: string | undefined): string[] {
  return [
    'The periods of the window: a further period takes a new run.',
    'Caveats and sentences: they were written for the figures as reported.',
    ...(method === 'jackknife'
      ? [
          'The errors of the figures: they were measured by leaving out groups of people, which the sums do not tell. Margin, costs and confidence level do move the intervals.',
        ]
      : []),
    'Sheets that say so in their first rows: they hold values only.',
  ];
}

/** What the figures mean, and the files they come from. */
export function notesSheet({ inputs, result }: Model): WorkbookSheet {
  return {
    name: 'Notes',
    ...wide,
    rows: [
      line('Notes', 'title'),
      [],
      line('Method', 'section'),
      ...METHOD.map(([label, says]): SheetRow => [text(label), text(says)]),
      ...(result.totals.interval === null
        ? [[text('Intervals'), text(`None: ${result.totals.intervalReason}.`)]]
        : [[text('Intervals'), text(INTERVALS[result.totals.interval.method])]]),
      [],
      line('Files', 'section'),
      [text('File', 'header'), text('SHA-256, rows', 'header')],
      ...inputs.map(({ name, sha256, rows }): SheetRow => [text(name), text(`${sha256 ?? 'a table'}, ${rows} rows`)]),
    ],
  };
}

const METHOD: readonly (readonly [string, string])[] = [
  [
    'Uplift',
    'Spending of a member − spending of a non-member in the same period − the gap between newcomers and non-members in the baseline.',
  ],
  [
    'Return',
    'Uplift × people × margin, of active members and lurkers, and other returns × the share put down to the community.',
  ],
  [
    'Cost',
    'One-off costs in a straight line over their useful life from the month they were paid in; all others over the months they were paid for.',
  ],
  ['ROI', '(Return − cost) ÷ cost.'],
  [
    'Reading',
    'Members chose to join: the return is what goes with membership beyond what non-members changed by, not what membership caused.',
  ],
];

const INTERVALS = {
  jackknife: 'Delete-a-group jackknife: people in 256 groups by their id, each group left out in turn; Student’s t.',
  'closed form': 'From the spread within each cohort and period, periods as independent samples; normal distribution.',
  'least squares': 'From the scatter of the periods around the fitted line.',
} as const;
