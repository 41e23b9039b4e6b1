import type { ReadOptions } from '../../src/input/options.ts';

const FLAGS: Readonly<Record<string, string>> = {
  encoding: '--encoding',
  delimiter: '--delimiter',
  decimal: '--decimal',
  dateOrder: '--date-order',
  currency: '--currency',
  sheet: '--sheet',
};

/** Options of reading as they are given on the command line, one argument each. */
export function flagsOf({ map = {}, skipBadRows = false, ...plain }: ReadOptions = {}): string[] {
  return [
    ...Object.entries(map).flatMap(([key, header]) => ['--map', `${key}=${header}`]),
    ...Object.entries(plain).flatMap(([key, value]) => [FLAGS[key] ?? key, String(value)]),
    ...(skipBadRows ? ['--skip-bad-rows'] : []),
  ];
}

/** The same as a person types it, with quotation marks where a shell needs them. */
export function typedFlags(options: ReadOptions | undefined): string {
  return flagsOf(options)
    .map((arg) => (/^[\p{L}\p{N}_.=-]+$/u.test(arg) ? arg : arg.replace(/^([\w.]+=)?(.*)$/s, '$1"$2"')))
    .join(' ');
}
