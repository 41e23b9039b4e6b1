import type { ArgumentNode, CommandNode, OptionNode, Values } from './tree.ts';

/** Completion for zsh: works in a folder of `$fpath`, and when it is sourced after compinit. */
export function zshScript(commands: readonly CommandNode[]): string {
  const list = commands.map(({ name, summary }) => `    ${quoted(`${name}:${summary}`)}`);
  return `#compdef community-roi
# zsh completion for community-roi: community-roi completion zsh > ~/.zfunc/_community-roi

_community-roi() {
  local curcontext=$curcontext state line
  local -a commands
  commands=(
${list.join('\n')}
    'help:show help for a command'
  )
  _arguments -C \\
    '(-h --help)'{-h,--help}'[show help]' \\
    '--version[print the version]' \\
    '1: :->command' \\
    '*:: :->rest'
  case $state in
    command) _describe -t commands command commands ;;
    rest)
      case $words[1] in
        help) _describe -t commands command commands ;;
${commands.map(commandCase).join('\n')}
      esac
      ;;
  esac
}

if [[ $funcstack[1] == _community-roi ]]; then
  _community-roi "$@"
else
  compdef _community-roi community-roi
fi
`;
}

function commandCase({ name, args, options }: CommandNode): string {
  const specs = [...options.map(optionSpec), ...args.map(argumentSpec)];
  return `        ${name})\n          _arguments -s -S \\\n            ${specs.join(' \\\n            ')}\n          ;;`;
}

function optionSpec({ names, summary, value, repeat }: OptionNode): string {
  const says = `[${summary.replace(/[[\]\\]/g, '\\$&')}]`;
  const takes = value === undefined ? '' : `:${plain(value.name)}:${action(value.values)}`;
  const [first = '', ...others] = names;
  const form = (name: string) => (name.startsWith('--') && value !== undefined ? `${name}=` : name);
  if (others.length === 0) return quoted(`${repeat ? '*' : ''}${form(first)}${says}${takes}`);
  const forms = names.map((name) => (name.startsWith('--') ? form(name) : value === undefined ? name : `${name}+`));
  return `${quoted(repeat ? '*' : `(${names.join(' ')})`)}{${forms.join(',')}}${quoted(says + takes)}`;
}

function argumentSpec({ name, values, variadic }: ArgumentNode, at: number): string {
  return quoted(`${variadic ? '*' : at + 1}:${plain(name)}:${action(values)}`);
}

function action(values: Values): string {
  if (values.kind === 'files') return '_files';
  if (values.kind === 'folders') return '_files -/';
  // A space shows what is wanted and completes nothing.
  return values.kind === 'text'
    ? ' '
    : `(${values.words.map((word) => word.replace(/[()\\ ;|,]/g, '\\$&')).join(' ')})`;
}

/** A description must not hold the mark that parts an action from it. */
const plain = (text: string) => text.replaceAll(':', ' ');

const quoted = (text: string) => `'${text.replaceAll("'", "'\\''")}'`;
