import { describe, expect, test } from 'vitest';
import { COLUMN_TEXTS } from '../../.build/docs/columns.ts';
import { FILES, filesPage } from '../../.build/docs/files.ts';
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

  test('says what a cell is read as by reading it', () => {
    const page = filesPage();
    expect(page).toContain('| `Q1 2024`');
    expect(page).toMatch(/\| `-12`, `−12`, .* \| -12\.00 \|/);
  });
});
