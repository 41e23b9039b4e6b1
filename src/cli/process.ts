/** The part of a process that the program uses: given as a parameter, so that the whole of it runs in a test. */
export interface Process {
  /** As node has it: the first two are the runtime and the program. */
  readonly argv: readonly string[];
  readonly stdin: NodeJS.ReadableStream;
  readonly stdout: Output;
  readonly stderr: Output;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly cwd: string;
  /** Folder of the bundled example. */
  readonly exampleFolder: string;
  /** Called with what to do when the run is to stop: on Ctrl-C, when it is terminated, or its terminal is closed. */
  onStop?(handle: (signal: StopSignal) => void): void;
}

export type StopSignal = 'SIGINT' | 'SIGTERM' | 'SIGHUP';

export interface Output extends NodeJS.WritableStream {
  readonly isTTY?: boolean;
  readonly columns?: number;
}
