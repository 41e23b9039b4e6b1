import { plainText } from '../../../report/plain.ts';
import type { Lines } from '../../../report/report.ts';
import { escapeHtml } from '../escape.ts';
import { type Box, xOf } from './area.ts';
import { element, textWidth } from './element.ts';
import { AXIS, TEXT } from './palette.ts';

const LINE = 15;

/** Room above the area for what the markers say, a line for each. */
export function markerRoom(lines: Lines): number {
  return shown(lines).length * LINE;
}

/** Upright dashed lines, each with its words above the area. */
export function markerLines(lines: Lines, box: Box): string {
  const [markers, labels] = [shown(lines), lines.x];
  return markers
    .map(({ x, label: words }, i) => {
      const label = plainText(words);
      const at = xOf(labels.indexOf(x), labels.length, box);
      const top = box.top - markerRoom(lines) + i * LINE + 10;
      const line = { x1: at, y1: top - 9, x2: at, y2: box.bottom, 'stroke-dasharray': '3 3', ...AXIS };
      const isRight = at + 6 + textWidth(label) > box.right + 30;
      const where = { x: isRight ? at - 6 : at + 6, y: top, 'text-anchor': isRight ? 'end' : undefined };
      return element('line', line) + element('text', { ...where, ...TEXT }, escapeHtml(label));
    })
    .join('');
}

/** A marker at a label that the axis does not have has no place. */
function shown({ markers = [], x: labels }: Lines): NonNullable<Lines['markers']> {
  return markers.filter(({ x }) => labels.includes(x));
}
