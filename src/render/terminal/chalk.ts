import { Chalk } from 'chalk';
import type { Paint, Painter } from './paint.ts';

/**
 * Colours for a terminal that knows `level` of them. The lines of a chart take blue and vermilion of Okabe and Ito's
 * palette, which colour-blind readers tell apart and which stand out on black and on white; 16 colours have no such pair.
 */
export function makePaint(level: 0 | 1 | 2 | 3): Paint {
  const chalk = new Chalk({ level });
  const hex = (color: string): Painter => one(chalk.hex(color));
  const [blue, vermilion, green, pink] =
    level >= 2
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
