import { DEFAULT_USEFUL_LIFE_YEARS, type RoiInput, type RoiOptions } from './input.ts';
import { balance, ledgerOf } from './ledger.ts';
import { scale } from './money.ts';
import type { Ledger } from './result.ts';
import type { CostRow } from './rows.ts';
import { prepare } from './workings.ts';
import type { Search } from './zero.ts';

export type Assumption = 'margin' | 'life' | 'baseline' | 'attribution' | 'uplift' | 'staff';

/** An assumption that is a number: how far it may be off, and what the figures are where it is. */
export interface Lever {
  readonly assumption: Exclude<Assumption, 'baseline'>;
  /** Years, or a share of what is given. */
  readonly unit: 'years' | 'share';
  readonly value: number;
  readonly from: number;
  readonly to: number;
  readonly search: Search;
  at(value: number): Ledger;
}

/** The assumptions that the input holds. */
export function levers(input: RoiInput, options: RoiOptions): Lever[] {
  return [
    marginLever(input, options),
    ...lifeLever(input, options),
    ...attributionLever(input, options),
    upliftLever(input, options),
    ...staffLever(input, options),
  ];
}

/** Cost, return, profit and ROI over the whole window, through the calculation that gives them. */
export function wholeLedger(input: RoiInput, options: RoiOptions): Ledger {
  const { books, time } = prepare(input, options);
  return ledgerOf(books, { start: 0, end: time.length - 1 });
}

/** How far margin, useful life and staff cost may be off, in either direction. */
const QUARTER = 0.25;

function marginLever(input: RoiInput, options: RoiOptions): Lever {
  const value = options.margin ?? 1;
  return {
    assumption: 'margin',
    unit: 'share',
    value,
    from: value * (1 - QUARTER),
    to: Math.min(1, value * (1 + QUARTER)),
    search: { low: 0, high: 1, words: 'at any margin' },
    at: (margin) => wholeLedger(input, { ...options, margin }),
  };
}

/** Of all one-off costs: in years where they share one life, else as a share of each one's own. */
function lifeLever(input: RoiInput, options: RoiOptions): Lever[] {
  const lifeOf = (row: CostRow) => row.usefulLifeYears ?? options.usefulLifeYears ?? DEFAULT_USEFUL_LIFE_YEARS;
  const lives = [...new Set(input.costs.filter(({ category }) => category === 'one_off').map(lifeOf))];
  const [life] = lives;
  if (life === undefined) return [];
  const same = lives.length === 1;
  const value = same ? life : 1;
  const stretched = (row: CostRow, factor: number): CostRow =>
    row.category === 'one_off' ? { ...row, usefulLifeYears: lifeOf(row) * factor } : row;
  return [
    {
      assumption: 'life',
      unit: same ? 'years' : 'share',
      value,
      from: value * (1 - QUARTER),
      to: value * (1 + QUARTER),
      search: same
        ? { low: 1 / 12, high: 100, steps: 1199, words: 'for any useful life' }
        : { low: 0.01, high: 10, steps: 999, words: 'for useful lives up to ten times as long' },
      at: (to) => wholeLedger({ ...input, costs: input.costs.map((row) => stretched(row, to / value)) }, options),
    },
  ];
}

function attributionLever(input: RoiInput, options: RoiOptions): Lever[] {
  const rows = input.returns ?? [];
  if (rows.length === 0) return [];
  const counted = (share: number) => rows.map((row) => ({ ...row, attribution: (row.attribution ?? 1) * share }));
  const words = 'whatever share of the other returns is counted';
  return [
    { ...portion('attribution', words), at: (share) => wholeLedger({ ...input, returns: counted(share) }, options) },
  ];
}

/** How much of the uplift is put down to the community: those who join may differ from those who do not. */
function upliftLever(input: RoiInput, options: RoiOptions): Lever {
  const { uplift, rest, cost } = parts(input, options);
  const words = 'whatever share of the uplift is counted';
  return { ...portion('uplift', words), at: (share) => balance(cost, share * uplift + rest) };
}

function parts(input: RoiInput, options: RoiOptions): { uplift: number; rest: number; cost: number } {
  const { cost, return: returned } = wholeLedger(input, options);
  const rest = wholeLedger({ ...input, returns: [] }, options).return;
  return { uplift: rest, rest: returned - rest, cost };
}

/** Half to all of what is given. */
function portion(assumption: Lever['assumption'], words: string): Omit<Lever, 'at'> {
  return { assumption, unit: 'share', value: 1, from: 0.5, to: 1, search: { low: 0, high: 1, words } };
}

function staffLever(input: RoiInput, options: RoiOptions): Lever[] {
  if (!input.costs.some(({ category }) => category === 'staff')) return [];
  const scaled = (factor: number) =>
    input.costs.map((row) => (row.category === 'staff' ? { ...row, amount: scale(row.amount, factor) } : row));
  return [
    {
      assumption: 'staff',
      unit: 'share',
      value: 1,
      from: 1 - QUARTER,
      to: 1 + QUARTER,
      search: { low: 0, high: 4, words: 'at any staff cost from nothing to four times as much' },
      at: (factor) => wholeLedger({ ...input, costs: scaled(factor) }, options),
    },
  ];
}
