import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { codesOf, costs, rowsOf } from './reading.ts';

const HEADER = 'period,category,amount\n';
const TEXT = `${HEADER}2024-01,staff,70\n`;

describe('a compressed file', () => {
  it('is told by its first bytes, as standard input has no name', async () => {
    const reading = await costs(gzipSync(TEXT));
    expect(rowsOf(reading)).toEqual(['2024-01 staff 70']);
    expect(reading.summary).toMatchObject({ compressed: 'gzip', encoding: 'utf-8', delimiter: ',' });
  });

  it('may consist of several parts, and come in any chunks', async () => {
    const parts = Buffer.concat([gzipSync(HEADER), gzipSync('2024-01,staff,70\n')]);
    for (const size of [1, 10, 1000]) expect(rowsOf(await costs(parts, {}, size))).toEqual(['2024-01 staff 70']);
  });

  it('is refused where it is cut short or damaged', async () => {
    const packed = gzipSync(TEXT);
    const damaged = Buffer.from(packed);
    damaged[packed.length - 6]! ^= 1;
    for (const bytes of [packed.subarray(0, -9), packed.subarray(0, 5), damaged]) {
      expect(codesOf(await costs(bytes))).toEqual(['- GZIP_BROKEN']);
    }
  });

  it('is refused where it unpacks to more than may be', async () => {
    const bomb = gzipSync(`${HEADER}${'2024-01,staff,1\n'.repeat(100_000)}`);
    expect(codesOf(await costs(bomb, { maxUnpackedBytes: 1_000_000 }))).toEqual(['- UNPACKED_TOO_LARGE']);
    expect(rowsOf(await costs(bomb))).toEqual(['2024-01 staff 100000']);
  });

  it('in a compressed file is not looked into', async () => {
    expect(codesOf(await costs(gzipSync(gzipSync(TEXT))))).toEqual(['- FILE_BINARY']);
  });
});
