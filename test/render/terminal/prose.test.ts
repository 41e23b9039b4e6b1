import { describe, expect, test } from 'vitest';
import { unbroken, wrap } from '../../../src/render/terminal/prose.ts';
import { displayWidth } from '../../../src/render/terminal/width.ts';

const format = { locale: 'en-US', currency: 'CHF', ascii: false };

describe('a paragraph', () => {
  test('is broken between words, the first line and the others each at its own indent', () => {
    expect(wrap('one two three four', { width: 11, first: 2, hang: 4 })).toEqual([
      '  one two',
      '    three',
      '    four',
    ]);
  });

  test('keeps its double blanks inside a line and drops them at its ends', () => {
    expect(wrap('ROI −4.0%   $792,580 returned', { width: 20 })).toEqual(['ROI −4.0%   $792,580', 'returned']);
    expect(wrap('ROI −4.0%   $792,580 returned', { width: 19 })).toEqual(['ROI −4.0%', '$792,580 returned']);
  });

  test('without a word has no line', () => {
    expect(wrap('   ', { width: 10 })).toEqual([]);
  });

  test('in a language without blanks is broken between characters', () => {
    const lines = wrap('社区的投资回报率是多少', { width: 9, hang: 2 });
    expect(lines.map(displayWidth).every((width) => width <= 9)).toBe(true);
    expect(lines.map((line) => line.trim()).join('')).toBe('社区的投资回报率是多少');
  });

  test('with an endless word goes on in the next line, behind a sign where it has one', () => {
    expect(wrap('see https://example.com/a/b', { width: 12 })).toEqual(['see https://', 'example.com/', 'a/b']);
  });
});

test('a value in prose is never broken, neither at its blank nor in its digits', () => {
  const amount = { kind: 'money', amount: 1234567 } as const;
  const text = unbroken(['it cost (', amount, ') in all'], format);
  expect(wrap(text, { width: 13 })).toEqual(['it cost', '(CHF 1,234,567)', 'in all']);
  expect(wrap(text, { width: 4 })).toEqual(['it', 'cost', '(CHF 1,234,567)', 'in', 'all']);
});

test('a name in prose may be broken like prose', () => {
  expect(wrap(unbroken([{ kind: 'text', text: 'two words' }], format), { width: 5 })).toEqual(['two', 'words']);
});
