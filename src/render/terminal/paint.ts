import type { ChalkInstance } from 'chalk';

export type Painter = (text: string) => string;

/** The few things that colour says. It repeats what a sign, a word or a dash has said already. */
export interface Paint {
  readonly strong: Painter;
  readonly quiet: Painter;
  readonly good: Painter;
  readonly bad: Painter;
  readonly unclear: Painter;
  readonly command: Painter;
  readonly bar: Painter;
  /** Lines of a chart, in the order of the series. */
  readonly series: readonly [Painter, ...Painter[]];
}

const same: Painter = (text) => text;

/** No colours at all, and no package to load for them. */
export const PLAIN: Paint = {
  strong: same,
  quiet: same,
  good: same,
  bad: same,
  unclear: same,
  command: same,
  bar: same,
  series: [same],
};

/**
 * The colours of a chalk instance. The lines of a chart take blue and vermilion of Okabe and Ito's palette, which
 * colour-blind readers tell apart and which stand out on black and on white; 16 colours have no such pair.
 */
export function paintWith(chalk: ChalkInstance): Paint {
  const hex = (color: string): Painter => one(chalk.hex(color));
  const [blue, vermilion, green, pink] =
    chalk.level >= 2
      ? [hex('#0072B2'), hex('#D55E00'), hex('#009E73'), hex('#CC79A7')]
      : [one(chalk.cyan), one(chalk.magenta), one(chalk.green), one(chalk.yellow)];
  return {
    strong: one(chalk.bold),
    quiet: one(chalk.dim),
    good: one(chalk.green),
    bad: one(chalk.red),
    unclear: one(chalk.yellow),
    command: one(chalk.cyan),
    bar: blue,
    series: [blue, vermilion, green, pink],
  };
}

/** Chalk joins further arguments, and `map` passes an index. */
function one(paint: (text: string) => string): Painter {
  return (text) => paint(text);
}
