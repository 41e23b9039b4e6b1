import { createHash } from 'node:crypto';
import { createReadStream, existsSync } from 'node:fs';
import { stat } from 'node:fs/promises';
import { resolve } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { fileTwice, globEmpty, stdinTwice } from '../errors/input.ts';
import { expandPattern, isPattern } from './glob.ts';
import type { ReadContext } from './options.ts';

/** One input as the user named it. */
export interface Source {
  /** For messages: as typed, `<stdin>` for `-`. */
  readonly name: string;
  /** Undefined for standard input. */
  readonly path?: string;
}

const STDIN: Source = { name: '<stdin>' };

/** The sources that the arguments stand for. A pattern without a match, and what is named twice, is a problem. */
export async function listSources(args: readonly string[], context: ReadContext): Promise<Source[]> {
  const cwd = context.cwd ?? '.';
  const sources: Source[] = [];
  for (const arg of args) {
    if (arg === '-') {
      if (sources.includes(STDIN)) context.problems.add({ ...stdinTwice(), file: STDIN.name });
      else sources.push(STDIN);
    } else if (isPattern(arg) && !existsSync(resolve(cwd, arg))) {
      const paths = await expandPattern(arg, cwd);
      if (paths.length === 0) context.problems.add({ ...globEmpty(), file: arg });
      sources.push(...paths.map((path) => ({ name: path, path })));
    } else sources.push({ name: arg, path: arg });
  }
  return sources.length < 2 ? sources : withoutTwins(sources, cwd, context);
}

/** Drops files that hold the same as an earlier one, whatever their names: a download that was saved twice. */
async function withoutTwins(sources: readonly Source[], cwd: string, context: ReadContext): Promise<Source[]> {
  const sized = await Promise.all(sources.map(async (source) => ({ source, size: await sizeOf(source, cwd) })));
  const kept: Source[] = [];
  const byContent = new Map<string, Source>();
  for (const { source, size } of sized) {
    // Files of different sizes differ, so that most need not be read for this.
    const alike = size > 0 && sized.filter((other) => other.size === size).length > 1;
    const content = alike ? await hashOf(resolve(cwd, source.path!)) : undefined;
    const twin = content === undefined ? undefined : byContent.get(content);
    if (twin !== undefined) context.problems.add({ ...fileTwice(twin.name), file: source.name });
    else kept.push(source);
    if (content !== undefined && twin === undefined) byContent.set(content, source);
  }
  return kept;
}

/** 0 for what is no file, which reading it will tell. */
async function sizeOf({ path }: Source, cwd: string): Promise<number> {
  const stats = path === undefined ? undefined : await stat(resolve(cwd, path)).catch(() => undefined);
  return stats?.isFile() === true ? stats.size : 0;
}

/** Undefined where the file cannot be read, which reading it will tell. */
async function hashOf(path: string): Promise<string | undefined> {
  const hash = createHash('sha256');
  try {
    await pipeline(createReadStream(path), hash);
  } catch {
    return undefined;
  }
  return hash.digest('hex');
}
