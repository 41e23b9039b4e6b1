import type { Painter } from '../terminal/paint.ts';

/** What stands in one character of a chart. */
interface Spot {
  readonly glyph: string;
  readonly paint: Painter;
  readonly kind: 'mark' | 'flat' | 'steep' | 'shade';
}

/** The area of a chart: rows count upwards from 0. */
export interface Canvas {
  readonly spots: Map<string, readonly Spot[]>;
}

export function makeCanvas(): Canvas {
  return { spots: new Map() };
}

export function addSpot(canvas: Canvas, row: number, column: number, spot: Spot): void {
  const key = `${row} ${column}`;
  canvas.spots.set(key, [...(canvas.spots.get(key) ?? []), spot]);
}

/** A row as text. Where flat lines lie on each other they take turns; two marks in one place become one of both. */
export function canvasRow(canvas: Canvas, row: number, width: number, both: string): string {
  const pieces: { glyphs: string; readonly paint: Painter }[] = [];
  for (let column = 0; column < width; column += 1) {
    const spots = canvas.spots.get(`${row} ${column}`) ?? [];
    const { glyph, paint } = topSpot(spots, column, both);
    const last = pieces.at(-1);
    if (last?.paint === paint) last.glyphs += glyph;
    else pieces.push({ glyphs: glyph, paint });
  }
  return pieces.map(({ glyphs, paint }) => paint(glyphs)).join('');
}

function topSpot(spots: readonly Spot[], column: number, both: string): Pick<Spot, 'glyph' | 'paint'> {
  const marks = spots.filter((spot) => spot.kind === 'mark');
  const [mark] = marks;
  if (mark !== undefined) return marks.length > 1 ? { ...mark, glyph: both } : mark;
  const lines = spots.filter((spot) => spot.kind !== 'shade');
  const takeTurns = lines.every((line) => line.kind === 'flat');
  return lines[takeTurns ? column % lines.length : 0] ?? spots[0] ?? NOTHING;
}

const NOTHING = { glyph: ' ', paint: (text: string) => text };
