import { Readable, Writable } from 'node:stream';
import { fileURLToPath } from 'node:url';
import { main } from '../src/cli/main.ts';
import type { Output, Process } from '../src/cli/process.ts';

export interface Ran {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

export interface RunOptions {
  /** Folder that the command starts in, below the project; default the project itself. */
  readonly cwd?: string;
  readonly env?: Readonly<Record<string, string>>;
  readonly stdin?: string | Buffer;
  /** Columns of the terminal; missing means a pipe. */
  readonly terminal?: number;
  /** The same of standard error. */
  readonly errorTerminal?: number;
  /** Is told what to do to stop the run. */
  readonly onStop?: Process['onStop'];
}

export const PROJECT = fileURLToPath(new URL('..', import.meta.url));

/** Runs the whole program in this process, as `community-roi <args>` would. */
export async function run(args: readonly string[], options: RunOptions = {}): Promise<Ran> {
  const stdout = collector(options.terminal);
  const stderr = collector(options.errorTerminal);
  const code = await main({
    argv: ['node', 'community-roi', ...args],
    stdin: Readable.from(options.stdin === undefined ? [] : [Buffer.from(options.stdin)]),
    stdout: stdout.stream,
    stderr: stderr.stream,
    env: options.env ?? {},
    cwd: options.cwd ?? PROJECT,
    exampleFolder: `${PROJECT}/fixtures/worked-example`,
    ...(options.onStop === undefined ? {} : { onStop: options.onStop }),
  });
  return { code, stdout: stdout.text(), stderr: stderr.text() };
}

function collector(columns: number | undefined): { stream: Output; text: () => string } {
  const chunks: Buffer[] = [];
  const stream = new Writable({
    write(chunk, _encoding, done) {
      chunks.push(Buffer.from(chunk));
      done();
    },
  });
  const terminal = columns === undefined ? {} : { isTTY: true, columns };
  return { stream: Object.assign(stream, terminal) as Output, text: () => Buffer.concat(chunks).toString('utf8') };
}
