import type { EngineContext } from '../engine/engine.ts';
import type { ConfigFile } from '../input/config/config-file.ts';
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
  /** Answers with a text of its own, such as a script: it is written as it stands unless a format is asked for. */
  readonly verbatim?: true;
  /** A switch with which it does the same, by its key. */
  readonly verbatimWith?: string;
  run(args: readonly (string | undefined)[], options: RawOptions, services: Services): Promise<Report>;
}

export interface ArgumentSpec {
  readonly name: string;
  readonly summary: string;
  readonly required: boolean;
  /** Takes all that follow; only the last argument may. */
  readonly variadic?: boolean;
  readonly choices?: readonly string[];
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
  /** Options of which one has to be there, or this one says nothing: by the name behind `--`. */
  readonly beside?: readonly string[];
}

export interface Example {
  readonly says: string;
  readonly command: string;
}

/** Option values as typed: text, true for a flag, an array where it may repeat. */
export type RawOptions = Readonly<Record<string, string | boolean | readonly string[] | undefined>>;

/** The commands, and the options that all of them take. */
export interface Program {
  readonly commands: readonly Command[];
  readonly common: readonly OptionSpec[];
}

/** What a command needs from the process. */
export type Services = Required<Pick<ReadContext, 'stdin' | 'parquet'>> &
  Pick<EngineContext, 'scratch' | 'signal' | 'progress' | 'today'> & {
    readonly cwd: string;
    readonly env: Readonly<Record<string, string | undefined>>;
    /** What the program can do: a configuration may set every option of every command. */
    readonly program: Program;
    /** The configuration that the user named, or that lies in the folder. */
    readonly config?: ConfigFile;
    /** Where the bundled example lies. */
    readonly exampleFolder: string;
    /** A remark that is not part of the report: a note is shown on a terminal, a detail with --verbose only. */
    note(message: string, level?: 'note' | 'detail'): void;
  };
