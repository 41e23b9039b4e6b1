import { gzipSync } from 'node:zlib';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { rowsXml, workbook } from './archive.ts';
import { ENCODERS } from './encodings.ts';
import { type Content, costs, type Reading, returns, rowsOf, spend } from './reading.ts';

/** Cases of all properties together: 2,000 with every test run, more with `FUZZ_CASES`. */
const CASES = Number(process.env['FUZZ_CASES'] ?? 2000);
const share = (part: number) => ({ numRuns: Math.max(1, Math.round(CASES * part)) });
const PATIENCE = 30_000 + CASES * 50;

const READERS = [costs, spend, returns];

/** Reads a file in every way it could be meant; what comes back is either clean or a list of proper problems. */
async function survives(content: Content, chunkSize?: number): Promise<void> {
  for (const reader of READERS) {
    const reading = await (reader as (content: Content, options: object, size?: number) => Promise<Reading<object>>)(
      content,
      {},
      chunkSize,
    );
    expect(reading.summary !== undefined || reading.problems.length > 0).toBe(true);
    for (const { file, code, message, remedy, line } of reading.problems) {
      expect(file).toBe('<stdin>');
      expect(code).toMatch(/^[A-Z][A-Z_]+[A-Z]$/);
      expect(message).not.toMatch(/undefined|NaN|\[object|Error|[\p{Cc}]/u);
      expect(remedy).toMatch(/\S/);
      expect(line ?? 1).toBeGreaterThan(0);
    }
  }
}

const BASE = [
  'period,category,item,amount,share',
  '2024-01,staff,"Community manager, part time",1234.50,20%',
  '2024-02,hosting,"a ""b"" c",99.99,',
  '31/01/2024,misc,"two\nlines",1.234,0.5',
  '03/04/2024,one_off,plain,"1,234,567.00 €",',
  '',
].join('\r\n');

describe('whatever the bytes', () => {
  it(
    'random ones end in problems, never in an exception',
    async () => {
      const bytes = fc.uint8Array({ maxLength: 300 });
      await fc.assert(
        fc.asyncProperty(bytes, fc.integer({ min: 1, max: 64 }), (content, size) => survives(content, size)),
        share(0.1),
      );
    },
    PATIENCE,
  );

  it(
    'text of the marks that matter ends in problems, never in an exception',
    async () => {
      const marks = fc.constantFrom(
        ...'",;\t|\n\r\0#=\\\uFEFF 0123456789.-/€äé{}[]:<PK',
        'period',
        'category',
        'amount',
        'sep=',
        '"""',
      );
      const text = fc.array(marks, { maxLength: 120 }).map((parts) => parts.join(''));
      const encoder = fc.constantFrom(...Object.values(ENCODERS));
      await fc.assert(
        fc.asyncProperty(text, encoder, (content, encode) => survives(encode(content))),
        share(0.15),
      );
    },
    PATIENCE,
  );

  it(
    'a table of any cells ends in problems or rows, never in an exception',
    async () => {
      const cell = fc.oneof(
        fc.constantFrom(
          '2024-01',
          '03/04/2024',
          'staff',
          'active',
          '5',
          '1.234',
          '1,5',
          '20%',
          '€5',
          '',
          ' ',
          'Total',
          '"',
          '#',
        ),
        fc.string({ unit: 'binary', maxLength: 12 }),
      );
      const rows = fc.array(fc.array(cell, { minLength: 1, maxLength: 6 }), { maxLength: 8 });
      const header = fc.constantFrom(
        'period,category,amount,share',
        'period,cohort,people,spend',
        'period,source,amount,kind',
      );
      await fc.assert(
        fc.asyncProperty(header, rows, (first, table) =>
          survives([first, ...table.map((cells) => cells.join())].join('\n')),
        ),
        share(0.15),
      );
    },
    PATIENCE,
  );

  it(
    'a good file with a byte flipped, a part missing or a byte put in ends in problems or rows',
    async () => {
      const mutation = fc.record({
        encode: fc.constantFrom(...Object.values(ENCODERS)),
        at: fc.double({ min: 0, max: 0.999, noNaN: true }),
        kind: fc.constantFrom('flip', 'cut', 'start', 'insert'),
        byte: fc.integer({ min: 0, max: 255 }),
      });
      await fc.assert(
        fc.asyncProperty(mutation, ({ encode, at, kind, byte }) => {
          const bytes = encode(BASE);
          const place = Math.floor(at * bytes.length);
          if (kind === 'cut') return survives(bytes.subarray(0, place));
          if (kind === 'start') return survives(bytes.subarray(place));
          if (kind === 'flip') bytes[place]! ^= 1 << (byte % 8);
          return survives(
            kind === 'flip'
              ? bytes
              : Buffer.concat([bytes.subarray(0, place), Buffer.from([byte]), bytes.subarray(place)]),
          );
        }),
        share(0.15),
      );
    },
    PATIENCE,
  );
});

describe('never a wrong number', () => {
  it(
    'an amount comes back as it was, in every way to write it',
    async () => {
      const written = fc.record({
        cents: fc.bigInt({ min: 0n, max: 10n ** 15n }),
        decimal: fc.constantFrom('.', ','),
        group: fc.constantFrom('', ' ', "'", '’', '\u00A0', '\u202F', 'other'),
        sign: fc.constantFrom('', '-', '−', '()', 'behind'),
        currency: fc.constantFrom('', '€', '$', 'EUR', 'CHF', 'zł'),
        before: fc.boolean(),
        space: fc.constantFrom('', ' ', '\u00A0'),
      });
      await fc.assert(
        fc.asyncProperty(written, async ({ cents, decimal, group, sign, currency, before, space }) => {
          const mark = group === 'other' ? (decimal === '.' ? ',' : '.') : group;
          const whole = String(cents / 100n).replace(/\B(?=(\d{3})+$)/g, mark);
          const number = `${whole}${decimal}${String(cents % 100n).padStart(2, '0')}`;
          const amount = before ? `${currency}${space}${number}` : `${number}${space}${currency}`;
          const signs = { '': amount, '-': `-${amount}`, '−': `−${amount}`, '()': `(${amount})`, behind: `${number}-` };
          const reading = await costs(`period;category;amount\n2024-01;staff;${signs[sign as keyof typeof signs]}\n`);
          expect(reading.problems).toEqual([]);
          expect(reading.file.rows[0]?.amount).toBe((sign === '' ? cents : -cents) * 10n ** 10n);
        }),
        share(0.15),
      );
    },
    PATIENCE,
  );

  it(
    'what is taken for an amount has the digits that were written, and no others',
    async () => {
      const text = fc.string({ unit: fc.constantFrom(..."0123456789.,' -()+€$eExX%"), minLength: 1, maxLength: 14 });
      await fc.assert(
        fc.asyncProperty(text, fc.constantFrom('.', ','), async (cell, decimal) => {
          const reading = await costs(`period;category;amount\n2024-01;staff;"${cell}"\n`, { decimal });
          const amount = reading.file.rows[0]?.amount;
          if (amount === undefined) return;
          expect(cell).toMatch(/^[^eEx%]*$/i);
          const significant = cell.replace(/\D/g, '').replace(/^0+/, '');
          const digits = String(amount < 0n ? -amount : amount);
          expect(digits === '0' ? '' : digits.replace(/0+$/, '')).toBe(significant.replace(/0+$/, ''));
          const point = cell.lastIndexOf(decimal);
          const decimals = point === -1 ? 0 : cell.slice(point).replace(/\D/g, '').length;
          expect(amount % 10n ** BigInt(12 - decimals)).toBe(0n);
          expect(digits.length === 1 ? 0 : digits.length - (12 - decimals)).toBe(significant.length);
        }),
        share(0.15),
      );
    },
    PATIENCE,
  );

  it(
    'a compressed file or a workbook with a byte flipped is refused, or gives what it gave',
    async () => {
      const text = 'period,category,amount\n2024-01,staff,1234.5\n2024-02,misc,99\n';
      const rows = rowsXml(['period', 'category', 'amount'], ['2024-01', 'staff', 1234.5], ['2024-02', 'misc', 99]);
      const files = [gzipSync(text), workbook({ Costs: { rows } }), workbook({ Costs: { rows } }, { method: 'store' })];
      const mutation = fc.record({ file: fc.constantFrom(...files), at: fc.nat(), bit: fc.nat(7), cut: fc.boolean() });
      await fc.assert(
        fc.asyncProperty(mutation, async ({ file, at, bit, cut }) => {
          const bytes = Buffer.from(file);
          bytes[at % bytes.length]! ^= 1 << bit;
          const reading = await costs(cut ? file.subarray(0, at % file.length) : bytes);
          if (reading.problems.length > 0) return;
          expect(rowsOf(reading)).toEqual(['2024-01 staff 1234.5', '2024-02 misc 99']);
        }),
        share(0.15),
      );
    },
    PATIENCE,
  );
});
