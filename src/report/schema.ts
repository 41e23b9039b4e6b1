import type { Report } from './report.ts';

/** A JSON Schema, as it stands. */
export function schemaReport(name: string, schema: object): Report {
  const text = `${JSON.stringify(schema, null, 2)}\n`;
  return {
    kind: 'schema',
    passed: true,
    currency: null,
    data: { name, schema },
    text,
    blocks: [
      { kind: 'title', text: [`JSON Schema of ${name}`] },
      { kind: 'paragraph', text: [`community-roi schema ${name} prints it, without --format.`] },
    ],
    table: [
      ['name', 'schema'],
      [name, JSON.stringify(schema)],
    ],
  };
}

/** What has a schema. */
export function schemaListReport(names: readonly string[]): Report {
  const others: Readonly<Record<string, string>> = {
    config: 'community-roi.yaml',
    settings: 'config --format json',
    sql: 'calc --show-sql --format json',
  };
  const what = (name: string) => others[name] ?? `${name} --format json`;
  return {
    kind: 'schema',
    passed: true,
    currency: null,
    data: { schemas: names.map((name) => ({ name, of: what(name) })) },
    blocks: [
      { kind: 'title', text: ['What has a JSON Schema'] },
      { kind: 'facts', facts: names.map((name) => ({ label: name, value: [what(name)] })) },
      { kind: 'hints', hints: [{ label: 'Print one', command: 'community-roi schema calc' }] },
    ],
    table: [['name', 'of'], ...names.map((name) => [name, what(name)])],
  };
}
