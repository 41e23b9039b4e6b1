import { calc } from './calc.ts';
import { cohorts } from './cohorts.ts';
import type { Command } from './command.ts';
import { diff } from './diff.ts';
import { explain } from './explain.ts';
import { validate } from './validate.ts';

/** Every command, in the order of the help. */
export const COMMANDS: readonly Command[] = [calc, cohorts, validate, diff, explain];
