import * as z from 'zod/mini';
import { type ConfigKeys, configSchema } from './config.ts';
import { checksSchema, initiativesSchema } from './goals.ts';

const SCALAR = ['string', 'number'];

/** The JSON Schema of `community-roi.yaml`, by which editors complete and check it. */
export function configDocument(keys: ConfigKeys): object {
  const whole = configSchema(keys, { initiatives: initiativesSchema, checks: checksSchema });
  const { $schema, ...rest } = z.toJSONSchema(whole, {
    io: 'input',
    unrepresentable: 'any',
    override: ({ zodSchema, jsonSchema }) => {
      // What is read as text and turned into a number may be written as a number, which YAML takes 250 for.
      if (zodSchema._zod.def.type === 'pipe' && jsonSchema.type === 'string')
        Object.assign(jsonSchema, { type: SCALAR });
    },
  });
  return { $schema, title: 'community-roi.yaml', ...rest };
}
