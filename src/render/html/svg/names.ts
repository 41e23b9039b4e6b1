import { escapeHtml } from '../escape.ts';
import type { Box } from './area.ts';
import { element, textWidth } from './element.ts';
import { mark, sample } from './mark.ts';
import { type Ink, TEXT } from './palette.ts';

/** A series and where it ends. */
export interface Named {
  readonly name: string;
  readonly ink: Ink;
  /** Undefined where it has no value in the last period. */
  readonly end: number | undefined;
}

/** Pixels. */
const LONGEST = 110;
const LINE = 16;

/** Whether names fit at the ends of their curves; a legend serves where they do not. */
export function canNameEnds(named: readonly Named[], width: number): boolean {
  const longest = Math.max(0, ...named.map(({ name }) => textWidth(name)));
  return named.length > 1 && longest <= LONGEST && longest < width / 5 && named.every(({ end }) => end !== undefined);
}

/** The names at the ends of the curves, moved apart where they would touch. */
export function endNames(named: readonly Named[], box: Box): string {
  const inOrder = named.toSorted((a, b) => (a.end ?? 0) - (b.end ?? 0));
  let next = Number.NEGATIVE_INFINITY;
  return inOrder
    .map(({ name, ink, end = 0 }) => {
      const y = Math.max(end, next);
      next = y + LINE;
      const moved = y - end > LINE / 2 ? mark(box.right + 10, y, ink) : '';
      return moved + text(box.right + (moved === '' ? 8 : 18), y + 4, name);
    })
    .join('');
}

/** Strokes and names in rows, as many as it takes, and the height of them all. */
export function legend(named: readonly Named[], left: number, width: number): { svg: string; height: number } {
  let [x, y] = [left, 8];
  const parts = named.map(({ name, ink }) => {
    const room = 34 + textWidth(name) + 18;
    if (x > left && x + room > width) [x, y] = [left, y + LINE + 2];
    const part = sample(x, y, ink) + text(x + 33, y + 4, name);
    x += room;
    return part;
  });
  return { svg: parts.join(''), height: y + 10 };
}

function text(x: number, y: number, name: string): string {
  return element('text', { x, y, ...TEXT }, escapeHtml(name));
}
