/** The vertical axis: values from `low` in rows of equal height, a label every `rowsPerStep` of them. */
export interface Scale {
  readonly low: number;
  readonly step: number;
  readonly steps: number;
  readonly rowsPerStep: number;
}

const ROWS = 10;
/** The height of a scale on which everything is zero. */
const EMPTY_SPAN = 5;
const NICE = [1, 2, 2.5, 5] as const;
/** What a scale of three labels loses against one of more, as a share of its height. */
const FEW = 0.15;
/** Keeps 0.3 ÷ 0.1 from reaching for the next step. */
const SLACK = 1e-9;

/**
 * A scale of about ten rows whose labels are round numbers. It always holds zero, so that half as high is half as much.
 */
export function makeScale(values: readonly number[]): Scale {
  const min = Math.min(0, ...values);
  const max = Math.max(0, ...values);
  const span = max - min || EMPTY_SPAN;
  const magnitude = 10 ** Math.floor(Math.log10(span));
  const scales = [magnitude / 10, magnitude].flatMap((power) =>
    NICE.flatMap((nice) => scaleOf(nice * power, min, Math.max(max, min + span))),
  );
  const waste = (scale: Scale) => {
    const [empty, odd] = [1 - span / (scale.step * scale.steps), Math.abs(heightOf(scale) - ROWS) / ROWS];
    return empty + odd / 2 + (scale.steps < 3 ? FEW : 0);
  };
  return scales.reduce((best, scale) => (waste(scale) < waste(best) ? scale : best));
}

function scaleOf(step: number, min: number, max: number): readonly Scale[] {
  const first = Math.floor(min / step + SLACK);
  const steps = Math.ceil(max / step - SLACK) - first;
  if (steps < 2 || steps > 6) return [];
  return [{ low: first * step, step, steps, rowsPerStep: Math.ceil(ROWS / steps - 0.5) }];
}

/** Rows above the lowest one. */
export function heightOf(scale: Scale): number {
  return scale.steps * scale.rowsPerStep;
}

/** How many rows above the lowest a value lies; not yet a whole number. */
export function rowOf(value: number, scale: Scale): number {
  return ((value - scale.low) / scale.step) * scale.rowsPerStep;
}

/** The value of the label at a row, or undefined where the row has none. */
export function tickAt(row: number, scale: Scale): number | undefined {
  if (row % scale.rowsPerStep !== 0) return undefined;
  // Through the number of steps from zero, because 3 × 0.1 − 0.3 is not 0.
  const steps = Math.round(scale.low / scale.step) + row / scale.rowsPerStep;
  return steps * scale.step;
}
