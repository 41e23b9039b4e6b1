import { createHash } from 'node:crypto';
import { expect, test } from 'vitest';
import { STYLE, STYLE_HASH } from '../../../src/render/html/style.ts';
import { INKS } from '../../../src/render/html/svg/palette.ts';

test('the page allows its own style by the hash of it', () => {
  expect(STYLE_HASH).toBe(`sha256-${createHash('sha256').update(STYLE).digest('base64')}`);
});

/** Relative luminance of `#rrggbb` after WCAG 2.2. */
function luminance(color: string): number {
  const full = color.length === 4 ? color.replace(/[0-9a-f]/gi, '$&$&') : color;
  const [r = 0, g = 0, b = 0] = [1, 3, 5].map((at) => {
    const share = Number.parseInt(full.slice(at, at + 2), 16) / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

function contrast(a: string, b: string): number {
  const [high = 0, low = 0] = [luminance(a), luminance(b)].sort((x, y) => y - x);
  return (high + 0.05) / (low + 0.05);
}

const colorOf = (rule: string, name: string) => new RegExp(`--${name}:(#[0-9a-f]{3,6})`).exec(rule)?.[1] ?? '';
const [light = '', dark = ''] = STYLE.match(/:root\{--ink[^}]*\}/g) ?? [];

test.each([
  ['light', light],
  ['dark', dark],
])('whatever is written on the %s page stands out 4.5 to 1', (_, rule) => {
  for (const name of ['ink', 'quiet', 'one', 'neg']) {
    expect(contrast(colorOf(rule, name), colorOf(rule, 'page')), name).toBeGreaterThanOrEqual(4.5);
  }
});

test('every series stands out 3 to 1 from the page, light and dark', () => {
  for (const { color, name } of INKS) {
    expect(contrast(color, '#ffffff'), color).toBeGreaterThanOrEqual(3);
    const inDark = new RegExp(`\\.f\\.${name}\\{fill:(#[0-9a-f]{6})\\}`).exec(STYLE)?.[1] ?? '';
    expect(contrast(inDark, colorOf(dark, 'page')), name).toBeGreaterThanOrEqual(3);
  }
});

test('no two series share a mark, and only the first has no dash', () => {
  expect(new Set(INKS.map(({ mark }) => mark)).size).toBe(INKS.length);
  expect(new Set(INKS.map(({ dash }) => dash)).size).toBe(INKS.length);
});
