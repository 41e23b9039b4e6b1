import type { CommandNode, Values } from './tree.ts';

/**
 * Completion for bash 3.2 and later, without the package bash-completion. File names are left to readline, which quotes
 * them right.
 */
export function bashScript(commands: readonly CommandNode[]): string {
  const names = commands.map(({ name }) => name).join(' ');
  return `# bash completion for community-roi: source <(community-roi completion bash)

_community_roi_options() {
  case "$1" in
${commands.map(({ name, options }) => `    ${name}) words="${options.flatMap((option) => option.names).join(' ')}" ;;`).join('\n')}
  esac
}

# What may follow an option ("calc --format") or stand as an argument ("calc 0"): $kind, and the $words of it.
_community_roi_values() {
  kind="" words=""
  case "$1" in
${valueCases(commands)}
  esac
}

_community_roi() {
  local cur=\${COMP_WORDS[COMP_CWORD]} command="" option="" position=0 kind words word i
  COMPREPLY=()
  for ((i = 1; i < COMP_CWORD; i++)); do
    word=\${COMP_WORDS[i]}
    if [[ $word == "=" ]]; then
      continue
    elif [[ -n $option ]]; then
      option=""
    elif [[ -z $command ]]; then
      command=$word
    elif [[ $word == -?* ]]; then
      _community_roi_values "$command $word"
      [[ -n $kind ]] && option=$word
    else
      position=$((position + 1))
    fi
  done
  [[ $cur == "=" ]] && cur=""
  if [[ -z $command ]]; then
    kind=words words="${names} help --help --version"
  elif [[ $command == help ]]; then
    kind=words words="${names}"
  elif [[ -n $option ]]; then
    _community_roi_values "$command $option"
  elif [[ $cur == -* ]]; then
    kind=words
    _community_roi_options "$command"
  else
    _community_roi_values "$command $position"
  fi
  case "$kind" in
    files) ;;
    folders)
      compopt -o filenames 2>/dev/null
      while IFS= read -r word; do COMPREPLY+=("$word"); done < <(compgen -d -- "$cur")
      ;;
    *)
      compopt +o default 2>/dev/null
      while IFS= read -r word; do COMPREPLY+=("$word"); done < <(compgen -W "$words" -- "$cur")
      ;;
  esac
}

complete -o default -F _community_roi community-roi
`;
}

/** One branch for each set of values, with the options and arguments that it stands for. */
function valueCases(commands: readonly CommandNode[]): string {
  const branches = new Map<string, string[]>();
  for (const [pattern, values] of commands.flatMap(placesOf)) {
    const body = bodyOf(values);
    branches.set(body, [...(branches.get(body) ?? []), pattern]);
  }
  return [...branches].map(([body, patterns]) => `    ${patterns.join(' | ')})\n      ${body} ;;`).join('\n');
}

function placesOf({ name, args, options }: CommandNode): (readonly [pattern: string, values: Values])[] {
  const ofArgs = args.map(({ values, variadic }, at) => {
    return [variadic ? `"${name} "[0-9]*` : `"${name} ${at}"`, values] as const;
  });
  const ofOptions = options.flatMap(({ names, value }) =>
    value === undefined ? [] : names.map((each) => [`"${name} ${each}"`, value.values] as const),
  );
  return [...ofArgs, ...ofOptions];
}

function bodyOf(values: Values): string {
  return values.kind === 'words' ? `kind=words words="${values.words.join(' ')}"` : `kind=${values.kind}`;
}
