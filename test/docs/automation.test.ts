import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { automationPage } from '../../.build/docs/automation.ts';
import { PROJECT, run } from '../run.ts';
import { expectPage } from './page.ts';

const page = automationPage();

const blocks = (language: string) =>
  [...page.matchAll(new RegExp(`^\`\`\`${language}\\n([\\s\\S]*?)^\`\`\`$`, 'gm'))].map(([, text]) => text!);

/** Every whole command line of the program on the page, wherever it stands. */
function commands(): string[] {
  const lines = [...blocks('sh'), ...blocks('yaml')].join('\n').split('\n');
  return lines.flatMap((line) => {
    const command = /^\s*(?:- (?:run: )?)?(?:npx )?(community-roi .*)$/.exec(line)?.[1];
    return command === undefined || command.includes('$') ? [] : [command];
  });
}

test('docs/automation.md shows the action and the workflow as they are', () => {
  expectPage('docs/automation.md', page);
});

describe('docs/automation.md', () => {
  test('shows commands that succeed in the folder that init makes', async () => {
    const cwd = mkdtempSync(join(tmpdir(), 'community-roi-'));
    cpSync(join(PROJECT, 'fixtures/templates'), cwd, { recursive: true });
    expect(commands().length).toBeGreaterThan(8);
    for (const command of commands()) {
      const { code, stderr } = await run(command.split(' ').slice(1), { cwd });
      expect([command, code, stderr]).toEqual([command, 0, '']);
    }
    expect(readdirSync(cwd)).toEqual(
      expect.arrayContaining(['report.html', 'report.json', '2024-03.html', 'goals.xml']),
    );
  });

  test('shows scripts that a shell can read', () => {
    for (const script of blocks('sh')) {
      const { status, stderr } = spawnSync('bash', ['-n'], { input: script, encoding: 'utf8' });
      expect([status, stderr]).toEqual([0, '']);
    }
  });

  test('shows YAML that can be read', () => {
    expect(blocks('yaml').length).toBeGreaterThan(2);
    for (const text of blocks('yaml')) expect(parse(text)).toBeTypeOf('object');
  });
});

describe('the workflow that init writes', () => {
  const [text = ''] = blocks('yaml');
  const { jobs } = parse(text) as { jobs: { report: { steps: { uses: string; with?: Record<string, string> }[] } } };

  test('gives the action inputs that it has', () => {
    const own = jobs.report.steps.find(({ uses }) => uses.startsWith('community-roi/'));
    const known = [...page.matchAll(/^\| `([a-z-]+)` \|/gm)].map(([, name]) => name);
    expect(known).toEqual(expect.arrayContaining(Object.keys(own?.with ?? { nothing: '' })));
  });
});
