import { describe, expect, test } from 'vitest';
import { expectFits, goldenRun } from '../golden.ts';
import { run } from '../run.ts';

const EXAMPLE = [
  'calc',
  'fixtures/worked-example/costs.csv',
  'fixtures/worked-example/spend.csv',
  '--currency',
  'EUR',
  '--by',
  'month',
];

describe('--locale', () => {
  test.each(['de-DE', 'fr-FR'])('%s writes numbers, amounts and months as people there do', async (locale) => {
    expectFits(await goldenRun(`calc/locale-${locale}.txt`, [...EXAMPLE, '--locale', locale]), 80);
    await goldenRun(`calc/locale-${locale}.md`, [...EXAMPLE, '--locale', locale, '--format', 'markdown']);
  });

  test('is en-US unless it is given, wherever the machine stands', async () => {
    const { stdout } = await run([...EXAMPLE, '--locale', 'en-US']);
    expect((await run(EXAMPLE, { env: { LANG: 'de_DE.UTF-8', LC_ALL: 'de_DE.UTF-8' } })).stdout).toBe(stdout);
  });

  test.each(['json', 'csv'])('leaves %s as programs read it', async (format) => {
    const plain = await run([...EXAMPLE, '--format', format]);
    expect(await run([...EXAMPLE, '--format', format, '--locale', 'de-DE'])).toEqual(plain);
  });

  test('takes any spelling of a known one', async () => {
    const german = await run([...EXAMPLE, '--brief', '--locale', 'de-DE']);
    expect(await run([...EXAMPLE, '--brief', '--locale', 'DE-de'])).toEqual(german);
  });

  test.each(['tlh', 'de_DE', 'german!', ''])('refuses "%s" rather than show it as something else', async (locale) => {
    const { code, stdout, stderr } = await run([...EXAMPLE, '--locale', locale]);
    expect([code, stdout]).toEqual([2, '']);
    expect(stderr).toMatch(/^error: --locale cannot be ".*" {2}\[OPTION_INVALID\]\n {2}It takes a language/);
  });
});
