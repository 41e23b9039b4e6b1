import { createHash } from 'node:crypto';
import { createReadStream, existsSync, statSync } from 'node:fs';
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
  const bySize = new Map<number, { source: Source; hash?: string }[]>();
  const kept: Source[] = [];
  for (const source of sources) {
    const path = source.path === undefined ? undefined : resolve(cwd, source.path);
    const size = path === undefined ? undefined : sizeOf(path);
    if (path === undefined || size === undefined || size === 0) {
      kept.push(source);
      continue;
    }
    const alike = bySize.get(size) ?? [];
    bySize.set(size, alike);
    const entry: { source: Source; hash?: string } = { source };
    if (alike.length > 0) entry.hash = await hashOf(path);
    let twin: Source | undefined;
    for (const other of alike) {
      other.hash ??= await hashOf(resolve(cwd, other.source.path!));
      if (other.hash === entry.hash && other.hash !== '') twin ??= other.source;
    }
    alike.push(entry);
    if (twin === undefined) kept.push(source);
    else context.problems.add({ ...fileTwice(twin.name), file: source.name });
  }
  return kept;
}

function sizeOf(path: string): number | undefined {
  const stats = statSync(path, { throwIfNoEntry: false });
  return stats?.isFile() === true ? stats.size : undefined;
}

/** Blank where the file cannot be read, which reading it will tell. */
async function hashOf(path: string): Promise<string> {
  const hash = createHash('sha256');
  try {
    await pipeline(createReadStream(path), hash);
  } catch {
    return '';
  }
  return hash.digest('hex');
}
