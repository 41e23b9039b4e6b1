/** How a shell is told of its script: a line, and the file that it belongs in. */
export interface SetUp {
  readonly line: string;
  /** Missing where the line is run once. */
  readonly file?: string;
}

/** Shells whose completion is written. */
export const SHELLS = {
  bash: { line: 'source <(community-roi completion bash)', file: '~/.bashrc' },
  zsh: { line: 'source <(community-roi completion zsh)', file: '~/.zshrc, below compinit' },
  fish: { line: 'community-roi completion fish > ~/.config/fish/completions/community-roi.fish' },
  powershell: { line: 'community-roi completion powershell | Out-String | Invoke-Expression', file: '$PROFILE' },
} as const satisfies Readonly<Record<string, SetUp>>;

export type Shell = keyof typeof SHELLS;

export const SHELL_NAMES = Object.keys(SHELLS) as readonly Shell[];
