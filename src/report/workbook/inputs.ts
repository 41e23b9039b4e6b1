import { DEFAULT_USEFUL_LIFE_YEARS } from '../../core/input.ts';
import { monthsOf } from '../../core/period.ts';
import { CATEGORIES, type CostCategory } from '../../core/rows.ts';
import { labelAt } from '../../core/timeline.ts';
import type { NamedCells, SheetRow, WorkbookSheet } from '../workbook.ts';
import { formula, given, input, inputText, line, text } from './cells.ts';
import { givenSettings } from './members/ledger.ts';
import type { Model } from './model.ts';
import { firstMonth, monthAfter, monthCount } from './months.ts';
import type { Setting } from './setting.ts';

const SHEET = 'Inputs';

export interface Inputs {
  readonly sheet: WorkbookSheet;
  readonly names: readonly NamedCells[];
}

/** The choices that the figures rest on: margin, useful life, baseline; and which costs grow with the members. */
export function inputSheet(model: Model): Inputs {
  const settings = [
    ...choices(model),
    ...baseline(model),
    ...windowSettings(model),
    ...confidence(model),
    ...givenSettings(model),
  ];
  const rows: SheetRow[] = [
    line('Inputs', 'title'),
    line('Blue cells may be changed; every figure of the other sheets follows.', 'note'),
    [],
    [text('Setting', 'header'), text('Value', 'header'), text('What it does', 'header')],
  ];
  const names: NamedCells[] = [];
  const lists: { range: string; words: readonly string[] }[] = [];
  const add = ({ label, value, says, name, words }: Setting) => {
    rows.push([text(label), value, text(says, 'note')]);
    const cell = `$B$${rows.length}`;
    if (name !== undefined) names.push({ name, range: `${SHEET}!${cell}` });
    if (words !== undefined) lists.push({ range: cell.replaceAll('$', ''), words });
  };
  for (const setting of settings) add(setting);
  rows.push([], line('Costs that grow with the members', 'section'));
  for (const setting of growing()) add(setting);
  return {
    sheet: { name: SHEET, widths: [36, 16, 96], rows, choices: lists, landscape: true },
    names,
  };
}

function choices({ margin, method, currency }: Model): Setting[] {
  const settings: Setting[] = [
    { label: 'Currency', value: text(currency ?? 'not named', 'given'), says: 'Of all amounts.' },
    {
      label: 'Margin',
      value: input(margin, 'percent'),
      says: 'Share of revenue that is left after the cost of what was sold.',
      name: 'margin',
    },
    {
      label: 'Useful life, in years',
      value: input(method.usefulLifeYears ?? DEFAULT_USEFUL_LIFE_YEARS, 'plain'),
      says: 'Of one-off costs that have none of their own on the sheet Costs.',
      name: 'useful_life',
    },
    {
      label: 'Cost of an active member',
      value: inputText(method.memberCost ?? 'variable'),
      says: 'variable: the costs marked below; total: all of them.',
      name: 'member_cost',
      words: ['variable', 'total'],
    },
  ];
  if (method.discountRate === undefined) return settings;
  const says = 'Yearly, for the net present value of cash.';
  return [
    ...settings,
    { label: 'Discount rate', value: input(method.discountRate, 'percent'), says, name: 'discount_rate' },
  ];
}

/** The first and the last period of the baseline, typed; and their months, which the formulas compare. */
function baseline({ workings: { grid, options } }: Model): Setting[] {
  const choice = options.baseline;
  const last = grid.time.length - 1;
  const [from, to] =
    choice === undefined
      ? [labelAt(grid.time, 0), labelAt(grid.time, 0)]
      : choice === 'all'
        ? [labelAt(grid.time, 0), labelAt(grid.time, last)]
        : [labelOf(choice.from), labelOf(choice.to)];
  const first = choice === undefined || choice === 'all' ? monthAt(grid.time, 0) : monthsOf(choice.from).first;
  const until =
    choice === undefined
      ? monthAt(grid.time, 1)
      : choice === 'all'
        ? monthAt(grid.time, last + 1)
        : monthAfter(choice.to);
  const says = 'Whose newcomers are the yardstick: written as 2024-01, 2024-Q1 or 2024.';
  return [
    { label: 'Baseline, first period', value: text(from, 'input'), says, name: 'baseline_first' },
    {
      label: 'Baseline, last period',
      value: text(to, 'input'),
      says: 'The same for one period.',
      name: 'baseline_last',
    },
    {
      label: 'Baseline from month no.',
      value: formula(firstMonth('baseline_first'), first, 'plain'),
      says: 'Months since the year 0: twelve times the year, plus the month counted from 0.',
      name: 'baseline_from',
    },
    {
      label: 'Baseline until month no.',
      value: formula(`${firstMonth('baseline_last')}+${monthCount('baseline_last')}`, until, 'plain'),
      says: 'The month after it.',
      name: 'baseline_until',
    },
  ];
}

const labelOf = (period: { readonly unit: 'month' | 'quarter' | 'year'; readonly index: number }) =>
  labelAt({ unit: period.unit, first: period.index, length: 1 }, 0);

const monthAt = (
  { unit, first }: { readonly unit: 'month' | 'quarter' | 'year'; readonly first: number },
  at: number,
) => monthsOf({ unit, index: first + at }).first;

function windowSettings({ result, window, monthsPer }: Model): Setting[] {
  const says = 'The rows of the sheets by period; to report on others, run the report anew.';
  return [
    { label: 'Window, first period', value: text(result.window.from, 'given'), says },
    { label: 'Window, last period', value: text(result.window.to, 'given'), says },
    { label: 'Window from month no.', value: given(window.from, 'plain'), says: '', name: 'window_from' },
    {
      label: 'Window until month no.',
      value: given(window.until, 'plain'),
      says: 'The month after it.',
      name: 'window_until',
    },
    { label: 'Months in a period', value: given(monthsPer, 'plain'), says: '', name: 'months_per_period' },
  ];
}

function confidence({ errors }: Model): Setting[] {
  const level: Setting = {
    label: 'Confidence level',
    value: input(0.95, 'percent'),
    says: 'Of every interval.',
    name: 'confidence',
  };
  if (errors === undefined) return [level];
  const jackknife = errors.method === 'jackknife';
  const reach = jackknife ? 'TINV(1-confidence,jackknife_groups-1)' : 'NORMSINV((1+confidence)/2)';
  const groups: Setting = {
    label: 'Groups of people',
    value: given(errors.groups, 'plain'),
    says: 'How many groups were left out, one at a time, to see how far the figures scatter.',
    name: 'jackknife_groups',
  };
  return [
    level,
    ...(jackknife ? [groups] : []),
    {
      label: 'Standard errors to each side',
      value: formula(reach, errors.critical, 'decimal'),
      says: `How far an interval reaches, by ${jackknife ? "Student's t" : 'the normal'} distribution.`,
      name: 'critical',
    },
  ];
}

/** The name of the cell that says whether a category of cost grows with the members. */
export const growsName = (category: CostCategory): string => `grows_${category}`;

function growing(): Setting[] {
  return (Object.keys(CATEGORIES) as CostCategory[]).map((category) => ({
    label: category,
    value: input(CATEGORIES[category].variable ? 1 : 0, 'plain'),
    says: category === 'one_off' ? '1: an active member is charged with it; 0: not.' : '',
    name: growsName(category),
  }));
}
