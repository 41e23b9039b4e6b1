import { OUTPUT_OPTIONS } from '../src/cli/output-options.ts';
import { COMMANDS } from '../src/commands/index.ts';
import { SCHEMA_NAMES, schemaNamed } from '../src/commands/schemas.ts';
import { manPage } from './man.ts';

/** Files beside the program in the package, by their path in `dist`, made from the commands and schemas. */
export function shippedFiles(version: string): ReadonlyMap<string, string> {
  const program = { commands: COMMANDS, common: OUTPUT_OPTIONS };
  return new Map([
    ...SCHEMA_NAMES.map((name): [string, string] => [`schema/${name}.json`, json(schemaNamed(name, program))]),
    ['man/community-roi.1', manPage(version)],
  ]);
}

const json = (schema: object) => `${JSON.stringify(schema, null, 2)}\n`;
