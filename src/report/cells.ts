import type { Cell, Phrase } from './report.ts';

/** Short ways to write a cell. Null becomes unknown, with its reason. */

export const text = (value: string): Cell => ({ kind: 'text', text: value });
export const phrase = (...parts: Phrase): Cell => ({ kind: 'phrase', parts });
export const blank: Cell = text('');
export const period = (value: string): Cell => ({ kind: 'period', period: value });
export const bar = (share: number): Cell => ({ kind: 'bar', share });
export const span = (from: number, to: number, mark: number): Cell => ({ kind: 'span', from, to, mark });
export const unknown = (reason: string): Cell => ({ kind: 'unknown', reason });

export const count = (value: number | null, reason = '', decimals = 0): Cell =>
  value === null ? unknown(reason) : { kind: 'count', count: value, decimals };

/** A number of things in a sentence, in the singular or the plural. */
export const counted = (n: number, one: string, many: string): Phrase => [count(n), n === 1 ? ` ${one}` : ` ${many}`];

/** A number of people in a sentence, with the verb that goes with it. */
export const people = (n: number, [one, many]: readonly [string, string] = ['', '']): Phrase =>
  counted(n, `person ${one}`.trimEnd(), `people ${many}`.trimEnd());

/** A sum of money, in whole units. */
export const amount = (value: number | null, reason = ''): Cell =>
  value === null ? unknown(reason) : { kind: 'money', amount: value };

/** An amount per person or per period, with cents. */
export const price = (value: number | null, reason = ''): Cell =>
  value === null ? unknown(reason) : { kind: 'money', amount: value, cents: true };

/** A change in an amount per person, with its sign. */
export const change = (value: number | null, reason = ''): Cell =>
  value === null ? unknown(reason) : { kind: 'money', amount: value, cents: true, signed: true };

export const percent = (ratio: number | null, reason = ''): Cell =>
  ratio === null ? unknown(reason) : { kind: 'percent', ratio };

export const signedPercent = (ratio: number | null, reason = ''): Cell =>
  ratio === null ? unknown(reason) : { kind: 'percent', ratio, signed: true };

export const range = (low: Cell, high: Cell): Cell => ({ kind: 'interval', low, high });
