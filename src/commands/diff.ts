import { argumentMissing } from '../errors/usage.ts';
import type { Command, OptionSpec } from './command.ts';
import { HORIZON_OPTION } from './options.ts';

const OPTIONS: readonly OptionSpec[] = [HORIZON_OPTION];

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
    const { compared, readBoth } = await import('./diff-results.ts');
    return compared(await readBoth(before, after, services), raw);
  },
};
