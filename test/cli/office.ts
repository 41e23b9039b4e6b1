import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { basename, delimiter, join } from 'node:path';
import { pathToFileURL } from 'node:url';

/** German (Germany), as LibreOffice numbers languages. */
const GERMAN = 1031;
const [SEMICOLON, QUOTE, UTF8] = [59, 34, 76];
const FROM_FIRST_LINE = 1;

const NAMES = ['soffice', 'libreoffice'];

function office(): string | undefined {
  const folders = (process.env['PATH'] ?? '').split(delimiter);
  return folders.flatMap((folder) => NAMES.map((name) => join(folder, name))).find((path) => existsSync(path));
}

/** What is missing to open a file in a spreadsheet; undefined where nothing is. */
export const officeMissing = (): string | undefined =>
  office() === undefined ? 'LibreOffice (soffice) is not installed' : undefined;

/** How a spreadsheet with German settings takes a CSV: semicolons, and numbers with a decimal comma known as such. */
const OPENED = [SEMICOLON, QUOTE, UTF8, FROM_FIRST_LINE, '', GERMAN, false, true].join();
/** How it saves one: cells as they are, not as they are shown. */
const SAVED = [SEMICOLON, QUOTE, UTF8, FROM_FIRST_LINE, '', GERMAN, false, true, false].join();

/** Opens a CSV in LibreOffice with German settings and saves it anew; gives the path of the copy. */
export function saveAgain(file: string, as: 'xlsx' | 'csv', folder: string): string {
  const format = as === 'csv' ? `csv:Text - txt - csv (StarCalc):${SAVED}` : as;
  const { status, stderr } = spawnSync(
    office()!,
    [
      ...['--headless', '--norestore', `-env:UserInstallation=${pathToFileURL(join(folder, 'profile'))}`],
      ...[`--infilter=CSV:${OPENED}`, '--convert-to', format, '--outdir', join(folder, as), file],
    ],
    { encoding: 'utf8', timeout: 120_000 },
  );
  const copy = join(folder, as, basename(file).replace(/csv$/, as));
  if (status !== 0 || !existsSync(copy)) throw new Error(`LibreOffice did not write ${copy}: ${stderr}`);
  return copy;
}

/** Opens workbooks in LibreOffice, which computes what has no value, and saves them anew; gives the paths of the copies. */
export function recalculate(files: readonly string[], folder: string): string[] {
  const { status, stderr } = spawnSync(
    office()!,
    [
      ...['--headless', '--norestore', `-env:UserInstallation=${pathToFileURL(join(folder, 'profile'))}`],
      ...['--convert-to', 'xlsx', '--outdir', join(folder, 'computed'), ...files],
    ],
    { encoding: 'utf8', timeout: 240_000 },
  );
  const copies = files.map((file) => join(folder, 'computed', basename(file)));
  const absent = copies.find((copy) => !existsSync(copy));
  if (status !== 0 || absent !== undefined) throw new Error(`LibreOffice did not write ${absent}: ${stderr}`);
  return copies;
}
