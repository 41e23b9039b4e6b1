import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { exportFiles } from '../input/exports.ts';
import { typedFlags } from '../input/flags.ts';
import { PROJECT } from '../run.ts';

const lines = readFileSync(join(PROJECT, 'docs/exports.md'), 'utf8').split('\n');

describe('docs/exports.md', () => {
  test.each(exportFiles().map(({ path, readings }) => ({ path, readings })))(
    'has one line for $path, with the flags that read it',
    ({ path, readings }) => {
      const line = lines.filter((text) => text.includes(`](../fixtures/exports/${path})`));
      expect(line).toHaveLength(1);
      const read = readings.find(({ rows }) => rows !== undefined);
      const refused = lines.indexOf(line[0]!) > lines.indexOf('## Refused');
      expect(refused).toBe(read === undefined);
      if (read?.options !== undefined) expect(line[0]).toContain(`\`${typedFlags(read.options)}\``);
    },
  );
});
