import type { ArgumentSpec, Command, OptionSpec } from '../command.ts';

/** What may follow an option, or stand as an argument. */
export type Values =
  | { readonly kind: 'files' }
  | { readonly kind: 'folders' }
  | { readonly kind: 'words'; readonly words: readonly string[] }
  /** Something that nobody but the user knows. */
  | { readonly kind: 'text' };

export interface OptionNode {
  /** `--output`, and `-o` where it has a short form. */
  readonly names: readonly string[];
  readonly summary: string;
  /** What stands between the angle brackets; missing for a flag. */
  readonly value?: { readonly name: string; readonly values: Values };
  readonly repeat: boolean;
}

export interface ArgumentNode {
  readonly name: string;
  readonly summary: string;
  readonly values: Values;
  readonly variadic: boolean;
}

export interface CommandNode {
  readonly name: string;
  readonly summary: string;
  readonly args: readonly ArgumentNode[];
  readonly options: readonly OptionNode[];
}

/** Words that only some part of the program knows, by `--option` or by `command argument`. */
export type KnownWords = Readonly<Record<string, readonly string[]>>;

/** A command as completion and the man page see it. */
export function commandNode(
  { name, summary, args, options }: Command,
  shared: readonly OptionSpec[],
  known: KnownWords,
): CommandNode {
  return {
    name,
    summary,
    args: args.map((arg) => argumentNode(arg, known[`${name} ${arg.name}`])),
    options: [...options, ...shared].map((option) => optionNode(option, known)),
  };
}

/** An argument is a file unless more is known of it. */
function argumentNode(
  { name, summary, variadic, choices }: ArgumentSpec,
  known: readonly string[] | undefined,
): ArgumentNode {
  return { name, summary, values: valuesOf(name, choices ?? known, 'files'), variadic: variadic === true };
}

/** The parts of `-o, --output <file>`. */
function optionNode({ flags, summary, choices, repeat }: OptionSpec, known: KnownWords): OptionNode {
  const names = flags.match(/(?<![\w<-])--?[a-z][a-z0-9-]*/g) ?? [];
  const name = /<(.+)>/.exec(flags)?.[1];
  const words = choices ?? names.map((long) => known[long]).find((list) => list !== undefined);
  const value = name === undefined ? {} : { value: { name, values: valuesOf(name, words, 'text') } };
  return { names, summary, repeat: repeat === true, ...value };
}

function valuesOf(name: string, words: readonly string[] | undefined, otherwise: 'files' | 'text'): Values {
  if (words !== undefined) return { kind: 'words', words };
  if (name === 'file') return { kind: 'files' };
  return { kind: name === 'folder' ? 'folders' : otherwise };
}
