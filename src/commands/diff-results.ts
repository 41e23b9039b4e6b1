import { type Account, accountOf, horizonsOf } from '../core/account.ts';
import { decompose } from '../core/decomposition.ts';
import { horizonMissing, resultCurrencies } from '../errors/diff.ts';
import { Problems } from '../errors/problem.ts';
import { InputError } from '../errors/user-error.ts';
import { readResult, type SavedResult } from '../input/results.ts';
import { diffReport } from '../report/diff/report.ts';
import type { Report } from '../report/report.ts';
import type { RawOptions, Services } from './command.ts';
import { assertStdinOnce } from './options.ts';

export type Pair = readonly [old: SavedResult, now: SavedResult];

/** What moved ROI from the one to the other, over the horizon that the options name. */
export function compared(results: Pair, raw: RawOptions): Report {
  const horizon = horizonIn(results, raw);
  const [old, now] = [sideOf(results, 0, horizon), sideOf(results, 1, horizon)];
  return diffReport({ horizon, old, now, movement: decompose(old.account, now.account) });
}

/** Two saved results of the same currency. */
export async function readBoth(before: string, after: string, { stdin, cwd }: Services): Promise<Pair> {
  assertStdinOnce([before, after]);
  const problems = new Problems();
  const context = { problems, stdin, cwd };
  const [old, now] = [await readResult(before, context), await readResult(after, context)];
  if (old === undefined || now === undefined) throw new InputError(problems);
  assertOneCurrency([old, now], problems);
  return [old, now];
}

export function assertOneCurrency([old, now]: Pair, problems: Problems): void {
  if (old.currency === null || now.currency === null || old.currency === now.currency) return;
  problems.add({ ...resultCurrencies(now.currency, old.currency, old.name), file: now.name });
  throw new InputError(problems);
}

/** The horizon that the options name, which every result has to have. */
export function horizonIn(results: readonly SavedResult[], raw: RawOptions): string {
  const horizon = typeof raw['horizon'] === 'string' ? raw['horizon'] : 'totals';
  const [first = [], ...others] = results.map(horizonsOf);
  const without = results.find((result) => accountOf(result, horizon, result.options?.margin) === undefined);
  if (without === undefined) return horizon;
  throw horizonMissing(
    horizon,
    without.name,
    first.filter((name) => others.every((other) => other.includes(name))),
  );
}

function sideOf(results: Pair, at: 0 | 1, horizon: string): { result: SavedResult; account: Account } {
  const result = results[at];
  return { result, account: accountOf(result, horizon, result.options?.margin)! };
}
