import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { asciiText, plainText } from '../../src/report/plain.ts';

describe('text from a file', () => {
  test('cannot colour, move or rename the terminal', () => {
    expect(plainText('\x1b[31mred\x1b[0m')).toBe('red');
    expect(plainText('a\x1b[2J\x1b[1;1Hb')).toBe('ab');
    expect(plainText('\x1b]0;owned\x07title')).toBe('title');
    expect(plainText('\x1b]8;;https://x.example\x1b\\link\x1b]8;;\x1b\\')).toBe('link');
    expect(plainText('\x9b31mred\x9d0;x\x9c!')).toBe('red!');
    expect(plainText('\x1bPq#0\x1b\\sixel')).toBe('sixel');
    expect(plainText('\x1b(Bset\x1bc')).toBe('set');
  });

  test('cannot hide what follows an unfinished sequence except by being part of it', () => {
    expect(plainText('a\x1b[')).toBe('a');
    expect(plainText('a\x1b')).toBe('a');
    expect(plainText('a\x1b]no end')).toBe('a');
  });

  test('cannot turn the direction of writing or hide letters', () => {
    expect(plainText('abc\u202edef\u202c')).toBe('abcdef');
    expect(plainText('a\u2066b\u2069\u200fc')).toBe('abc');
    expect(plainText('pass\u200bword\u00ad\ufeff')).toBe('password');
    expect(plainText('tag\u{e0041}\u{e0042}')).toBe('tag');
  });

  test('stays on one line', () => {
    expect(plainText('two\r\nlines\tand\u2028more')).toBe('two lines and more');
    expect(plainText('bell\x07 back\x08 null\x00')).toBe('bell back null');
  });

  test('keeps the letters of every script, accents and emoji', () => {
    const names = ['Zoë', 'é', '社区', 'ชุมชน', 'קהילה', 'می‌خواهم', '👩‍👩‍👧 🇺🇸 👍🏽', 'a|b `c` <d>'];
    for (const name of names) expect(plainText(name)).toBe(name);
  });

  test('shows that a character was broken', () => {
    expect(plainText('a\ud800b')).toBe('a\ufffdb');
    expect(plainText('\ue000')).toBe('\ufffd');
  });

  test('never holds a control character, whatever was in it', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        expect(plainText(text)).not.toMatch(/[\p{Cc}\u202a-\u202e\u2066-\u2069]/u);
      }),
    );
  });

  test('is the same when it is cleaned twice', () => {
    const nasty = fc.string({ unit: fc.constantFrom('\x1b', '[', ']', '3', 'm', '\x07', '\\', 'a', '\u202e', '\x9b') });
    fc.assert(
      fc.property(nasty, (text) => {
        expect(plainText(plainText(text))).toBe(plainText(text));
      }),
    );
  });
});

test('typographic signs can be typed, and names stay names', () => {
  expect(asciiText('−4.0% → “Zoë” · 2 ÷ 3 ≈ 0.67…')).toBe('-4.0% -> "Zoë" - 2 / 3 ~ 0.67...');
});
