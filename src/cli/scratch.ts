import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { hostname, tmpdir } from 'node:os';
import { join } from 'node:path';
import { scratchUnusable } from '../errors/engine.ts';

/** A temporary folder of one run, made when first asked for, gone when the run is over. */
export interface Scratch {
  folder(): Promise<string>;
  remove(): Promise<void>;
}

/** The name says whose folder it is, so that a later run can tell that its owner is no more. */
const PREFIX = `community-roi-${hostname().replace(/[^A-Za-z0-9.]/g, '')}-`;

export function scratchSpace(parent: string = tmpdir()): Scratch {
  let made: Promise<string> | undefined;
  return {
    folder() {
      made ??= removeOrphans(parent)
        .then(() => mkdtemp(join(parent, `${PREFIX}${process.pid}-`)))
        .catch(() => {
          made = undefined;
          throw scratchUnusable(parent);
        });
      return made;
    },
    async remove() {
      if (made === undefined) return;
      await rm(await made, { recursive: true, force: true, maxRetries: 5 });
    },
  };
}

/** Removes what runs have left that were killed before they could. */
async function removeOrphans(parent: string): Promise<void> {
  const names = await readdir(parent).catch(() => []);
  const orphans = names.filter(
    (name) => name.startsWith(PREFIX) && !isRunning(Number.parseInt(name.slice(PREFIX.length), 10)),
  );
  await Promise.all(orphans.map((name) => rm(join(parent, name), { recursive: true, force: true }).catch(() => {})));
}

function isRunning(pid: number): boolean {
  if (!(pid > 0)) return true;
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code !== 'ESRCH';
  }
}
