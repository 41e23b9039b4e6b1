import { coordinate as at, element } from './element.ts';
import type { Ink } from './palette.ts';

/** The mark of a series at a point. */
export function mark(x: number, y: number, { color, name, mark: shape }: Ink): string {
  switch (shape) {
    case 'disc':
      return element('circle', { cx: x, cy: y, r: 3.5, fill: color, class: `f ${name}` });
    case 'ring':
      return element('circle', {
        cx: x,
        cy: y,
        r: 3.2,
        fill: '#fff',
        stroke: color,
        'stroke-width': 2,
        class: `o ${name}`,
      });
    case 'diamond':
      return element('path', {
        d: `M${at(x)} ${at(y - 4.5)}l4.5 4.5l-4.5 4.5l-4.5-4.5z`,
        fill: color,
        class: `f ${name}`,
      });
    case 'square':
      return element('rect', {
        ...{ x: x - 3, y: y - 3, width: 6, height: 6, fill: '#fff', stroke: color, 'stroke-width': 2 },
        class: `o ${name}`,
      });
  }
}

/** A stroke of the series, as a legend shows it. */
export function sample(x: number, y: number, ink: Ink): string {
  const line = element('line', {
    ...{ x1: x, y1: y, x2: x + 26, y2: y, stroke: ink.color, 'stroke-width': 2.2, 'stroke-dasharray': ink.dash },
    class: `l ${ink.name}`,
  });
  return line + mark(x + 13, y, ink);
}
