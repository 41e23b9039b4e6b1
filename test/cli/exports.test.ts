import { describe, expect, test } from 'vitest';
import { type Expected, exportFiles } from '../input/exports.ts';
import { flagsOf } from '../input/flags.ts';
import { run } from '../run.ts';

const readings = exportFiles().flatMap(({ path, readings }) =>
  readings.map((expected) => ({ path, as: expected.as, flags: flagsOf(expected.options).join(' '), expected })),
);
const isRaw = ({ as }: { readonly as: Expected['as'] }) => !['costs', 'spend', 'returns'].includes(as);

/** What stands beside an export of the other kind. */
const MEMBERS = 'fixtures/raw/members.csv';
const TRANSACTIONS = 'fixtures/raw/transactions.csv';

function argsOf(path: string, { as, options }: Expected): string[] {
  const file = `fixtures/exports/${path}`;
  const flags = [...flagsOf(options), '--json'];
  if (as === 'members') return ['cohorts', file, TRANSACTIONS, ...flags];
  if (as === 'transactions') return ['cohorts', MEMBERS, file, ...flags];
  if (as === 'activity' || as === 'customers') return ['cohorts', MEMBERS, TRANSACTIONS, `--${as}`, file, ...flags];
  return ['validate', file, '--as', as, ...flags];
}

describe('validate', () => {
  test.each(readings.filter((reading) => !isRaw(reading)))('$path as $as $flags', async ({ path, expected }) => {
    const { code, stdout, stderr } = await run(argsOf(path, expected));
    const { data } = JSON.parse(stdout);
    const { problems = [] } = expected;
    expect(stderr).toBe('');
    expect(data.problems.map(({ code, line, column }: Record<string, unknown>) => ({ code, line, column }))).toEqual(
      problems.map((problem) => ({ code: problem['code'], line: problem['line'], column: problem['column'] })),
    );
    expect(code).toBe(problems.length === 0 ? 0 : 1);
  });
});

describe('cohorts', () => {
  test.each(readings.filter(isRaw))('$path as $as $flags', async ({ path, expected }) => {
    const { code, stdout, stderr } = await run(argsOf(path, expected));
    if (expected.problems !== undefined) {
      expect([code, stdout]).toEqual([3, '']);
      for (const { code: problem } of expected.problems) expect(stderr).toContain(`[${problem}]`);
      return;
    }
    expect([code, stderr]).toEqual([0, '']);
    const input = JSON.parse(stdout).data.inputs.find(({ name }: { name: string }) => name.endsWith(path));
    expect(input).toMatchObject({
      kind: expected.as,
      rows: expected.rows?.length,
      skippedRows: expected.detected?.['skippedRows'] ?? 0,
    });
  });
});
