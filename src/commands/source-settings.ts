import type { ConfigFile } from '../input/config/config-file.ts';
import type { ConfigKey, ConfigValue } from '../schema/config.ts';
import type { OptionSpec, Services } from './command.ts';
import { longName } from './options.ts';

/** Raw exports: files, or tables where a database is named. */
export const RAW_EXPORTS = ['members', 'transactions', 'activity', 'customers'];

/** Options that say which database is asked. */
const ABOUT_SOURCE: Readonly<Record<string, string>> = { source: 'url', timeout: 'timeout' };

export const isAboutSource = (option: string): boolean => Object.hasOwn(ABOUT_SOURCE, option);

/** The keys of the part `source` of a configuration, from those of the options. */
export function sourceKeys(keys: readonly ConfigKey[]): ConfigKey[] {
  const about = keys.filter(({ name }) => isAboutSource(name));
  const exports = keys.filter(({ name }) => RAW_EXPORTS.includes(name));
  return [
    ...about.map((key) => ({ ...key, name: ABOUT_SOURCE[key.name]! })),
    ...exports.map((key) => ({
      ...key,
      summary: `tables or views of ${key.name}, such as schema.table`,
      isFile: false,
    })),
  ];
}

/** What the part `source` says of an option; names below it are tables. */
export function fromSourcePart(
  { source }: ConfigFile,
  option: string,
): { readonly value: ConfigValue; readonly path: readonly string[] } | undefined {
  const key = ABOUT_SOURCE[option] ?? option;
  const value = source[key];
  return value === undefined ? undefined : { value, path: ['source', key] };
}

/** Whether a configuration names tables, rather than files alone. */
export function hasTables({ source }: ConfigFile): boolean {
  return RAW_EXPORTS.some((name) => source[name] !== undefined);
}

/** A value with `${NAME}` replaced by the variables of the environment, and the names of those that are not there. */
export function withVariables(
  text: string,
  env: Services['env'],
): { readonly text: string; readonly missing: readonly string[] } {
  const missing: string[] = [];
  const filled = text.replace(/\$\{([^{}]*)\}/g, (_, name: string) => {
    const value = env[name];
    if (value === undefined || value === '') missing.push(name);
    return value ?? '';
  });
  return { text: filled, missing };
}

/** The specification of an option by its long name. */
export function specNamed(specs: readonly OptionSpec[], name: string): OptionSpec | undefined {
  return specs.find((spec) => longName(spec) === name);
}
