import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { hostname, tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { scratchSpace } from '../../src/cli/scratch.ts';

/** No process has this id: Linux and macOS give no higher ones than four million. */
const NOBODY = 99_999_999;
const host = hostname().replace(/[^A-Za-z0-9.]/g, '');
let parent = '';
beforeEach(() => {
  parent = mkdtempSync(join(tmpdir(), 'community-roi-test-'));
});
afterEach(() => rmSync(parent, { recursive: true, force: true }));

describe('the temporary folder of a run', () => {
  test('is made when asked for, once, and gone with all that is in it', async () => {
    const scratch = scratchSpace(parent);
    expect(readdirSync(parent)).toEqual([]);
    const folder = await scratch.folder();
    expect(await scratch.folder()).toBe(folder);
    writeFileSync(join(folder, 'spilled'), 'x');
    await scratch.remove();
    expect(readdirSync(parent)).toEqual([]);
  });

  test('that cannot be made is the user’s to mend, and nothing is left to remove', async () => {
    const scratch = scratchSpace(join(parent, 'nowhere'));
    await expect(scratch.folder()).rejects.toMatchObject({ code: 'SCRATCH_UNUSABLE', exitCode: 3 });
    await scratch.remove();
  });

  test('takes away what a killed run has left, and nothing else', async () => {
    const killed = join(parent, `community-roi-${host}-${NOBODY}-AbCdEf`);
    const kept = [
      `community-roi-${host}-${process.pid}-AbCdEf`,
      `community-roi-another.host-${NOBODY}-AbCdEf`,
      `community-roi-${host}-x`,
      'community-roi',
    ].map((name) => join(parent, name));
    for (const folder of [killed, ...kept]) mkdirSync(folder);
    const scratch = scratchSpace(parent);
    await scratch.folder();
    expect(existsSync(killed)).toBe(false);
    expect(kept.map((folder) => existsSync(folder))).toEqual(kept.map(() => true));
  });
});
