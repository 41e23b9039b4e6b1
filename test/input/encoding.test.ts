import { describe, expect, it } from 'vitest';
import { decode } from '../../src/input/encoding.ts';
import { ENCODERS, HIGH_1252 } from './encodings.ts';
import { codesOf, costs, rowsOf } from './reading.ts';

async function* chunked(bytes: Buffer, size: number): AsyncGenerator<Buffer> {
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
}

async function decoded(bytes: Buffer, size: number): Promise<{ text: string; encoding: string }> {
  const result = decode(chunked(bytes, size), bytes.subarray(0, 1024), undefined);
  const chunks: Buffer[] = [];
  for await (const chunk of result.chunks) chunks.push(chunk);
  return { text: Buffer.concat(chunks).toString(), encoding: result.encoding() };
}

describe('text comes out as it went in', () => {
  const text = 'period,category,item,amount\n2024-01,staff,Gehälter für José – «Élan»,1 234 €\n'.repeat(40);

  it.each(Object.keys(ENCODERS) as (keyof typeof ENCODERS)[])('in %s, wherever chunks are cut', async (name) => {
    const bytes = ENCODERS[name](text);
    for (const size of [1, 2, 3, 5, 7, 1000, 1 << 16]) {
      expect(await decoded(bytes, size)).toEqual({ text, encoding: name.replace(' with a mark', '') });
    }
  });

  it('with characters of two, three and four bytes', async () => {
    const wide = 'äß€漢字😀𝔘';
    for (const size of [1, 2, 3, 4, 5]) expect((await decoded(Buffer.from(wide), size)).text).toBe(wide);
  });

  it('with each character of windows-1252 that Latin-1 does not have', async () => {
    expect((await decoded(ENCODERS['windows-1252'](HIGH_1252), 1000)).text).toBe(HIGH_1252);
  });

  it('where the first letter beyond ASCII comes late', async () => {
    const late = `${'plain\n'.repeat(50_000)}Händler\n`;
    for (const name of ['utf-8', 'windows-1252'] as const) {
      expect(await decoded(ENCODERS[name](late), 1 << 16)).toEqual({ text: late, encoding: name });
    }
  });
});

describe('text that cannot be decoded', () => {
  const rows = (item: Buffer) =>
    Buffer.concat([
      Buffer.from('period,category,item,amount\n2024-01,staff,é,1\n2024-02,staff,'),
      item,
      Buffer.from(',2\n'),
    ]);

  it('a byte that is no UTF-8 after text that is: the line is named', async () => {
    const reading = await costs(rows(Buffer.from([0xe9])));
    expect(codesOf(reading)).toEqual(['3 ENCODING_BROKEN']);
    expect(reading.problems[0]?.message).toBe('the text is not UTF-8 from here on');
  });

  it('surrogates, overlong forms and characters past the last are no UTF-8', async () => {
    for (const bytes of [[0xed, 0xa0, 0x80], [0xc0, 0xaf], [0xf4, 0x90, 0x80, 0x80], [0x80], [0xe2, 0x82]]) {
      expect(codesOf(await costs(rows(Buffer.from(bytes))))).toEqual(['3 ENCODING_BROKEN']);
    }
  });

  it('bytes that windows-1252 does not know belong to another encoding', async () => {
    const dos = Buffer.from('period,category,item,amount\n2024-01,staff,M\x81ller,1\n', 'latin1');
    expect(codesOf(await costs(dos))).toEqual(['2 ENCODING_UNKNOWN']);
  });

  it('UTF-16 that is cut in the middle of a character', async () => {
    const text = 'period,category,amount\n2024-01,staff,1\n';
    expect(codesOf(await costs(ENCODERS['utf-16le with a mark'](text).subarray(0, -1)))).toEqual(['2 ENCODING_BROKEN']);
  });

  it('--encoding is taken at its word', async () => {
    const bytes = Buffer.from('period,category,amount\n2024-01,Gemeinkosten,\x80 5\n', 'latin1');
    expect(codesOf(await costs(bytes, { encoding: 'utf-8' }))).toEqual(['2 ENCODING_BROKEN']);
    expect(rowsOf(await costs(bytes, { encoding: 'windows-1252' }))).toEqual(['2024-01 overhead 5']);
  });
});

describe('what is not text', () => {
  it('has a NUL in it', async () => {
    expect(codesOf(await costs('period,category,amount\n2024-01,staff,1\n2024-02,sta\0ff,1\n'))).toEqual([
      '- FILE_BINARY',
    ]);
    const late = `period,category,amount\n${'2024-01,staff,1\n'.repeat(20_000)}2024-02,st\0aff,1\n`;
    expect(codesOf(await costs(late))).toEqual(['20002 FILE_BINARY']);
  });

  it('is empty, or blank', async () => {
    for (const content of ['', '\uFEFF', '\n\n  \n', ' '])
      expect(codesOf(await costs(content))).toEqual(['- FILE_EMPTY']);
  });

  it.each([
    ['an old Excel workbook (.xls), or one with a password', Buffer.from('d0cf11e0a1b11ae1', 'hex')],
    ['a PDF', '%PDF-1.7\n'],
    ['a Parquet file', 'PAR1\x15'],
    ['an SQLite database', 'SQLite format 3\0'],
    ['a web page or XML, not CSV', '\n<!DOCTYPE html><table><tr><td>period</td></tr></table>'],
    ['a web page or XML, not CSV', '<html xmlns:x="urn:schemas-microsoft-com:office:excel">'],
    ['one JSON list', '[\n  {"period": "2024-01"}\n]'],
    ['compressed', Buffer.from('28b52ffd00', 'hex')],
  ])('%s is told by its first bytes', async (what, content) => {
    expect((await costs(content)).problems).toMatchObject([{ code: 'FILE_FORMAT', message: `the file is ${what}` }]);
  });
});
