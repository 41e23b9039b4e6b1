import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { ENCODERS } from '../input/encodings.ts';
import { LINE_ENDS, writeTable } from '../input/tables.ts';
import { run } from '../run.ts';

const folder = mkdtempSync(join(tmpdir(), 'community-roi-'));
const cohorts = ['non_member,500,5000', 'newcomer,50,600', 'active,100,1500'];
const spend = [1, 2, 3, 4, 5].flatMap((month) => cohorts.map((row) => `2024-0${month},${row}\n`));
writeFileSync(join(folder, 'spend.csv'), ['period,cohort,people,spend\n', ...spend].join(''));

/** The answer to a cost file, without what was detected about it. */
async function answer(costs: Buffer): Promise<string> {
  const { code, stdout, stderr } = await run(['calc', '-', 'spend.csv', '--json'], { cwd: folder, stdin: costs });
  expect([code, stderr]).toEqual([0, '']);
  const start = stdout.indexOf('"inputs": [');
  expect(start).toBeGreaterThan(0);
  return stdout.slice(0, start);
}

/** Every way to write the table but for its encoding. */
const STYLES = [',', ';', '\t', '|'].flatMap((delimiter) =>
  [',', '.'].flatMap((decimal) =>
    Object.values(LINE_ENDS).flatMap((lineEnds) =>
      ['where needed', 'everywhere'].flatMap((quoting) =>
        [false, true].map((sep) => ({ delimiter, decimal, lineEnds, quoting, sep })),
      ),
    ),
  ),
) as Parameters<typeof writeTable>[0][];

test.each(Object.keys(ENCODERS) as (keyof typeof ENCODERS)[])(
  'a cost file in %s gives the same JSON to the byte, however a spreadsheet wrote it',
  async (encoding) => {
    const plain = await answer(Buffer.from(writeTable(STYLES[0]!)));
    for (const style of STYLES) expect(await answer(ENCODERS[encoding](writeTable(style)))).toBe(plain);
    expect(STYLES.length * Object.keys(ENCODERS).length).toBeGreaterThan(500);
  },
  60_000,
);
