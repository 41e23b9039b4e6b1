import { existsSync } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { resolve, sep } from 'node:path';

const MAGIC = /[*?[]/;

/** Whether a path is a pattern: `*` and `?` in a name, `[abc]`, or `**` for any folders. */
export function isPattern(path: string): boolean {
  return MAGIC.test(path);
}

/** The files that a pattern matches, in the order of their names. Names that begin with a dot must be asked for. */
export async function expandPattern(pattern: string, cwd: string): Promise<string[]> {
  const parts = (sep === '\\' ? pattern.replaceAll('\\', '/') : pattern).split('/');
  let found = [''];
  for (const [index, part] of parts.entries()) {
    const last = index === parts.length - 1;
    const next = await Promise.all(found.map((folder) => step(folder, part, last, cwd)));
    found = [...new Set(next.flat())];
  }
  // The last part may be a plain name, which need not be there in each folder.
  return found.filter((path) => existsSync(resolve(cwd, path))).sort();
}

/** The paths one part of the pattern further. */
async function step(folder: string, part: string, last: boolean, cwd: string): Promise<string[]> {
  if (part === '**' && !last) return foldersBelow(folder, cwd);
  if (part === '') return [folder === '' ? '/' : folder];
  if (!isPattern(part)) return [below(folder, part)];
  const matches = nameMatcher(part);
  const entries = await entriesOf(folder, cwd);
  return entries
    .filter(
      ({ name, isFolder }) =>
        matches.test(name) && (part.startsWith('.') || !name.startsWith('.')) && last !== isFolder,
    )
    .map(({ name }) => below(folder, name));
}

/** A folder and all below it, those of links left out: they may lead in a circle. */
async function foldersBelow(folder: string, cwd: string): Promise<string[]> {
  const entries = await entriesOf(folder, cwd);
  const folders = entries.filter(({ name, isRealFolder }) => isRealFolder && !name.startsWith('.'));
  const deeper = await Promise.all(folders.map(({ name }) => foldersBelow(below(folder, name), cwd)));
  return [folder, ...deeper.flat()];
}

interface Entry {
  readonly name: string;
  readonly isFolder: boolean;
  readonly isRealFolder: boolean;
}

async function entriesOf(folder: string, cwd: string): Promise<Entry[]> {
  const path = resolve(cwd, folder === '' ? '.' : `${folder}/`);
  const entries = await readdir(path, { withFileTypes: true }).catch(() => []);
  return entries.map((entry) => ({
    name: entry.name,
    isFolder: entry.isDirectory(),
    isRealFolder: entry.isDirectory() && !entry.isSymbolicLink(),
  }));
}

function below(folder: string, name: string): string {
  return folder === '' || folder === '/' ? `${folder}${name}` : `${folder}/${name}`;
}

/** The expression for one name: `costs-*.csv`, `2024-0?.csv`, `[ab].csv`, `[!a].csv`. */
function nameMatcher(part: string): RegExp {
  const source = part
    .replace(/\*+/g, '*')
    .replace(/\[(!?)([^\]]+)\]|[\\^$.|+(){}[\]]|\*|\?/g, (token, not: string | undefined, set: string | undefined) => {
      if (set !== undefined) return `[${not === '!' ? '^' : ''}${set.replace(/[\\\]^]/g, '\\$&')}]`;
      if (token === '*') return '.*';
      return token === '?' ? '.' : `\\${token}`;
    });
  try {
    return new RegExp(`^${source}$`, 's');
  } catch {
    // A set such as [z-a] matches nothing.
    return /^(?!)/;
  }
}
