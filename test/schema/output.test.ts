import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { describe, expect, test } from 'vitest';
import { COMMANDS } from '../../src/commands/index.ts';
import { isOutputName, OUTPUT_NAMES, outputSchema } from '../../src/schema/output/index.ts';
import { PROJECT, run } from '../run.ts';

const ajv = new Ajv2020({ allErrors: true, strict: true, allowUnionTypes: true });
const closed = new Map(OUTPUT_NAMES.map((name) => [name, ajv.compile(outputSchema(name, 'closed'))]));

interface Envelope {
  readonly kind: string;
  readonly data: Record<string, unknown>;
}

/** What is wrong with a document by the closed schema of its kind. */
function faults(document: Envelope): string[] {
  const { kind } = document;
  if (!isOutputName(kind)) return [`no schema is called ${kind}`];
  const validate = closed.get(kind)!;
  validate(document);
  return (validate.errors ?? []).map((e) => `${e.instancePath} ${e.message} ${JSON.stringify(e.params)}`);
}

/** Every whole JSON output among the golden files. The one of `render` is of a report that no command writes. */
const goldens = readdirSync(join(PROJECT, 'test/golden'), { recursive: true, encoding: 'utf8' })
  .filter((path) => /json$/.test(path) && !path.startsWith('render'))
  .flatMap((path): [path: string, document: Envelope][] => {
    const document = JSON.parse(readFileSync(join(PROJECT, 'test/golden', path), 'utf8'));
    return 'schemaVersion' in document ? [[path, document]] : [];
  });

const files = (name: string) => [`fixtures/${name}/costs.csv`, `fixtures/${name}/spend.csv`];
const RAW = ['fixtures/raw/members.csv', '--transactions', 'fixtures/raw/transactions.csv'] as const;
const survey = 'fixtures/outcomes/survey.csv';

/** Runs that bring about keys which no golden file has. */
const RUNS: readonly (readonly string[])[] = [
  ['calc', ...files('quarterly'), '--discount-rate', '8%'],
  ['calc', ...files('yearly'), '--sensitivity', '--margin', '40%'],
  ['calc', ...files('negative-uplift'), '--from', '2023-02'],
  ['calc', ...files('per-member')],
  ['calc', ...files('spending-challenge'), '--sensitivity'],
  ['calc', ...files('returns-and-rewards'), '--returns', 'fixtures/returns-and-rewards/returns.csv'],
  ['calc', '--example', '--explain', 'roi'],
  ['explain', 'uplift'],
  ['explain'],
  ['calc', 'fixtures/raw/costs.csv', '--members', ...RAW, '--method', 'joining'],
  ['cohorts', RAW[0], RAW[2]],
  ['cohorts', RAW[0], RAW[2], '--show-sql', '--dialect', 'duckdb'],
  ['event', 'fixtures/monthly/events.csv', 'fixtures/monthly/orders.csv'],
  ['effect', RAW[0], RAW[2]],
  ['effect', '--panel', 'fixtures/templates/panel.csv'],
  ['check', 'fixtures/monthly'],
  ['config', 'fixtures/monthly'],
  ['report', 'fixtures/templates'],
  ['init', '--from', 'fixtures/raw/members.csv'],
  ['init', 'fixtures/templates'],
  ['schema'],
  ['schema', 'config'],
  ['completion'],
  ['completion', 'fish'],
  ['validate', ...files('worked-example')],
  ['outcomes', survey, '--higher', 'earnings', '--winsorize', '90%'],
];

describe('what a command writes as JSON is what its schema says, and no key more', () => {
  test.each(goldens)('golden %s', (_, document) => {
    expect(faults(document)).toEqual([]);
  });

  test.each(RUNS.map((args) => [args.join(' '), args] as const))('%s', async (_, args) => {
    expect(faults(JSON.parse((await run([...args, '--json'])).stdout))).toEqual([]);
  });

  test('every command has a schema, and every schema a document that was checked', async () => {
    expect(COMMANDS.map(({ name }) => name).filter((name) => !isOutputName(name))).toEqual([]);
    const seen = new Set([
      ...goldens.map(([, { kind }]) => kind),
      ...RUNS.map((args) => (args.includes('--show-sql') ? 'sql' : args[0]!)),
    ]);
    expect(OUTPUT_NAMES.filter((name) => !seen.has(name))).toEqual([]);
  });
});

describe('a schema', () => {
  const document = goldens.find(([path]) => path === 'calc/worked-example.json')![1];
  const open = ajv.compile(outputSchema('calc', 'open'));
  const withData = (data: object) => ({ ...document, data: { ...document.data, ...data } });

  test('as it ships allows keys that a later version may bring; the closed one does not', () => {
    const later = withData({ somethingNew: 1 });
    expect(open(later)).toBe(true);
    expect(faults(later)).toEqual(['/data must NOT have additional properties {"additionalProperty":"somethingNew"}']);
  });

  test.each([
    ['a figure as text', { totals: { ...(document.data['totals'] as object), cost: '825270' } }],
    ['a verdict that there is not', { verdict: 'good' }],
    ['a month that is none', { window: { from: 'January', to: '2023-12', periods: 36 } }],
    ['a list in place of a figure', { trend: [] }],
  ])('refuses %s', (_, data) => {
    expect(open(withData(data))).toBe(false);
  });

  test('refuses a result without its totals', () => {
    const { totals: _, ...data } = document.data;
    expect(open({ ...document, data })).toBe(false);
  });
});
