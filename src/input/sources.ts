import type { ReadContext } from './options.ts';

/** One input as the user named it. */
export interface Source {
  /** For messages: as typed, `<stdin>` for `-`. */
  readonly name: string;
  /** Undefined for standard input. */
  readonly path?: string;
}

/** The sources that the arguments stand for. */
export function listSources(args: readonly string[], _context: ReadContext): Source[] {
  return args.map((arg) => (arg === '-' ? { name: '<stdin>' } : { name: arg, path: arg }));
}
