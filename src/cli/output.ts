import { randomBytes } from 'node:crypto';
import { realpathSync } from 'node:fs';
import { mkdir, rename, unlink, writeFile } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { formatUnknown, outputFailed, outputIsInput } from '../errors/usage.ts';
import { FORMAT_NAMES, FORMATS, type FormatName, formatOfFile } from '../render/index.ts';
import type { Rendered } from '../render/options.ts';
import type { NewFile } from '../report/report.ts';
import type { OutputOptions } from '../schema/output-options.ts';

/** Where a report goes: standard output, or a file. */
export interface Target {
  /** Missing: the report's own text, as it stands. */
  readonly format?: FormatName;
  /** Missing: standard output. */
  readonly file?: string;
}

/**
 * The targets of a run, checked before anything is computed: files that `-o` names, and standard output where there is
 * none or a format is asked for as well.
 */
export function targetsOf(
  { format, json, output = [] }: OutputOptions,
  inputs: readonly string[],
  cwd: string,
  verbatim = false,
): Target[] {
  const wanted = json === true ? 'json' : (format as FormatName | undefined);
  const files = output.map((file): Target => {
    const fits = formatOfFile(file);
    if (fits === undefined && !verbatim)
      throw formatUnknown(
        file,
        FORMAT_NAMES.flatMap((name) => FORMATS[name].extensions.map((e) => `.${e}`)),
      );
    if (inputs.some((input) => same(resolve(cwd, input), resolve(cwd, file)))) throw outputIsInput(file);
    return { ...(fits === undefined || verbatim ? {} : { format: fits }), file: resolve(cwd, file) };
  });
  if (files.length > 0 && wanted === undefined) return files;
  return [wanted === undefined && verbatim ? {} : { format: wanted ?? 'table' }, ...files];
}

function same(a: string, b: string): boolean {
  return real(a) === real(b);
}

/** The path behind links; a file that does not exist yet has none. */
function real(path: string): string {
  try {
    return realpathSync(path);
  } catch {
    return path;
  }
}

/** Files being written, so that an interrupt can remove them. */
const unfinished = new Set<string>();

/** Writes to a name of its own beside the target and renames: a reader sees the whole file, or the one before. */
export async function writeAtomically(file: string, content: Rendered): Promise<void> {
  const temporary = join(dirname(file), `.community-roi-${randomBytes(6).toString('hex')}.tmp`);
  unfinished.add(temporary);
  try {
    await writeFile(temporary, content);
    await rename(temporary, file);
  } catch (error) {
    await removeQuietly(temporary);
    throw outputFailed(file, (error as Error).message.replace(/,? (?:open|rename) '.*$/, ''));
  } finally {
    unfinished.delete(temporary);
  }
}

/** Writes files that must not exist yet, with the folders that they lie in; one that exists is left as it is. */
export async function writeNew(files: readonly NewFile[], cwd: string): Promise<void> {
  for (const { path, text } of files) {
    const file = resolve(cwd, path);
    try {
      await mkdir(dirname(file), { recursive: true });
      await writeFile(file, text, { flag: 'wx' });
    } catch (error) {
      throw outputFailed(path, (error as Error).message.replace(/,? (?:open|mkdir) '.*$/, ''));
    }
  }
}

/** Removes what an interrupted run has left half written. */
export async function removeUnfinished(): Promise<void> {
  await Promise.all([...unfinished].map(removeQuietly));
}

async function removeQuietly(file: string): Promise<void> {
  try {
    await unlink(file);
  } catch {
    // It was never made, or is gone: nothing is left behind either way.
  }
}
