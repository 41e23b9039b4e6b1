import type { Command } from './command.ts';
import { SHELL_NAMES, SHELLS } from './completion/shells.ts';

export const completion: Command = {
  name: 'completion',
  summary: 'what lets a shell complete commands, options and their values',
  description:
    'Prints a script that teaches a shell to complete commands, options, their values, metrics, sections and file names. With no shell it says how each is told of it.',
  args: [{ name: 'shell', summary: SHELL_NAMES.join(', '), required: false, choices: SHELL_NAMES }],
  options: [],
  examples: [
    { says: 'For this session of bash', command: 'source <(community-roi completion bash)' },
    {
      says: 'For every session of zsh, with ~/.zfunc in $fpath',
      command: 'community-roi completion zsh > ~/.zfunc/_community-roi',
    },
    {
      says: 'For every session of fish',
      command: 'community-roi completion fish > ~/.config/fish/completions/community-roi.fish',
    },
  ],
  verbatim: true,
  async run([typed], _, { program }) {
    const shell = SHELL_NAMES.find((name) => name === typed);
    if (typed !== undefined && shell === undefined) {
      const { optionInvalid } = await import('../errors/usage.ts');
      const { oneOf } = await import('../errors/written.ts');
      throw optionInvalid('<shell>', typed, oneOf(SHELL_NAMES));
    }
    const { scriptReport, shellsReport } = await import('../report/shell.ts');
    if (shell === undefined) return shellsReport(SHELLS);
    const { completionScript } = await import('./completion/script.ts');
    return scriptReport(shell, completionScript(shell, program));
  },
};
