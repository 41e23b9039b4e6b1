import { calc } from './calc.ts';
import { check } from './check.ts';
import { cohorts } from './cohorts.ts';
import type { Command } from './command.ts';
import { completion } from './completion.ts';
import { config } from './config.ts';
import { diff } from './diff.ts';
import { dose } from './dose.ts';
import { effect } from './effect.ts';
import { event } from './event.ts';
import { explain } from './explain.ts';
import { incidents } from './incidents.ts';
import { init } from './init.ts';
import { outcomes } from './outcomes.ts';
import { report } from './report.ts';
import { schema } from './schema.ts';
import { validate } from './validate.ts';

/** Every command, in the order of the help. */
export const COMMANDS: readonly Command[] = [
  calc,
  cohorts,
  outcomes,
  event,
  dose,
  incidents,
  effect,
  check,
  report,
  validate,
  diff,
  explain,
  config,
  init,
  schema,
  completion,
];
