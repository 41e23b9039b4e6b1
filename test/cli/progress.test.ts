import { Writable } from 'node:stream';
import { describe, expect, test } from 'vitest';
import type { Output } from '../../src/cli/process.ts';
import { progressLine } from '../../src/cli/progress.ts';

function terminal(isTTY: boolean) {
  let text = '';
  const stream = new Writable({
    write(chunk, _encoding, done) {
      text += String(chunk);
      done();
    },
  });
  return { stream: Object.assign(stream, { isTTY, columns: 60 }) as Output, text: () => text };
}

describe('the line of progress', () => {
  test('comes after a second, says how far and how long, and is wiped away', () => {
    let now = 0;
    const { stream, text } = terminal(true);
    const line = progressLine(stream, true, () => now);
    line.show({ doing: 'reading big.csv', share: 0.1 });
    expect(text()).toBe('');
    now = 10_000;
    line.show({ doing: 'reading big.csv', share: 0.25, rows: 1_234_567 });
    expect(text()).toContain('reading big.csv · 25% · 1,234,567 rows · 30 s left');
    line.show({ doing: 'reading big.csv', share: 0.5, rows: 57_000_000, estimated: true });
    expect(text()).toContain('reading big.csv · 50% · ≈ 57,000,000 rows · 10 s left');
    line.clear();
    expect(text().endsWith('\r\u001b[2K')).toBe(true);
  });

  test.each([
    ['into a pipe', false, true],
    ['with --quiet', true, false],
  ])('is not written %s', (_, isTTY, wanted) => {
    let now = 0;
    const { stream, text } = terminal(isTTY);
    const line = progressLine(stream, wanted, () => now);
    now = 60_000;
    line.show({ doing: 'reading', share: 0.5 });
    line.clear();
    expect(text()).toBe('');
  });
});
