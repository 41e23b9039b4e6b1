import { expect, test } from 'vitest';
import { breakAt, displayWidth, graphemes, padEnd, padStart, shorten } from '../../../src/render/terminal/width.ts';

test.each([
  ['plain', 5],
  ['Zoë', 3],
  ['Zoe\u0308', 3],
  ['−$32,690', 8],
  ['████▌', 5],
  ['╭──●', 4],
  ['社区', 4],
  ['ｗｉｄｅ', 8],
  ['한국어', 6],
  ['각', 2],
  ['ชุมชน', 4],
  ['हिन्दी', 5],
  ['שָׁלוֹם', 4],
  ['👍', 2],
  ['👍🏽', 2],
  ['👩‍👩‍👧', 2],
  ['🇺🇸', 2],
  ['🫠', 2],
  ['❤️', 2],
  ['1️⃣', 2],
  ['', 0],
  ['\u001b[1m\u001b[38;2;0;114;178mbold\u001b[39m\u001b[22m', 4],
])('%s takes %i columns', (text, width) => {
  expect(displayWidth(text)).toBe(width);
});

test('text is broken between what a reader sees as characters', () => {
  expect(graphemes('e\u0301👩‍👩‍👧x')).toEqual(['e\u0301', '👩‍👩‍👧', 'x']);
  expect(breakAt('社区社区', 5)).toEqual(['社区', '社区']);
  expect(breakAt('👩‍👩‍👧👍', 1)).toEqual(['👩‍👩‍👧', '👍']);
});

test('a text that is too long says so', () => {
  expect(shorten('community', 9, '…')).toBe('community');
  expect(shorten('communities', 9, '…')).toBe('communit…');
  expect(shorten('社区社区', 5, '…')).toBe('社区…');
  expect(shorten('a name', 5, '...')).toBe('a...');
});

test('blanks fill up to the columns, whatever the script', () => {
  expect(padEnd('社区', 6)).toBe('社区  ');
  expect(padStart('é', 3)).toBe('  é');
  expect(padStart('long', 2)).toBe('long');
});
