import { closest, fold } from '../spelling.ts';

/** Finds what a name stands for, in whichever spelling. */
export interface Lookup<Name extends string> {
  readonly names: readonly Name[];
  find(text: string): Name | undefined;
  /** The name whose spellings hold the one most like the text. */
  suggest(text: string): Name | undefined;
}

/** Other spellings of each name, parted by commas and line ends. A spelling stands for one name only. */
export type Aliases<Name extends string> = Readonly<Record<Name, string>>;

export function lookup<Name extends string>(aliases: Aliases<Name>): Lookup<Name> {
  const names = Object.keys(aliases) as Name[];
  // Filled when first asked: folding hundreds of names is not for the start of the program.
  let spellings: Map<string, Name> | undefined;
  const known = () => {
    spellings ??= new Map(names.flatMap((name) => spelledOut(name, aliases[name]).map((folded) => [folded, name])));
    return spellings;
  };
  return {
    names,
    find: (text) => known().get(fold(text)),
    suggest: (text) => {
      const near = closest(text, [...known().keys()])[0];
      return near === undefined ? undefined : known().get(near);
    },
  };
}

/** The folded spellings of a name, itself first. */
export function spelledOut(name: string, aliases: string): string[] {
  return [name, ...aliases.split(/[,\n]/)].map(fold).filter((folded) => folded.length > 0);
}
