import { displayWidth } from '../terminal/width.ts';
import { rowOf, type Scale } from './scale.ts';
import type { Curve } from './series.ts';

/** The names of the series at the ends of their curves. */
export interface EndNames {
  /** What stands right of each row. */
  readonly rows: ReadonlyMap<number, string>;
  readonly width: number;
}

const LONGEST = 14;
const MOST = 3;
const BETWEEN = '   ';

/**
 * Where each name goes, or undefined where a legend is better: long names, many series, or a curve that ends before the
 * last period. A name that finds its row taken moves to the next one and carries the mark of its curve.
 */
export function endNames(curves: readonly Curve[], points: number, scale: Scale): EndNames | undefined {
  if (curves.length > MOST || curves.some((curve) => displayWidth(curve.name) > LONGEST)) return undefined;
  const rows = new Map<number, string>();
  for (const curve of curves) {
    const last = curve.values[points - 1] ?? null;
    if (last === null || points < 2) return undefined;
    const own = Math.round(rowOf(last, scale));
    const row = [own, own - 1, own + 1, own - 2, own + 2].find((at) => at >= 0 && !rows.has(at)) ?? own;
    rows.set(row, curve.paint(row === own ? ` ${curve.name}` : ` ${curve.stroke.mark} ${curve.name}`));
  }
  return { rows, width: Math.max(0, ...[...rows.values()].map(displayWidth)) };
}

/** `$ per month   ●── Return   ○╌╌ Cost`, on as many lines as it takes. */
export function legendLines(heading: string, curves: readonly Curve[], width: number): readonly string[] {
  const names = curves.map(({ name, stroke, paint }) => paint(`${stroke.mark}${stroke.flat.repeat(2)} ${name}`));
  const oneLine = [heading, ...names].join(BETWEEN);
  return displayWidth(oneLine) <= width ? [oneLine] : [heading, ...names];
}
