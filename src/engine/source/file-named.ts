import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import type { RawSources } from '../engine.ts';

const ENDING = /\.(?:csv|tsv|txt|jsonl|ndjson|xlsx|parquet|gz|zst)$/i;

/** The first of the names that is a file of the folder rather than a table: somebody has forgotten that a database is named. */
export function fileNamed(sources: RawSources, cwd: string): string | undefined {
  return Object.values(sources)
    .flat()
    .find((name) => ENDING.test(name) && existsSync(resolve(cwd, name)));
}
