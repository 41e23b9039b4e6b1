import * as z from 'zod/mini';
import { calcData } from './calc.ts';
import { checkData } from './check.ts';
import { cohortsData } from './cohorts.ts';
import { diffData } from './diff.ts';
import { doseData } from './dose.ts';
import { effectData } from './effect.ts';
import { eventData } from './event.ts';
import { explainData } from './explain.ts';
import { incidentsData } from './incidents.ts';
import { initData } from './init.ts';
import { outcomesData } from './outcomes.ts';
import { envelope, NAMED } from './parts.ts';
import { reportData } from './report.ts';
import { settingsData } from './settings.ts';
import { completionData, schemaData } from './shell.ts';
import { sqlData } from './sql.ts';
import { validateData } from './validate.ts';

/** What each command answers, under `data`, and what `--show-sql` does; `docs/json.md` says what it means. */
const OUTPUTS = {
  calc: calcData,
  cohorts: cohortsData,
  outcomes: outcomesData,
  event: eventData,
  dose: doseData,
  incidents: incidentsData,
  effect: effectData,
  check: checkData,
  report: reportData,
  validate: validateData,
  diff: diffData,
  explain: explainData,
  config: settingsData,
  init: initData,
  schema: schemaData,
  completion: completionData,
  sql: sqlData,
} as const satisfies Readonly<Record<string, z.ZodMiniType>>;

export type OutputName = keyof typeof OUTPUTS;

export const OUTPUT_NAMES = Object.keys(OUTPUTS) as readonly OutputName[];

export function isOutputName(name: string): name is OutputName {
  return Object.hasOwn(OUTPUTS, name);
}

/**
 * The JSON Schema of an output, with its envelope. `open` allows keys that it does not name, since later versions may
 * bring more; `closed` allows none, which is how the program's own output is checked.
 */
export function outputSchema(name: OutputName, keys: 'open' | 'closed'): object {
  const schema = z.toJSONSchema(envelope(name, OUTPUTS[name]), {
    metadata: NAMED,
    io: keys === 'open' ? 'input' : 'output',
  });
  const { $schema, ...rest } = schema;
  const command = name === 'sql' ? 'calc --show-sql' : name;
  return { $schema, title: `community-roi ${command} --format json`, ...rest };
}
