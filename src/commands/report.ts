import type { Command, OptionSpec } from './command.ts';
import { HORIZON_OPTION } from './options.ts';

const OPTIONS: readonly OptionSpec[] = [
  {
    flags: '--baseline <file>',
    summary: 'JSON of an earlier report or calc: what has changed since',
    group: 'Method:',
  },
  HORIZON_OPTION,
];

export const report: Command = {
  name: 'report',
  summary: 'everything that community-roi.yaml names, in one document',
  description:
    'Computes all that the configuration names and writes it as one document: the answer for both sides first, goals, what has changed, both ledgers, and a line for each file that would tell more. Give -o for each format to write.',
  args: [
    { name: 'config', summary: 'community-roi.yaml, or its folder (default: the one in this folder)', required: false },
  ],
  options: OPTIONS,
  examples: [
    { says: 'In the terminal', command: 'community-roi report' },
    { says: 'For people, finance and programs', command: 'community-roi report -o report.html -o report.json' },
    {
      says: 'What has changed since last month',
      command: 'community-roi report --baseline 2024-11.json -o 2024-12.json -o report.md',
    },
  ],
  async run(_args, raw, services) {
    const { writtenReport } = await import('./report-parts.ts');
    return writtenReport(raw, services);
  },
};
