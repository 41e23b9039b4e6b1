import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { anchor } from '../../.build/docs/page.ts';
import { COMMANDS } from '../../src/commands/index.ts';
import { EXIT } from '../../src/errors/user-error.ts';
import * as library from '../../src/index.ts';
import { COSTS } from '../../src/input/costs.ts';
import { RETURNS } from '../../src/input/returns.ts';
import { SPEND } from '../../src/input/spend-kind.ts';
import { PROJECT } from '../run.ts';
import { consoleBlocks, refreshed, runTyped, seen } from './console.ts';
import { expectPage } from './page.ts';

const PAGES = ['README.md', 'docs/json.md', 'docs/config.md'];
const read = (page: string) => readFileSync(join(PROJECT, page), 'utf8');
const readme = read('README.md');

describe.each(PAGES)('%s', (page) => {
  const text = read(page);

  test('shows what its commands print', async () => {
    expect(consoleBlocks(text).length).toBeGreaterThan(0);
    expectPage(page, await refreshed(text));
  });

  test.each(consoleBlocks(text))('shows no failure that it does not mean to: $command', async ({ command, output }) => {
    const ran = await runTyped(command);
    expect(ran.code).toBe(seen(ran).some((line) => line.startsWith('failed: ')) ? 1 : 0);
    expect(output.length).toBeGreaterThan(0);
  });
});

describe('every link', () => {
  const pages = [...PAGES, 'docs/method.md', 'docs/files.md', 'docs/errors.md', 'docs/databases.md'];
  test.each(pages)('of %s leads somewhere', (page) => {
    const links = [...read(page).matchAll(/\]\((?!https?:)([^)#]*)(?:#([^)]+))?\)/g)];
    const dead = links.filter(([, path, fragment]) => {
      const target = path === '' ? page : join(dirname(page), path!);
      if (!existsSync(join(PROJECT, target))) return true;
      return fragment !== undefined && !headings(read(target)).includes(fragment);
    });
    expect(dead.map(([link]) => link)).toEqual([]);
  });
});

function headings(page: string): string[] {
  return [...page.matchAll(/^#+ (.+)$/gm)].map(([, heading]) => anchor(heading!));
}

describe('README.md', () => {
  test('holds the two commands of a clean clone', () => {
    const [first, second] = [
      'npm ci && npx community-roi calc fixtures/worked-example/costs.csv fixtures/worked-example/spend.csv',
      'npm ci && npm test',
    ];
    expect(readme).toContain(`\n${first}\n${second}\n`);
  });

  test.each([COSTS, SPEND, RETURNS].map((file) => [file.name, file] as const))(
    'lists the columns of %s that the reader knows',
    (name, { columns }) => {
      const row = new RegExp(`^\\| ${name}\\b[^|]*\\|([^|]*)\\|([^|]*)\\|$`, 'm').exec(readme);
      const names = (cell = '') => [...cell.matchAll(/`(\w+)`/g)].map(([, column]) => column);
      const wanted = (required: boolean) => columns.filter((column) => column.required === required);
      expect(names(row?.[1])).toEqual(wanted(true).map((column) => column.name));
      expect(names(row?.[2])).toEqual(wanted(false).map((column) => column.name));
    },
  );

  test('shows the files of its first example as they are', () => {
    const shown = [...readme.matchAll(/```csv\n([\s\S]*?)```/g)].map(([, text]) => text);
    const files = ['costs.csv', 'spend.csv'].map((file) => read(`fixtures/spending-challenge/${file}`));
    expect(shown.map((text) => text?.trim())).toEqual(files.map((text) => text.trim().replaceAll('\r\n', '\n')));
  });

  test('names the version of Node.js that the package needs', () => {
    const { engines } = JSON.parse(read('package.json')) as { engines: { node: string } };
    expect(readme).toContain(`(https://nodejs.org) ${engines.node.replace('>=', '')} or later`);
  });

  test('lists every command', () => {
    const named = [...readme.matchAll(/^\| `(\w+) [^`]*`\s*\|/gm)].map(([, name]) => name);
    expect(named).toEqual(COMMANDS.map(({ name }) => name));
  });

  test('lists every exit code', () => {
    const codes = [...readme.matchAll(/^\| (\d+)\s*\|/gm)].map(([, code]) => Number(code));
    expect(codes).toEqual(Object.values(EXIT));
  });

  test('calls the library in a way that works', () => {
    const [, imported = '', body = ''] =
      /```js\nimport \{ (.+) \} from 'community-roi';\n([\s\S]*?)```/.exec(readme) ?? [];
    const [, expected] = /console\.log\(.*\); \/\/ (.+)/.exec(body) ?? [];
    const names = imported.split(', ');
    const exported = new Map<string, unknown>(Object.entries(library));
    const printed: unknown[][] = [];
    const call = new Function(...names, 'console', body) as (...given: unknown[]) => void;
    call(...names.map((name) => exported.get(name)), {
      log: (...values: unknown[]) => printed.push(values),
    });
    expect(printed.map((values) => values.join(' '))).toEqual([expected]);
  });
});
