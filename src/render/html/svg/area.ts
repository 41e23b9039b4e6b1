import { heightOf, type Scale, tickAt } from '../../chart/scale.ts';

/** The part of a picture that figures are drawn in, in pixels. */
export interface Box {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

/** Where a value of the vertical scale lies. */
export function yOf(value: number, scale: Scale, { top, bottom }: Box): number {
  return bottom - ((value - scale.low) / (scale.step * scale.steps)) * (bottom - top);
}

/** Where a value of a scale lies that runs from left to right. */
export function xAlong(value: number, scale: Scale, { left, right }: Box): number {
  return left + ((value - scale.low) / (scale.step * scale.steps)) * (right - left);
}

/** Where the points of an axis lie; a single one stands in the middle. */
export function xOf(index: number, points: number, { left, right }: Box): number {
  return points < 2 ? (left + right) / 2 : left + (index / (points - 1)) * (right - left);
}

/** The values that a scale labels, from the lowest up. */
export function ticksOf(scale: Scale): readonly number[] {
  return Array.from({ length: heightOf(scale) + 1 }, (_, row) => tickAt(row, scale)).filter(
    (value) => value !== undefined,
  );
}
