import { setTimeout } from 'node:timers/promises';
import type { Command, RawOptions, Services } from '../commands/command.ts';
import { checkOptions, optionKey } from '../commands/options.ts';
import { withoutSecrets } from '../errors/secrets.ts';
import { bytesForTerminal, nothingChecked, sectionUnknown } from '../errors/usage.ts';
import { EXIT } from '../errors/user-error.ts';
import { FORMATS, type Tools } from '../render/index.ts';
import type { ParquetTool, RenderOptions } from '../render/options.ts';
import { sectionIds } from '../render/select.ts';
import { phraseText } from '../report/format.ts';
import { plainText } from '../report/plain.ts';
import type { Report } from '../report/report.ts';
import { type OutputOptions, outputOptions } from '../schema/output-options.ts';
import { type Asked, completed } from './config.ts';
import { describeFailure } from './failure.ts';
import { removeUnfinished, type Target, targetsOf, writeAtomically, writeNew } from './output.ts';
import { OUTPUT_OPTIONS } from './output-options.ts';
import type { Process, StopSignal } from './process.ts';
import { PROGRAM, parseCommandLine } from './program.ts';
import { type ProgressLine, progressLine } from './progress.ts';
import { type Scratch, scratchSpace } from './scratch.ts';
import { type ColorLevel, colorLevel, widthOf } from './terminal.ts';
import { write } from './write.ts';

declare const __VERSION__: string;
/** Put in by the build; tests run the source as it is. */
const VERSION = typeof __VERSION__ === 'string' ? __VERSION__ : '0.0.0';

/** Runs the program and returns its exit code: the only place where a report is rendered, written and judged. */
export async function main(process: Process): Promise<number> {
  const stop = new AbortController();
  const scratch = scratchSpace();
  const work = guarded(process, { scratch, signal: stop.signal }).finally(scratch.remove);
  let stopCode: number = EXIT.interrupted;
  const stopped = new Promise<number>((resolve) => {
    process.onStop?.((signal) => {
      stopCode = STOP_CODES[signal];
      stop.abort();
      // What is being computed is given a moment to end, so that it leaves nothing behind.
      void Promise.race([work, setTimeout(MOST_TO_END_MS, undefined, { ref: false })])
        .then(() => Promise.all([removeUnfinished(), scratch.remove()]))
        .then(() => resolve(EXIT.interrupted));
    });
  });
  const code = await Promise.race([work, stopped]);
  return code === EXIT.interrupted ? stopCode : code;
}

/** As a shell tells them: 128 and the number of the signal. */
const STOP_CODES = {
  SIGINT: EXIT.interrupted,
  SIGTERM: EXIT.terminated,
  SIGHUP: EXIT.hungUp,
} as const satisfies Record<StopSignal, number>;

const MOST_TO_END_MS = 3000;

/** What belongs to one run. */
interface Run {
  readonly scratch: Scratch;
  readonly signal: AbortSignal;
}

async function guarded(process: Process, own: Run): Promise<number> {
  try {
    return await run(process, own);
  } catch (error) {
    if (own.signal.aborted) return EXIT.interrupted;
    const { exitCode, text } = describeFailure(error, VERSION);
    await write(process.stderr, text);
    return exitCode;
  }
}

async function run(process: Process, own: Run): Promise<number> {
  const request = parseCommandLine(process.argv, VERSION, widthOf(process.stdout, undefined));
  if (request.kind === 'print') {
    await write(process.stdout, request.text);
    return EXIT.ok;
  }
  if (request.kind === 'nothing') {
    await write(process.stderr, request.text);
    return EXIT.usage;
  }
  const asked = await completed(process, PROGRAM, request.command, request);
  return answer(process, request.command, asked, own).catch((error) => {
    throw asked.placed(error);
  });
}

async function answer(process: Process, command: Command, asked: Asked, own: Run): Promise<number> {
  const { args, options } = asked;
  const output = checkOptions(outputOptions, options, OUTPUT_OPTIONS);
  const inputs = [...args, ...fileOptions(command, options), ...asked.files].filter((file) => file !== undefined);
  const targets = targetsOf(output, inputs, process.cwd, isVerbatim(command, options));
  checkTerminal(process, targets);
  const line = progressLine(process.stderr, output.quiet !== true);
  const services = servicesOf(process, output, own, line, asked.config);
  for (const remark of asked.remarks) services.note(remark);
  const report = await command.run(args, options, services).finally(line.clear);
  checkSections(report, output);
  if (report.checks === undefined) {
    const asked = targets.find(({ format }) => format !== undefined && FORMATS[format].needsChecks === true)?.format;
    if (asked !== undefined) throw nothingChecked(report.kind, asked);
  }
  const look = renderOptions(process, output);
  const failures = (report.failures ?? []).map((failure) =>
    plainText(phraseText(failure, { locale: look.locale, currency: report.currency, ascii: look.ascii })),
  );
  if (report.files !== undefined) await writeNew(report.files, process.cwd);
  for (const target of targets) await deliver(process, report, target, look, own);
  await write(process.stderr, failures.map((failure) => `failed: ${failure}\n`).join(''));
  return report.passed ? EXIT.ok : EXIT.failed;
}

async function deliver(process: Process, report: Report, target: Target, look: RenderOptions, own: Run): Promise<void> {
  const { file } = target;
  if (target.format === undefined && report.text !== undefined)
    return file === undefined ? write(process.stdout, report.text) : writeAtomically(file, report.text);
  const format = target.format ?? 'table';
  const parquet: ParquetTool = async (columns, csv) =>
    (await import('../engine/duckdb/write-parquet.ts')).writeParquet(columns, csv, {
      scratch: own.scratch.folder,
      signal: own.signal,
    });
  if (file === undefined) {
    const render = await FORMATS[format].load({ ...(await colours(look.color)), parquet });
    await write(process.stdout, await render(report, look));
    if (format === 'github') await (await import('./job-summary.ts')).addToJobSummary(process, report, look);
    return;
  }
  const render = await FORMATS[format].load({ parquet });
  return writeAtomically(file, await render(report, { ...look, color: 0 }));
}

/** Loaded only where there is colour: most runs of a script have none. */
async function colours(level: ColorLevel): Promise<Tools> {
  if (level === 0) return {};
  const { Chalk } = await import('chalk');
  return { chalk: new Chalk({ level }) };
}

function renderOptions({ stdout, env }: Process, output: OutputOptions): RenderOptions {
  return {
    width: widthOf(stdout, output.width),
    color: colorLevel(stdout, env, output.color ?? 'auto'),
    ascii: output.ascii === true,
    locale: output.locale ?? 'en-US',
    ...(output.section === undefined ? {} : { sections: output.section }),
    brief: output.brief === true,
    charts: output.chart !== false,
    csv: {
      delimiter: output.csvDelimiter ?? output.delimiter ?? ',',
      decimal: output.csvDecimal ?? output.decimal ?? '.',
      bom: output.bom === true,
    },
  };
}

function servicesOf(
  process: Process,
  output: OutputOptions,
  { scratch, signal }: Run,
  line: ProgressLine,
  config: Asked['config'],
): Services {
  const talks = output.quiet !== true && (output.verbose === true || process.stderr.isTTY === true);
  return {
    // Asked for only where a file is called "-": opening it takes time.
    get stdin() {
      return process.stdin;
    },
    cwd: process.cwd,
    env: process.env,
    program: PROGRAM,
    ...(config === undefined ? {} : { config }),
    exampleFolder: process.exampleFolder,
    scratch: scratch.folder,
    signal,
    parquet: async (bytes) =>
      (await import('../engine/duckdb/read-parquet.ts')).readParquet(bytes, { scratch: scratch.folder, signal }),
    progress: line.show,
    today: new Date().toISOString().slice(0, 10),
    note(message, level = 'note') {
      if (talks && (level === 'note' || output.verbose === true))
        void write(process.stderr, `${plainText(withoutSecrets(message))}\n`);
    },
  };
}

function isVerbatim({ verbatim, verbatimWith }: Command, options: RawOptions): boolean {
  return verbatim === true || (verbatimWith !== undefined && options[verbatimWith] === true);
}

/** Values of options that name input files. */
function fileOptions(command: Command, options: RawOptions): string[] {
  const files = command.options.filter(({ flags }) => flags.includes('<file>')).map(optionKey);
  return files.flatMap((key) => (options[key] ?? []) as string[]);
}

/** Bytes would garble a terminal; a pipe or a file takes them. */
function checkTerminal({ stdout }: Process, targets: readonly Target[]): void {
  for (const { format, file } of targets) {
    if (format === undefined) continue;
    const { binary, extensions } = FORMATS[format];
    if (binary === true && file === undefined && stdout.isTTY === true)
      throw bytesForTerminal(format, extensions[0] ?? format);
  }
}

function checkSections(report: Report, { section = [] }: OutputOptions): void {
  const all = sectionIds(report);
  for (const name of section) if (!all.includes(name)) throw sectionUnknown(name, all);
}
