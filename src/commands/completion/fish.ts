import type { CommandNode, OptionNode, Values } from './tree.ts';

/** Completion for fish 3 and later. */
export function fishScript(commands: readonly CommandNode[]): string {
  const names = commands.map(({ name, summary }) => line('__community_roi_command', `-a ${name}`, summary));
  const parts = commands.map((command) => [`\n# ${command.name}`, ...linesOf(command)].join('\n'));
  return `# fish completion for community-roi:
#   community-roi completion fish > ~/.config/fish/completions/community-roi.fish

# Whether the command is still to come; with a name, whether it is that one.
function __community_roi_command
    set -l tokens (commandline -opc)
    if test (count $argv) -eq 0
        test (count $tokens) -eq 1
    else
        test (count $tokens) -gt 1; and test $tokens[2] = $argv[1]
    end
end

complete -c community-roi -f
${names.join('\n')}
${line('__community_roi_command', '-a help', 'show help for a command')}
${line('__community_roi_command', '-l version', 'print the version')}
${line('__community_roi_command', '-s h -l help', 'show help')}
${line('__community_roi_command help', `-a '${commands.map(({ name }) => name).join(' ')}'`)}
${parts.join('\n')}
`;
}

function linesOf({ name, args, options }: CommandNode): string[] {
  const here = `__community_roi_command ${name}`;
  const files = args.some(({ values }) => values.kind === 'files') ? [line(here, '-F')] : [];
  const others = args.flatMap(({ values, summary }) =>
    values.kind === 'files' || values.kind === 'text' ? [] : [line(here, valuesFlags(values).trim(), summary)],
  );
  return [...files, ...others, ...options.map((option) => optionLine(here, option))];
}

function optionLine(here: string, { names, summary, value }: OptionNode): string {
  const forms = names.map((name) => (name.startsWith('--') ? `-l ${name.slice(2)}` : `-s ${name.slice(1)}`));
  return line(here, `${forms.join(' ')}${value === undefined ? '' : takes(value.values)}`, summary);
}

function takes(values: Values): string {
  if (values.kind === 'files') return ' -r -F';
  return ` -x${valuesFlags(values)}`;
}

function valuesFlags(values: Values): string {
  if (values.kind === 'folders') return " -a '(__fish_complete_directories)'";
  return values.kind === 'words' ? ` -a ${quoted(values.words.join(' '))}` : '';
}

function line(condition: string, flags: string, summary?: string): string {
  const says = summary === undefined ? '' : ` -d ${quoted(summary)}`;
  return `complete -c community-roi -n '${condition}' ${flags}${says}`;
}

const quoted = (text: string) => `'${text.replace(/['\\]/g, '\\$&')}'`;
