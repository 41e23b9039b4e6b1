import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { CHECK_KEYS, GOAL_KEYS } from '../../src/schema/goals.ts';
import { PROJECT } from '../run.ts';
import { refreshed } from './console.ts';
import { expectPage } from './page.ts';

const PAGE = 'docs/goals.md';
const page = readFileSync(join(PROJECT, PAGE), 'utf8');

describe(PAGE, () => {
  test('shows what its commands print', async () => {
    expectPage(PAGE, await refreshed(page));
  });

  test('names every key of a goal and of a check', () => {
    for (const key of [...GOAL_KEYS, ...CHECK_KEYS]) expect(page).toContain(`\`${key}`);
  });
});
