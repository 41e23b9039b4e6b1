import { nothingToCheck } from '../errors/goals.ts';
import type { Command } from './command.ts';

export const check: Command = {
  name: 'check',
  summary: 'goals of both sides, and limits: exit 1 if one is missed',
  description:
    'Works out what the config names and holds it against its goals: one or two for the business and one or two for the members of each initiative, and limits that a scheduled job watches. A figure that is unknown does not pass.',
  args: [{ name: 'config', summary: 'community-roi.yaml (default: the one in this folder)', required: false }],
  options: [],
  examples: [
    { says: 'The scorecard', command: 'community-roi check' },
    { says: 'Annotations and a job summary on GitHub', command: 'community-roi check --format github' },
    { says: 'For other CI', command: 'community-roi check community-roi.yaml -o goals.xml' },
  ],
  async run(_args, _raw, services) {
    const { configFor, resultsOf } = await import('./results.ts');
    const { scorecardOf } = await import('./scorecard.ts');
    const config = await configFor('check', services);
    const report = scorecardOf(config, await resultsOf(config, services), services);
    if (report === undefined) throw nothingToCheck(config.name);
    return report;
  },
};
