import { setTimeout } from 'node:timers/promises';
import type { Command, RawOptions, Services } from '../commands/command.ts';
import { checkOptions } from '../commands/options.ts';
import { nothingChecked, sectionUnknown } from '../errors/usage.ts';
import { EXIT } from '../errors/user-error.ts';
import { FORMATS } from '../render/index.ts';
import type { RenderOptions } from '../render/options.ts';
import { sectionIds } from '../render/select.ts';
import { phraseText } from '../report/format.ts';
import { plainText } from '../report/plain.ts';
import type { Report } from '../report/report.ts';
import { type OutputOptions, outputOptions } from '../schema/output-options.ts';
import { describeFailure } from './failure.ts';
import { removeUnfinished, type Target, targetsOf, writeAtomically } from './output.ts';
import { OUTPUT_OPTIONS } from './output-options.ts';
import type { Process } from './process.ts';
import { parseCommandLine } from './program.ts';
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
  const interrupted = new Promise<number>((resolve) => {
    process.onInterrupt?.(() => {
      stop.abort();
      // What is being computed is given a moment to end, so that it leaves nothing behind.
      void Promise.race([work, setTimeout(MOST_TO_END_MS, undefined, { ref: false })])
        .then(() => Promise.all([removeUnfinished(), scratch.remove()]))
        .then(() => resolve(EXIT.interrupted));
    });
  });
  return Promise.race([work, interrupted]);
}

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
  return answer(process, request, own);
}

interface Asked {
  readonly command: Command;
  readonly args: readonly string[];
  readonly options: RawOptions;
}

async function answer(process: Process, { command, args, options }: Asked, own: Run): Promise<number> {
  const output = checkOptions(outputOptions, options, OUTPUT_OPTIONS);
  const targets = targetsOf(output, [...args.flat(), ...fileOptions(options)], process.cwd);
  const line = progressLine(process.stderr, output.quiet !== true);
  const report = await command.run(args, options, servicesOf(process, output, own, line)).finally(line.clear);
  checkSections(report, output);
  if (report.checks === undefined && targets.some(({ format }) => format === 'junit'))
    throw nothingChecked(report.kind);
  const look = renderOptions(process, output);
  const failures = (report.failures ?? []).map((failure) =>
    plainText(phraseText(failure, { locale: look.locale, currency: report.currency, ascii: look.ascii })),
  );
  for (const target of targets) await deliver(process, report, target, look);
  await write(process.stderr, failures.map((failure) => `failed: ${failure}\n`).join(''));
  return report.passed ? EXIT.ok : EXIT.failed;
}

async function deliver(process: Process, report: Report, { format, file }: Target, look: RenderOptions): Promise<void> {
  if (file === undefined) {
    const render = await FORMATS[format].load(await chalkOf(look.color));
    return write(process.stdout, render(report, look));
  }
  const render = await FORMATS[format].load();
  return writeAtomically(file, render(report, { ...look, color: 0 }));
}

/** Loaded only where there is colour: most runs of a script have none. */
async function chalkOf(level: ColorLevel) {
  if (level === 0) return undefined;
  const { Chalk } = await import('chalk');
  return new Chalk({ level });
}

function renderOptions({ stdout, env }: Process, output: OutputOptions): RenderOptions {
  return {
    width: widthOf(stdout, output.width),
    color: colorLevel(stdout, env, output.color ?? 'auto'),
    ascii: output.ascii === true,
    locale: 'en-US',
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

function servicesOf(process: Process, output: OutputOptions, { scratch, signal }: Run, line: ProgressLine): Services {
  const talks = output.quiet !== true && (output.verbose === true || process.stderr.isTTY === true);
  return {
    // Asked for only where a file is called "-": opening it takes time.
    get stdin() {
      return process.stdin;
    },
    cwd: process.cwd,
    exampleFolder: process.exampleFolder,
    scratch: scratch.folder,
    signal,
    progress: line.show,
    today: new Date().toISOString().slice(0, 10),
    note(message, level = 'note') {
      if (talks && (level === 'note' || output.verbose === true)) void write(process.stderr, `${plainText(message)}\n`);
    },
  };
}

/** Values of options that name input files. */
function fileOptions(options: RawOptions): string[] {
  const files = ['returns', 'costs', 'spend', 'members', 'transactions', 'activity', 'customers', 'scenario'];
  return files.flatMap((key) => (options[key] ?? []) as string[]);
}

function checkSections(report: Report, { section = [] }: OutputOptions): void {
  const all = sectionIds(report);
  for (const name of section) if (!all.includes(name)) throw sectionUnknown(name, all);
}
