import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type CsvDialect, parseCsv } from '../../src/input/csv.ts';
import { readDelimited } from '../../src/input/plain-csv.ts';

type Reader = typeof parseCsv;
type Read = readonly { readonly cells: readonly string[]; readonly line: number }[];

async function readWith(reader: Reader, chunks: readonly Buffer[], dialect: CsvDialect): Promise<Read | string> {
  const records: { cells: string[]; line: number }[] = [];
  try {
    await reader(from(chunks), dialect, (cells, line) => records.push({ cells, line }));
  } catch (error) {
    return `${(error as { complaints: { code: string }[] }).complaints[0]?.code} after ${records.length}`;
  }
  return records;
}

async function* from(chunks: readonly Buffer[]): AsyncGenerator<Buffer> {
  yield* chunks;
}

/** A text cut into chunks anywhere, also within a character and between \r and \n. */
const cutText = (marks: readonly string[]) =>
  fc
    .tuple(
      fc.array(fc.constantFrom('a', 'é', '日', '1.5', ' ', '\t', '\u00a0', '#', '', ...marks), { maxLength: 60 }),
      fc.array(fc.nat(80), { maxLength: 4 }),
    )
    .map(([parts, cuts]) => {
      const bytes = Buffer.from(parts.join(''));
      const at = [0, ...cuts.filter((cut) => cut < bytes.length).sort((a, b) => a - b), bytes.length];
      return at.slice(1).map((end, i) => bytes.subarray(at[i], end));
    });

const DIALECT: CsvDialect = { delimiter: ',', comments: false, firstLine: 3 };

test.each([
  ['without quotation marks', [',', '\n', '\r\n', '\r']],
  ['with quotation marks', [',', '\n', '\r\n', '"', '"x"', '""']],
])('text %s gives the records and lines that csv-parse gives, however it is cut', async (_, marks) => {
  await fc.assert(
    fc.asyncProperty(cutText(marks), fc.boolean(), async (chunks, comments) => {
      const dialect = { ...DIALECT, comments };
      expect(notBlank(await readWith(readDelimited, chunks, dialect))).toEqual(
        notBlank(await readWith(parseCsv, chunks, dialect)),
      );
    }),
    { numRuns: 2000 },
  );
});

/** A blank line at the end of the text is a record for one and none for the other; the reader of rows skips both. */
function notBlank(read: Read | string): Read | string {
  return typeof read === 'string' ? read : read.filter(({ cells }) => cells.some((cell) => cell !== ''));
}

test('a line that never ends is refused before it fills the memory', async () => {
  const chunks = Array.from({ length: 20 }, () => Buffer.alloc(1 << 20, 'x'));
  expect(await readWith(readDelimited, chunks, DIALECT)).toBe('RECORD_TOO_LONG after 0');
});
