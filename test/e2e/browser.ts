import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { type Browser, chromium } from 'playwright-core';

const NAMES = ['chromium', 'chromium-browser', 'google-chrome'];

function browser(): string | undefined {
  const folders = (process.env['PATH'] ?? '').split(delimiter);
  return folders.flatMap((folder) => NAMES.map((name) => join(folder, name))).find((path) => existsSync(path));
}

/** What is missing to open a page as a reader does; undefined where nothing is. */
export const browserMissing = (): string | undefined =>
  browser() === undefined ? 'Chromium is not installed' : undefined;

/** Nothing of the browser itself talks to anybody, so that any request is one of the page. */
const ALONE = ['--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-component-update'];

export function openBrowser(): Promise<Browser> {
  return chromium.launch({
    executablePath: browser()!,
    args: ['--no-sandbox', '--disable-gpu', '--disable-sync', ...ALONE],
  });
}
