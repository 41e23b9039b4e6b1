import { Readable } from 'node:stream';
import { describe, expect, test } from 'vitest';
import { money } from '../../../src/core/money.ts';
import { formatPeriod } from '../../../src/core/period.ts';
import { Problems } from '../../../src/errors/problem.ts';
import { readMemberLedger, readRecognition } from '../../../src/input/members/read.ts';

/** Reads a text as a file, and what is wrong with it. */
async function reading<T>(
  read: (sources: string[], options: object, context: { problems: Problems; stdin: Readable }) => Promise<T>,
  text: string,
) {
  const problems = new Problems();
  const found = await read(['-'], {}, { problems, stdin: Readable.from([Buffer.from(text)]) });
  return { ...found, wrong: problems.kept.map(({ code, line }) => `${line}: ${code}`) };
}

describe('a member ledger', () => {
  test('is read as a German spreadsheet writes it', async () => {
    const text = 'Monat;Art;Betrag\nJan 2024;Stunden;1.200,5\n2024-02;Mitgliedsbeiträge;960,00 €\n';
    const { rows, currency, wrong } = await reading(readMemberLedger, text);
    expect(wrong).toEqual([]);
    expect(currency?.code).toBe('EUR');
    expect(rows.map(({ period, ...row }) => ({ ...row, period: formatPeriod(period) }))).toEqual([
      { period: '2024-01', kind: 'hours', amount: money('1200.5') },
      { period: '2024-02', kind: 'fees', amount: money(960) },
    ]);
  });

  test('takes a refund of fees, and no hours below 0', async () => {
    const text = 'period,kind,amount\n2024-01,fees,-20\n2024-01,hours,-3\n2024-01,hours,\n';
    const { rows, wrong } = await reading(readMemberLedger, text);
    expect(rows.map(({ amount }) => amount)).toEqual([money(-20)]);
    expect(wrong).toEqual(['3: HOURS_NEGATIVE', '4: VALUE_MISSING']);
  });
});

describe('recognition', () => {
  test('needs no more than who was recognised', async () => {
    const { rows } = await reading(readRecognition, 'person_id\nu-1\nu-2\n');
    expect(rows.map(({ what, period }) => [what, period])).toEqual([
      ['(not said)', undefined],
      ['(not said)', undefined],
    ]);
  });

  test('keeps a digest in place of the id, the same for the same person', async () => {
    const text =
      'Mitglied,Datum,Auszeichnung,Wert\nAnna, 2024-03-09,Preis,80\nAnna,2024-04-01,Dank,\nBert,2024-04-02,Dank,\n';
    const { rows } = await reading(readRecognition, text);
    expect(new Set(rows.map(({ person }) => person)).size).toBe(2);
    expect(JSON.stringify(rows, (_, value) => (typeof value === 'bigint' ? String(value) : value))).not.toContain(
      'Anna',
    );
    expect(rows[0]).toMatchObject({ what: 'Preis', value: money(80) });
    expect(rows.map(({ period }) => period && formatPeriod(period))).toEqual(['2024-03', '2024-04', '2024-04']);
  });
});
