import { describe, expect, it } from 'vitest';
import { codesOf, costs, rowsOf } from './reading.ts';

describe('a long file', () => {
  it('may have its first unclear cell far from the one that decides it', async () => {
    const rows = Array.from({ length: 20_000 }, () => '03/04/2024;misc;1.234');
    const reading = await costs(['period;category;amount', ...rows, '31/01/2024;misc;0,5', ''].join('\n'));
    expect(rowsOf(reading)).toEqual(['2024-04 misc 24680000', '2024-01 misc 0.5']);
    expect(reading.file.origins[0]).toMatchObject({ firstLine: 2, lastLine: 20_001, rows: 20_000 });
  });

  it('may begin with more blank lines than are looked at first', async () => {
    const reading = await costs(`${'\n'.repeat(300_000)}period,category,amount\n2024-01,staff,5\n`);
    expect(rowsOf(reading)).toEqual(['2024-01 staff 5']);
    expect(reading.summary?.preambleLines).toBe(300_000);
  });

  it('may have a header longer than what is looked at first', async () => {
    const names = Array.from({ length: 20_000 }, (_, i) => `column ${i}`).join();
    const reading = await costs(`${names},period,category,amount\n${names},2024-01,staff,5\n`);
    expect(rowsOf(reading)).toEqual(['2024-01 staff 5']);
  });
});

describe('a row of more than 16 million characters is refused', () => {
  it.each([
    ['in quotes', `period,category,amount\n2024-01,staff,"${'x'.repeat(18_000_000)}`, '2 RECORD_TOO_LONG'],
    ['without an end', 'x'.repeat(18_000_000), '1 RECORD_TOO_LONG'],
    ['of delimiters alone', `period,category,amount\n${','.repeat(18_000_000)}`, '2 RECORD_TOO_LONG'],
  ])('%s', async (_, text, problem) => {
    expect(codesOf(await costs(text))).toEqual([problem]);
  });

  it('comments of any length are no row', async () => {
    const text = `period,category,amount\n${`# ${'x'.repeat(98)}\n`.repeat(200_000)}2024-01,staff,5\n`;
    expect(rowsOf(await costs(text))).toEqual(['2024-01 staff 5']);
  });
});
