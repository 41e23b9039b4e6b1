import { type Account, accountOf, horizonsOf } from '../core/account.ts';
import { decompose } from '../core/decomposition.ts';
import { horizonMissing, resultCurrencies } from '../errors/diff.ts';
import { Problems } from '../errors/problem.ts';
import { argumentMissing, stdinTwice } from '../errors/usage.ts';
import { InputError } from '../errors/user-error.ts';
import type { SavedResult } from '../input/results.ts';
import { diffReport } from '../report/diff/report.ts';
import type { Command, OptionSpec, Services } from './command.ts';

const OPTIONS: readonly OptionSpec[] = [
  {
    flags: '--horizon <which>',
    summary: 'what to compare: totals, latest12 or a year (default: totals)',
    group: 'Method:',
  },
];

export const diff: Command = {
  name: 'diff',
  summary: 'what moved ROI between two results: members, spending, cost',
  description:
    'Compares two results of calc and shows what moved ROI from the one to the other: the number of members, what they spent, what non-members did, other returns and cost. The parts add up.',
  args: [
    { name: 'old', summary: 'JSON of an earlier calc', required: true },
    { name: 'new', summary: 'JSON of a later calc', required: true },
  ],
  options: OPTIONS,
  examples: [
    { says: 'Save a result each month', command: 'community-roi calc costs.csv spend.csv -o 2024-01.json' },
    { says: 'What moved it', command: 'community-roi diff 2023-12.json 2024-01.json' },
    { says: 'The latest twelve months', command: 'community-roi diff 2023-12.json 2024-01.json --horizon latest12' },
  ],
  async run([before, after], raw, services) {
    if (before === undefined) throw argumentMissing('old', 'diff');
    if (after === undefined) throw argumentMissing('new', 'diff');
    const results = await readBoth(before, after, services);
    const horizon = typeof raw['horizon'] === 'string' ? raw['horizon'] : 'totals';
    const [old, now] = [sideOf(results, 0, horizon), sideOf(results, 1, horizon)];
    return diffReport({ horizon, old, now, movement: decompose(old.account, now.account) });
  },
};

type Pair = readonly [SavedResult, SavedResult];

async function readBoth(before: string, after: string, { stdin, cwd }: Services): Promise<Pair> {
  if (before === '-' && after === '-') throw stdinTwice();
  const { readResult } = await import('../input/results.ts');
  const problems = new Problems();
  const context = { problems, stdin, cwd };
  const [old, now] = [await readResult(before, context), await readResult(after, context)];
  if (old === undefined || now === undefined) throw new InputError(problems);
  if (old.currency !== null && now.currency !== null && old.currency !== now.currency) {
    problems.add({ ...resultCurrencies(now.currency, old.currency, old.name), file: now.name });
    throw new InputError(problems);
  }
  return [old, now];
}

function sideOf(results: Pair, at: 0 | 1, horizon: string): { result: SavedResult; account: Account } {
  const result = results[at];
  const account = accountOf(result, horizon, result.options?.margin);
  if (account !== undefined) return { result, account };
  const [first, second] = results.map(horizonsOf) as [string[], string[]];
  throw horizonMissing(
    horizon,
    result.name,
    first.filter((name) => second.includes(name)),
  );
}
