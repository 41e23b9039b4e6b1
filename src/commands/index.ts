import { calc } from './calc.ts';
import { cohorts } from './cohorts.ts';
import type { Command } from './command.ts';
import { diff } from './diff.ts';
import { dose } from './dose.ts';
import { explain } from './explain.ts';
import { incidents } from './incidents.ts';
import { outcomes } from './outcomes.ts';
import { validate } from './validate.ts';

/** Every command, in the order of the help. */
export const COMMANDS: readonly Command[] = [calc, cohorts, outcomes, dose, incidents, validate, diff, explain];
