import type { Command } from './command.ts';

export const schema: Command = {
  name: 'schema',
  summary: 'JSON Schema of an output, or of the configuration',
  description:
    'Prints the JSON Schema of what a command writes as JSON, or of community-roi.yaml. Keys that a schema does not name are allowed: later versions may bring more. With no name it lists them all.',
  args: [{ name: 'name', summary: 'a command, or config', required: false }],
  options: [],
  examples: [
    { says: 'What has a schema', command: 'community-roi schema' },
    { says: 'Of the JSON of calc', command: 'community-roi schema calc' },
    {
      says: 'Of the configuration, for an editor',
      command: 'community-roi schema config -o community-roi.schema.json',
    },
  ],
  verbatim: true,
  async run([name], _, { program }) {
    const { SCHEMA_NAMES, schemaNamed } = await import('./schemas.ts');
    const { schemaListReport, schemaReport } = await import('../report/schema.ts');
    if (name === undefined) return schemaListReport(SCHEMA_NAMES);
    return schemaReport(name, schemaNamed(name, program));
  },
};
