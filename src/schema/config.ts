import * as z from 'zod/mini';

/** What a key of the configuration may hold: an option or a file of the program, as the configuration names it. */
export interface ConfigKey {
  /** What stands after `--` in the help, such as `member-cost`, or the name of an argument. */
  readonly name: string;
  readonly summary: string;
  /** A list may stand there as well. */
  readonly many: boolean;
  /** Names and values may stand there: an option such as `--map <file.column=Header>`. */
  readonly pairs: boolean;
  /** Yes or no, without a value. */
  readonly isSwitch: boolean;
  readonly isFile: boolean;
  readonly choices?: readonly string[];
}

/** The keys of each part of the configuration. */
export interface ConfigKeys {
  readonly files: readonly ConfigKey[];
  /** For every command that takes them. */
  readonly options: readonly ConfigKey[];
  /** The database, and the tables in it. */
  readonly source: readonly ConfigKey[];
  /** For one command alone, by its name. */
  readonly commands: Readonly<Record<string, readonly ConfigKey[]>>;
}

/** A value as it is written: text, or several of it, or text by name. */
export type ConfigValue = string | readonly string[] | Readonly<Record<string, string>>;

/** The part of a configuration that is not about one command. */
export interface ConfigParts {
  readonly $schema?: string | undefined;
  readonly title?: string | undefined;
  readonly files?: Readonly<Record<string, string | readonly string[]>> | undefined;
  readonly options?: Readonly<Record<string, ConfigValue>> | undefined;
  readonly source?: Readonly<Record<string, string | readonly string[]>> | undefined;
  readonly initiatives?: unknown;
  readonly checks?: unknown;
}

const scalar = (expected: string) =>
  z.union([z.string(expected).check(z.minLength(1, expected)), z.number()], expected);

/** What a value must be, in words: also the remedy where it is not. */
function expectedOf({ many, pairs, isSwitch, isFile, choices }: ConfigKey): string {
  if (isSwitch) return 'true or false';
  if (choices !== undefined) return `${choices.slice(0, -1).join(', ')} or ${choices.at(-1)}`;
  const one = isFile ? 'a path' : 'a value';
  if (pairs) return 'a name and a value each, or a list of name=value';
  return many ? `${one}, or a list of them` : one;
}

function valueFor(key: ConfigKey) {
  const expected = expectedOf(key);
  if (key.isSwitch) return z.union([z.boolean(), z.enum(['true', 'false'])], expected);
  if (key.choices !== undefined && !key.many) return z.enum(key.choices as [string, ...string[]], expected);
  const one = scalar(expected);
  if (key.pairs) return z.union([one, z.array(one), z.record(z.string(), one)], expected);
  return key.many ? z.union([one, z.array(one).check(z.minLength(1))], expected) : one;
}

function part(keys: readonly ConfigKey[]) {
  const shape = Object.fromEntries(
    keys.map((key) => [key.name, z.optional(valueFor(key)).register(z.globalRegistry, { description: key.summary })]),
  );
  return z.optional(z.strictObject(shape, PART));
}

const PART = 'names with a value each, below it';

/**
 * What a configuration must look like, from the keys that the commands bring along. Values are checked against the
 * options of their commands later on: here it counts that each stands where it may.
 */
export function configSchema(
  { files, options, source, commands }: ConfigKeys,
  goals: { readonly initiatives: z.ZodMiniType; readonly checks: z.ZodMiniType },
) {
  return z.strictObject({
    $schema: z.optional(z.string('a text')),
    title: z.optional(z.string('a text')),
    files: part(files),
    options: part(options),
    source: part(source),
    ...Object.fromEntries(Object.entries(commands).map(([name, keys]) => [name, part(keys)])),
    initiatives: z.optional(goals.initiatives),
    checks: z.optional(goals.checks),
  });
}

/** For a reader that leaves goals and checks to those who judge them. */
export const unchecked = { initiatives: z.unknown(), checks: z.unknown() } as const;
