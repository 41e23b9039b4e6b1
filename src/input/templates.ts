import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';

/** A file that lies beside the bundled example, in the folder of templates. */
export function readTemplate(exampleFolder: string, name: string): Promise<string> {
  return readFile(join(exampleFolder, '../templates', name), 'utf8');
}

/** Whether there is something at a path. */
export function isThere(cwd: string, path: string): boolean {
  return existsSync(resolve(cwd, path));
}

/** The path of a file in a folder, as a user would type it. */
export function inFolder(folder: string, name: string): string {
  const above = folder.replace(/[\\/]+$/, '');
  return folder === '' || above === '.' ? name : `${above}/${name}`;
}
