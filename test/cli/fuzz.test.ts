import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { run } from '../run.ts';

/** Cases with every test run; with FUZZ_CASES more, but each runs the whole program. */
const CASES = Math.min(5000, Number(process.env['FUZZ_CASES'] ?? 300));

const COSTS = readFileSync('fixtures/worked-example/costs.csv');
const SPEND = 'fixtures/worked-example/spend.csv';

/** A file that is right but for some bytes, cut somewhere. */
const damaged = fc
  .tuple(
    fc.integer({ min: 0, max: COSTS.length }),
    fc.array(fc.tuple(fc.nat(COSTS.length - 1), fc.nat(255)), { maxLength: 4 }),
  )
  .map(([length, flips]) => {
    const bytes = Buffer.from(COSTS);
    for (const [at, byte] of flips) bytes[at] = byte;
    return bytes.subarray(0, length);
  });

test(
  'whatever the bytes, calc answers or names the file, and says nothing of its insides',
  async () => {
    const content = fc.oneof(
      damaged,
      fc.uint8Array({ maxLength: 200 }).map((bytes) => Buffer.from(bytes)),
    );
    await fc.assert(
      fc.asyncProperty(content, async (stdin) => {
        const { code, stdout, stderr } = await run(['calc', '-', SPEND, '--json'], { stdin });
        expect([0, 3]).toContain(code);
        expect(stderr).not.toMatch(/\n {4}at |\[BUG\]/);
        if (code === 0) expect([JSON.parse(stdout).kind, stderr]).toEqual(['calc', '']);
        else expect([stdout, /^error: <stdin>(:\d+)?: /.test(stderr)]).toEqual(['', true]);
      }),
      { numRuns: CASES },
    );
  },
  30_000 + CASES * 100,
);
