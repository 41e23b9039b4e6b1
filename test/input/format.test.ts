import { describe, expect, test } from 'vitest';
import { codesOf, costs } from './reading.ts';

describe('a DATEV booking batch', () => {
  const rows = 'Umsatz;Kostenart;Belegdatum\n5200,00;Personal;2001\n5200,00;Personal;2002\n';

  test.each([
    '"EXTF";700;21;"Buchungsstapel";13',
    'EXTF;700;21;Buchungsstapel;13',
    '"DTVF";700;21;"Buchungsstapel";13',
  ])('is refused by its first line %s: 2001 in it is the 20th of January, not a year', async (first) => {
    const { problems } = await costs(`${first}\n${rows}`);
    expect(problems.map(({ code, line, message }) => [code, line, message])).toEqual([
      ['FILE_FORMAT', undefined, expect.stringContaining('DATEV')],
    ]);
  });

  test('is not what a file is whose text only speaks of it', async () => {
    expect(codesOf(await costs('EXTF export;;\nperiod;category;amount\n2024-01;staff;5\n'))).toEqual([]);
  });
});
