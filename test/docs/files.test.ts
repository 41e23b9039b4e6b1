import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { COLUMN_TEXTS } from '../../.build/docs/columns.ts';
import { FILES, filesPage } from '../../.build/docs/files.ts';
import { run } from '../run.ts';
import { expectPage } from './page.ts';

test('docs/files.md is what the readers know', () => {
  expectPage('docs/files.md', filesPage());
});

describe('docs/files.md', () => {
  test.each(FILES.map((file) => [file.name, file] as const))(
    'tells of every column of %s, and of no other',
    (name, file) => {
      expect(Object.keys(COLUMN_TEXTS[name] ?? {}).sort()).toEqual(file.columns.map((column) => column.name).sort());
    },
  );

  test('tells of every file that is read', () => {
    expect(Object.keys(COLUMN_TEXTS)).toEqual(FILES.map(({ name }) => name));
  });

  test('shows scenarios that can be computed', async () => {
    const [, yaml = ''] = /```yaml\n([\s\S]*?)```/.exec(filesPage()) ?? [];
    const file = join(mkdtempSync(join(tmpdir(), 'community-roi-')), 'scenarios.yaml');
    writeFileSync(file, yaml);
    const [costs, spend, returns] = ['costs', 'spend', 'returns'].map(
      (kind) => `fixtures/returns-and-rewards/${kind}.csv`,
    );
    const args = ['calc', costs!, spend!, '--returns', returns!, '--scenario', file, '--json'];
    const { stdout, stderr } = await run(args);
    expect(stderr).toBe('');
    const { data } = JSON.parse(stdout) as { data: { scenarios: { name: string }[] } };
    expect(data.scenarios.map(({ name }) => name)).toEqual(['cautious', 'long yardstick']);
  });

  test('says what a cell is read as by reading it', () => {
    const tables = filesPage().match(/^\| .* \|$/gm) ?? [];
    const read = (cell: string) =>
      tables
        .find((row) => row.includes(`\`${cell}\``))
        ?.split(' | ')
        .at(-1);
    expect(['Q1 2024', '31.01.2024', '(12.00)', '1.234,56 €', '0,2', '1.750'].map(read)).toEqual([
      '2024-Q1 |',
      '2024-01 |',
      '-12.00 |',
      '1,234.56 |',
      '20% |',
      '1,750 |',
    ]);
  });
});
