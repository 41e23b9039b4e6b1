import { GLOSSARY } from '../../report/glossary.ts';
import type { OptionSpec, Program } from '../command.ts';
import { SCHEMA_NAMES } from '../schemas.ts';
import { bashScript } from './bash.ts';
import { fishScript } from './fish.ts';
import { powershellScript } from './powershell.ts';
import { SECTIONS } from './sections.ts';
import type { Shell } from './shells.ts';
import { type CommandNode, commandNode } from './tree.ts';
import { zshScript } from './zsh.ts';

const SCRIPTS: Readonly<Record<Shell, (commands: readonly CommandNode[]) => string>> = {
  bash: bashScript,
  zsh: zshScript,
  fish: fishScript,
  powershell: powershellScript,
};

/** What a shell has to run to complete this program's command line. */
export function completionScript(shell: Shell, program: Program): string {
  return SCRIPTS[shell](commandTree(program));
}

const HELP: OptionSpec = { flags: '-h, --help', summary: 'show help', group: '' };

/** Every command with its arguments and options, and the words that may follow each. */
function commandTree({ commands, common }: Program): readonly CommandNode[] {
  const metrics = GLOSSARY.map(({ id }) => id);
  return commands.map((command) =>
    commandNode(command, [...common, HELP], {
      '--explain': metrics,
      'explain metric': metrics,
      'schema name': SCHEMA_NAMES,
      '--section': SECTIONS[command.name] ?? [],
    }),
  );
}
