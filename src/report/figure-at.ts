import { amount, count, percent, price, signedPercent } from './cells.ts';
import type { Cell } from './report.ts';

/** A figure found in the JSON of a report; null with the reason where it is unknown. */
export interface Figure {
  readonly value: number | null;
  readonly reason: string;
  readonly measure: Measure;
}

/** What a figure is: money by the person or period has cents. */
export type Measure = 'return' | 'share' | 'money' | 'price' | 'number';

/** There is no such figure; `near` are the names that stand where the path ends. */
export interface NoFigure {
  readonly near: readonly string[];
}

/** Names that need no path. */
const SHORT: Readonly<Record<string, string>> = {
  roi: 'totals.roi',
  return: 'totals.return',
  cost: 'totals.cost',
  profit: 'totals.profit',
};

type Fields = Readonly<Record<string, unknown>>;

/**
 * The figure that a dotted path names: `latest12.roi`, `outcomes.earnings.difference`. An item of a list goes by its
 * first field, as in `periods.2024-01.roi`; `.low` and `.high` after a figure are the ends of its interval.
 */
export function figureAt(data: object, metric: string): Figure | NoFigure {
  const [first = '', ...rest] = metric.split('.');
  const path = [...(Object.hasOwn(SHORT, first) ? SHORT[first]!.split('.') : [first]), ...rest];
  const end = path.at(-1);
  if (path.length > 1 && (end === 'low' || end === 'high')) {
    const found = figureAtPath(data, path.slice(0, -1), endOf(end));
    if (!('near' in found)) return found;
  }
  return figureAtPath(data, path, (parent, key) => parent[key]);
}

type Take = (parent: Fields, key: string) => unknown;

function figureAtPath(data: object, path: readonly string[], take: Take): Figure | NoFigure {
  let at = data as Fields;
  let rest = path;
  while (rest.length > 1) {
    const step = stepInto(at, rest);
    if (step === undefined) return { near: namesIn(at, path.slice(0, path.length - rest.length)) };
    if (step.into === null) return { value: null, reason: reasonFor(at, step.key), measure: measureOf(at, path) };
    at = step.into;
    rest = step.rest;
  }
  const [key = ''] = rest;
  const value = Object.hasOwn(at, key) ? take(at, key) : undefined;
  if (value !== null && typeof value !== 'number') return { near: namesIn(at, path.slice(0, -1)) };
  return { value, reason: value === null ? reasonFor(at, key) : '', measure: measureOf(at, path) };
}

/** The end of the interval around a figure, which stands beside it under the same name. */
function endOf(end: 'low' | 'high'): Take {
  return (parent, key) => {
    if (parent[key] === null) return null;
    const { interval } = parent as { readonly interval?: Fields | null };
    if (interval === undefined) return undefined;
    const ends = interval === null ? null : interval[key];
    if (ends === null) return null;
    return Array.isArray(ends) ? (ends[end === 'low' ? 0 : 1] as unknown) : undefined;
  };
}

interface Step {
  readonly key: string;
  readonly into: Fields | null;
  readonly rest: readonly string[];
}

/** One step along a path: a field, or an item of a list, whose name may hold dots. */
function stepInto(at: Fields, rest: readonly string[]): Step | undefined {
  const [key = '', ...after] = rest;
  const own = Object.hasOwn(at, key) ? at[key] : undefined;
  if (own === null) return { key, into: null, rest: after };
  if (Array.isArray(own)) return itemIn(own, after);
  if (typeof own === 'object') return { key, into: own as Fields, rest: after };
  // `outcomes.earnings` is short for `outcomes.outcomes.earnings`.
  for (const list of Object.values(at)) {
    const item = Array.isArray(list) ? itemIn(list, rest) : undefined;
    if (item !== undefined) return item;
  }
  return undefined;
}

function itemIn(list: readonly unknown[], rest: readonly string[]): Step | undefined {
  for (let taken = 1; taken < rest.length; taken++) {
    const key = rest.slice(0, taken).join('.');
    const item = list.find((candidate) => nameOf(candidate) === key);
    if (item !== undefined) return { key, into: item as Fields, rest: rest.slice(taken) };
  }
  return undefined;
}

/** The first field of an item, where it is a text. */
function nameOf(item: unknown): string | undefined {
  if (typeof item !== 'object' || item === null) return undefined;
  const [first] = Object.values(item);
  return typeof first === 'string' ? first : undefined;
}

/** Why a field is null: it says so beside itself, or its interval does. */
function reasonFor(parent: Fields, key: string): string {
  const reason = parent[`${key}Reason`] ?? parent['intervalReason'] ?? parent['reason'];
  return typeof reason === 'string' ? reason : 'it is not in this report';
}

/** Paths to what lies here: figures, what holds some, and the items of the list that a part is named after. */
function namesIn(at: Fields, above: readonly string[]): string[] {
  const names = Object.entries(at).flatMap(([key, value]): string[] => {
    if (Array.isArray(value)) return key === above.at(-1) ? value.flatMap((item) => nameOf(item) ?? []) : [];
    return key !== 'interval' && (typeof value === 'number' || typeof value === 'object') ? [key] : [];
  });
  return [...(above.length === 0 ? Object.keys(SHORT) : []), ...names.map((name) => [...above, name].join('.'))];
}

const RETURNS = /(?:^roi|Roi|^irr)$/;
const SHARES = /(?:share|rate|coverage|giveBack)/i;
const PRICES = ['perActiveMember', 'marginal', 'trend'];
const SUMS = ['returnsBySource', 'returnsByLine', 'costsByCategory'];
const MONEY = /(?:^cost|^return|^profit|surplus|investment|npv|amount|rewards|fees)$/i;

/** What a figure is, from its name, and from what an outcome says of itself. */
function measureOf(parent: Fields, path: readonly string[]): Measure {
  const key = path.findLast((name) => name !== 'low' && name !== 'high') ?? '';
  if (RETURNS.test(key)) return 'return';
  if (SHARES.test(key) || parent['kind'] === 'rate') return 'share';
  if (parent['money'] === true || path.some((name) => PRICES.includes(name) && key !== 'activeMembers')) return 'price';
  return MONEY.test(key) || path.some((name) => SUMS.includes(name)) ? 'money' : 'number';
}

/** A figure as a cell. */
export function figureCell(value: number | null, measure: Measure, reason = ''): Cell {
  if (measure === 'return') return value !== null && value < 0 ? percent(value) : signedPercent(value, reason);
  if (measure === 'share') return percent(value, reason);
  if (measure === 'money') return value !== null && Math.abs(value) < 1000 ? price(value) : amount(value, reason);
  if (measure === 'price') return price(value, reason);
  return count(value, reason, value === null || Number.isInteger(value) ? 0 : 2);
}
