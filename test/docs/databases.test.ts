import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { SOURCE_OPTIONS } from '../../src/commands/source-options.ts';
import { SQL_DIALECTS } from '../../src/engine/sql/dialect-names.ts';
import { columnsByKind } from '../../src/input/map.ts';
import { PROJECT } from '../run.ts';

const page = readFileSync(join(PROJECT, 'docs/databases.md'), 'utf8');

test('docs/databases.md names every dialect and every option about databases', () => {
  const flags = SOURCE_OPTIONS.map(({ flags: all }) => all.split(' ')[0]!);
  expect([...SQL_DIALECTS.map((name) => `\`${name}\``), ...flags].filter((name) => !page.includes(name))).toEqual([]);
});

test('docs/databases.md names every column of every table', () => {
  for (const kind of ['members', 'transactions', 'activity', 'customers']) {
    const row = new RegExp(`^ *\\| ${kind} \\|([^|]*)\\|([^|]*)\\|$`, 'm').exec(page);
    const names = [...(row?.slice(1).join() ?? '').matchAll(/`(\w+)`/g)].map(([, name]) => name);
    const known = (columnsByKind()[kind] ?? []).map(({ name }) => name);
    expect(names.filter((name) => !['existing', 'new'].includes(name!)).sort(), kind).toEqual([...known].sort());
  }
});

test('docs/databases.md names every variable that is looked at, and no other', () => {
  const sources = ['read-source.ts', 'postgres-files.ts'].map((name) =>
    readFileSync(join(PROJECT, 'src/engine/source', name), 'utf8'),
  );
  const variables = (text: string) => new Set(text.match(/\b(?:PG|CLICKHOUSE_|COMMUNITY_ROI_)[A-Z_]+\b/g));
  const known = new Set([...variables(sources.join()), 'COMMUNITY_ROI_SOURCE']);
  expect([...variables(page)].sort()).toEqual([...known].sort());
});
