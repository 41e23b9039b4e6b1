import type { Command, OptionSpec } from './command.ts';

const OPTIONS: readonly OptionSpec[] = [
  { flags: '--print', summary: 'show each value and where it came from (as without it)', group: 'What to show:' },
];

export const config: Command = {
  name: 'config',
  summary: 'each setting, and whether a flag, the environment or a file set it',
  description:
    'Shows what the commands run with: every file and option that community-roi.yaml, the environment or a flag sets, where it was set, and the defaults of the rest. A flag beats the environment, which beats the file.',
  args: [
    { name: 'config', summary: 'community-roi.yaml, or its folder (default: the one in this folder)', required: false },
  ],
  options: OPTIONS,
  examples: [
    { says: 'What is set, and where', command: 'community-roi config --print' },
    { says: 'For a script', command: 'community-roi config --json' },
  ],
  async run(_args, raw, services) {
    const { settingsReport } = await import('../report/settings/report.ts');
    const { allSettings } = await import('./all-settings.ts');
    return settingsReport(allSettings(raw, services));
  },
};
