import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { goldenRun } from '../golden.ts';
import { run } from '../run.ts';

const COMMANDS = {
  'calc/worked-example': ['calc', '--example', '--sensitivity'],
  'calc/intervals': [
    'calc',
    'fixtures/raw/costs.csv',
    '--members',
    'fixtures/raw/members.csv',
    '--transactions',
    'fixtures/raw/transactions.csv',
  ],
  'outcomes/survey': [
    'outcomes',
    'fixtures/outcomes/survey.csv',
    '--higher',
    'earnings,satisfied',
    '--lower',
    'chargeback',
  ],
  'event/report': ['event', 'fixtures/events/events.csv', 'fixtures/events/transactions.csv'],
  'incidents/report': ['incidents', 'fixtures/outcomes/incidents.csv', '--currency', 'EUR'],
  'effect/spending': ['effect', 'fixtures/effect/members.csv', 'fixtures/effect/transactions.csv'],
  'dose/groups': ['dose', 'fixtures/outcomes/groups.csv', '--map', 'levels.level=groups', '--higher', 'earnings'],
} as const;

describe('HTML', () => {
  test.each(Object.entries(COMMANDS))('of %s', async (name, args) => {
    await goldenRun(`${name}.html`, [...args, '--format', 'html']);
  });

  test.each([
    ['▲ positive', ...COMMANDS['calc/intervals']],
    ['≈ cannot tell', ...COMMANDS['outcomes/survey']],
    ['≈ no verdict', 'outcomes', 'fixtures/outcomes/two-periods.csv'],
    ['▼ not passed', 'check', 'fixtures/monthly'],
  ])('has the badge %s, in the words of the command', async (badge, ...args) => {
    const { stdout } = await run([...args, '--format', 'html']);
    expect(/<p class="badge [a-z]+">([^<]+)</.exec(stdout)?.[1]).toBe(badge);
  });

  test('of 36 months with everything in it stays below 150 kB', async () => {
    const { stdout } = await run(['calc', '--example', '--sensitivity', '--by', 'month', '--format', 'html']);
    expect(Buffer.byteLength(stdout)).toBeLessThan(150_000);
  });

  test('goes to every file whose name asks for it', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'community-roi-html-'));
    const files = ['a.html', 'b.HTM', 'c.md'].map((name) => join(folder, name));
    const { code, stdout } = await run(['calc', '--example', ...files.flatMap((file) => ['-o', file])]);
    expect([code, stdout]).toEqual([0, '']);
    const [first, second, third] = files.map((file) => readFileSync(file, 'utf8'));
    expect(first).toMatch(/^<!doctype html>\n/);
    expect(second).toBe(first);
    expect(third).toMatch(/^# ROI/);
    rmSync(folder, { recursive: true });
  });

  test('says every figure and every sentence of the terminal', async () => {
    const { stdout: html } = await run(['calc', '--example', '--format', 'html']);
    const { stdout: table } = await run(['calc', '--example', '--no-chart', '--width', '400']);
    const shown = html.replace(/<[^>]+>/g, ' ').replaceAll('&#39;', "'");
    const numbers = table.match(/[+−]?\$?\d[\d,.]*\d%?/g) ?? [];
    expect(numbers.length).toBeGreaterThan(100);
    expect([...new Set(numbers.filter((number) => !shown.includes(number)))]).toEqual([]);
  });
});
