import { optionInvalid } from '../errors/usage.ts';
import { oneOf } from '../errors/written.ts';
import { closest } from '../input/spelling.ts';
import { configDocument } from '../schema/config-document.ts';
import { isOutputName, OUTPUT_NAMES, outputSchema } from '../schema/output/index.ts';
import type { Program } from './command.ts';
import { configKeys } from './config-keys.ts';

/** What `config` writes. */
const SETTINGS = 'settings';

/** The configuration, which is asked for more often than the output of the command of that name. */
const CONFIG = 'config';

/** Everything that has a schema: the outputs by their command, and the configuration. */
export const SCHEMA_NAMES: readonly string[] = [...OUTPUT_NAMES.filter((name) => name !== CONFIG), SETTINGS, CONFIG];

/** The JSON Schema of an output or of the configuration; a usage error where there is none of that name. */
export function schemaNamed(name: string, program: Program): object {
  if (name === CONFIG) return configDocument(configKeys(program));
  if (name === SETTINGS) return outputSchema(CONFIG, 'open');
  if (isOutputName(name)) return outputSchema(name, 'open');
  const near = closest(name, SCHEMA_NAMES, 2);
  throw optionInvalid('<name>', name, oneOf(near.length > 0 ? near : SCHEMA_NAMES));
}
