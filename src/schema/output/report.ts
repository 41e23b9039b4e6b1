import * as z from 'zod/mini';
import { calcData } from './calc.ts';
import { checkData } from './check.ts';
import { diffData } from './diff.ts';
import { doseData } from './dose.ts';
import { effectData } from './effect.ts';
import { eventData } from './event.ts';
import { incidentsData } from './incidents.ts';
import { outcomesData } from './outcomes.ts';

/** What `report` answers: what each command would, as far as the configuration names its files. */
export const reportData = z.object({
  title: z.optional(z.string()),
  config: z.object({ name: z.string(), sha256: z.string() }),
  calc: z.optional(calcData),
  outcomes: z.optional(outcomesData),
  event: z.optional(eventData),
  dose: z.optional(doseData),
  incidents: z.optional(incidentsData),
  effect: z.optional(effectData),
  check: z.optional(checkData),
  since: z.optional(diffData),
  missing: z.array(z.object({ part: z.string(), files: z.array(z.string()) })),
});
