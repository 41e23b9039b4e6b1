import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import axe from 'axe-core';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { run } from '../run.ts';
import { browserMissing, openBrowser } from './browser.ts';
import { describeWith } from './needs.ts';

const RAW = ['members', 'transactions'].flatMap((kind) => [`--${kind}`, `fixtures/raw/${kind}.csv`]);
const REPORTS: Readonly<Record<string, readonly string[]>> = {
  calc: ['calc', '--example', '--sensitivity', '--by', 'month'],
  'calc with error bars': ['calc', 'fixtures/raw/costs.csv', ...RAW],
  outcomes: ['outcomes', 'fixtures/outcomes/survey.csv', '--higher', 'earnings,satisfied', '--lower', 'chargeback'],
  counts: ['outcomes', 'fixtures/outcomes/publications.csv', '--count', 'publications,grants'],
  dose: ['dose', 'fixtures/outcomes/groups.csv', '--map', 'levels.level=groups', '--higher', 'earnings'],
  incidents: ['incidents', 'fixtures/outcomes/incidents.csv'],
  explain: ['calc', '--example', '--explain', 'roi'],
  check: ['check', 'fixtures/goals'],
  report: ['report', 'fixtures/monthly', '--baseline', 'fixtures/monthly/2024-11.json'],
};
const NARROWEST = 360;
/** Pixels between the margins of A4, the narrower of the two papers. */
const ON_PAPER = 672;

let browser: Browser;
const folder = mkdtempSync(join(tmpdir(), 'community-roi-html-'));
const pages = new Map<string, string>();

async function open(name: string, options: BrowserContextOptions): Promise<{ page: Page; heard: string[] }> {
  const page = await browser.newPage(options);
  const heard: string[] = [];
  const url = pathToFileURL(pages.get(name)!).href;
  page.on('console', (message) => heard.push(message.text()));
  page.on('pageerror', (error) => heard.push(String(error)));
  page.on('request', (request) => {
    if (request.url() !== url && !request.url().startsWith('data:')) heard.push(request.url());
  });
  await page.goto(url);
  return { page, heard };
}

/** What axe finds wrong, each as rule and element. */
async function faults(page: Page): Promise<string[]> {
  await page.evaluate(axe.source);
  const { violations } = await page.evaluate<axe.AxeResults>('axe.run()');
  return violations.flatMap(({ id, nodes }) => nodes.map(({ target }) => `${id}: ${target.join(' ')}`));
}

/** Opens the figures below the charts, so that they are looked at as well. */
async function unfold(page: Page): Promise<void> {
  await page.evaluate('for (const details of document.querySelectorAll("details")) details.open = true');
}

/** A browser on a busy machine takes its time. */
vi.setConfig({ testTimeout: 120_000, hookTimeout: 120_000 });

describeWith(browserMissing(), 'the HTML in a browser', () => {
  beforeAll(async () => {
    browser = await openBrowser();
    for (const [name, args] of Object.entries(REPORTS)) {
      const { stdout, stderr } = await run([...args, '--format', 'html']);
      expect(stderr).toBe('');
      pages.set(name, join(folder, `${name}.html`));
      writeFileSync(pages.get(name)!, stdout);
    }
  });
  afterAll(async () => {
    await browser?.close();
    rmSync(folder, { recursive: true, force: true });
  });

  test.each(Object.keys(REPORTS))('%s is open to every reader, light and dark, and calls nobody', async (name) => {
    const { page, heard } = await open(name, { colorScheme: 'light', viewport: { width: 1280, height: 800 } });
    await unfold(page);
    expect(await faults(page)).toEqual([]);
    await page.emulateMedia({ colorScheme: 'dark' });
    expect(await faults(page)).toEqual([]);
    expect(heard).toEqual([]);
    await page.close();
  });

  test.each(Object.keys(REPORTS))('%s is no wider than a phone, and nothing is too small to read', async (name) => {
    const { page } = await open(name, { colorScheme: 'dark', viewport: { width: NARROWEST, height: 800 } });
    await unfold(page);
    expect(await faults(page)).toEqual([]);
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(NARROWEST);
    const heights = await page.evaluate<number[]>(
      '[...document.querySelectorAll("figure svg.narrow text")].map((text) => text.getBoundingClientRect().height)',
    );
    for (const height of heights) expect(height).toBeGreaterThan(11);
    await page.close();
  });

  test('the verdict is the one of the plain text, word for word', async () => {
    for (const [name, args] of Object.entries(REPORTS)) {
      if (name === 'explain') continue;
      const { page } = await open(name, {});
      const shown = await page.locator('h1, p.details, main > dl.facts > *').allTextContents();
      const { stdout } = await run([...args, '--brief', '--width', '100']);
      const [, ...told] = stdout.split('\n\n');
      expect(shown.join(' ').split(/\s+/)).toEqual(told.join(' ').trim().split(/\s+/).slice(1));
      await page.close();
    }
  });

  test('the badge is the verdict of the JSON', async () => {
    const { page } = await open('calc with error bars', {});
    const { data } = JSON.parse((await run([...REPORTS['calc with error bars']!, '--json'])).stdout);
    const badge = await page.locator('p.badge').first();
    expect(await badge.getAttribute('class')).toBe(`badge ${data.verdict}`);
    await page.close();
  });

  test.each([
    ['A4', 595, 842],
    ['Letter', 612, 792],
  ] as const)(
    'printed on %s it is light, whole and of that size, whatever the screen is',
    async (format, width, height) => {
      const { page } = await open('calc', { colorScheme: 'dark' });
      await page.emulateMedia({ media: 'print', colorScheme: 'dark' });
      const [background, color] = (await page.evaluate(
        '[document.body, document.querySelector("h1")].map((e, i) => getComputedStyle(e)[i ? "color" : "backgroundColor"])',
      )) as string[];
      expect([background, color]).toEqual(['rgb(255, 255, 255)', 'rgb(31, 35, 40)']);
      const pdf = (await page.pdf({ format })).toString('latin1');
      const boxes = [...pdf.matchAll(/\/MediaBox \[0 0 ([\d.]+) ([\d.]+)\]/g)].map(([, w, h]) => [
        Number(w),
        Number(h),
      ]);
      expect(boxes.length).toBeGreaterThan(2);
      for (const [w = 0, h = 0] of boxes) expect(Math.hypot(w - width, h - height)).toBeLessThan(2);
      await page.close();
    },
  );

  test('on paper no table is cut at the edge', async () => {
    for (const name of ['calc', 'report']) {
      const { page } = await open(name, { viewport: { width: ON_PAPER, height: 960 } });
      await page.emulateMedia({ media: 'print' });
      const wide = await page.evaluate(
        `[...document.querySelectorAll("table")].filter((e) => e.getBoundingClientRect().right > ${ON_PAPER}).length`,
      );
      expect(wide).toBe(0);
      await page.close();
    }
  });

  test('a key leads into every table that has to be scrolled', async () => {
    const { page } = await open('calc', { viewport: { width: NARROWEST, height: 800 } });
    const regions = page.locator('[role=region]');
    for (const region of await regions.all()) {
      expect(await region.getAttribute('tabindex')).toBe('0');
      expect(await region.getAttribute('aria-label')).toMatch(/\S/);
    }
    await page.close();
  });
});

test('a report is the same to the byte each time it is written', async () => {
  const own = mkdtempSync(join(tmpdir(), 'community-roi-html-'));
  const [first, second] = [join(own, 'a.html'), join(own, 'b.html')];
  for (const file of [first, second]) {
    expect(await run(['calc', '--example', '-o', file])).toEqual({ code: 0, stdout: '', stderr: '' });
  }
  expect(readFileSync(first, 'utf8')).toBe(readFileSync(second, 'utf8'));
  rmSync(own, { recursive: true });
});
