import { wrap } from '../../terminal/prose.ts';
import { shorten } from '../../terminal/width.ts';
import { escapeHtml } from '../escape.ts';
import { CHARACTER, element } from './element.ts';

/** Words in lines of at most `width` pixels, two at most; what does not fit ends in `…`. */
export function wrapped(text: string, width: number): readonly string[] {
  const columns = Math.max(4, Math.floor(width / CHARACTER));
  const [first = '', ...rest] = wrap(text, { width: columns });
  return rest.length === 0 ? [first] : [first, shorten(rest.join(' '), columns, '…')];
}

/** Lines of text around a height, each below the other. */
export function textLines(
  lines: readonly string[],
  x: number,
  middle: number,
  look: Readonly<Record<string, string>>,
): string {
  const first = middle - ((lines.length - 1) * LINE) / 2;
  return lines.map((line, i) => element('text', { x, y: first + i * LINE, ...look }, escapeHtml(line))).join('');
}

const LINE = 14;
