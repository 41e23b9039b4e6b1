import type { EngineContext } from '../engine/engine.ts';
import type { ReadContext } from '../input/options.ts';
import type { Report } from '../report/report.ts';

/** One command of the program: what it takes, what it answers. It never prints. */
export interface Command {
  readonly name: string;
  /** One line for the list of commands. */
  readonly summary: string;
  /** What the help page says below the usage. */
  readonly description: string;
  readonly args: readonly ArgumentSpec[];
  readonly options: readonly OptionSpec[];
  readonly examples: readonly Example[];
  run(args: readonly (string | undefined)[], options: RawOptions, services: Services): Promise<Report>;
}

export interface ArgumentSpec {
  readonly name: string;
  readonly summary: string;
  readonly required: boolean;
  /** Takes all that follow; only the last argument may. */
  readonly variadic?: boolean;
}

export interface OptionSpec {
  /** As commander takes it: `--margin <share>`. */
  readonly flags: string;
  readonly summary: string;
  /** Heading in the help. */
  readonly group: string;
  readonly choices?: readonly string[];
  /** May be given more than once; the values come as an array. */
  readonly repeat?: boolean;
}

export interface Example {
  readonly says: string;
  readonly command: string;
}

/** Option values as typed: text, true for a flag, an array where it may repeat. */
export type RawOptions = Readonly<Record<string, string | boolean | readonly string[] | undefined>>;

/** What a command needs from the process. */
export type Services = Pick<ReadContext, 'stdin'> &
  Pick<EngineContext, 'scratch' | 'signal' | 'progress' | 'today'> & {
    readonly cwd: string;
    /** Where the bundled example lies. */
    readonly exampleFolder: string;
    /** A remark that is not part of the report: a note is shown on a terminal, a detail with --verbose only. */
    note(message: string, level?: 'note' | 'detail'): void;
  };
