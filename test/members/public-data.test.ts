import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { PROJECT, run } from '../run.ts';
import { dataOf, ends, expectReferences, references } from './reference.ts';

const folder = join(PROJECT, '../shared/data');
const isThere = existsSync(join(folder, 'developer-survey-outcomes.csv'));
const describeThere = isThere ? describe : describe.skip;
const where = isThere ? '' : ' [the public data are not beside the project]';

/** Computed by public-data.R. */
const R = references('public-data.csv');

describeThere(`the developer survey${where}`, () => {
  const args = [
    'outcomes',
    join(folder, 'developer-survey-outcomes.csv'),
    '--outcome',
    'earnings',
    '--higher',
    'earnings',
  ];

  test('gives the differences that R gives, and a caveat that they are unadjusted', async () => {
    const { outcomes, caveats } = await dataOf([...args, '--winsorize', '0.99']);
    const [earnings] = outcomes;
    expectReferences(R, 'survey.members', ends(earnings));
    expectReferences(R, 'survey.capped', ends(earnings.winsorized));
    for (const row of earnings.cohorts) expectReferences(R, `survey.${row.cohort}`, ends(row));
    expectReferences(R, 'survey', { low_cap: earnings.winsorized.caps[0], high_cap: earnings.winsorized.caps[1] });
    expect(caveats.map(({ code }: { code: string }) => code)).toContain('UNADJUSTED');
  });

  test('gives the slope by how often people take part that R gives, and calls it an association', async () => {
    const { outcomes, caveats } = await dataOf(['dose', args[1]!, '--higher', 'earnings']);
    const { slope, spearman, within } = outcomes[0];
    const [low, high] = slope.interval;
    expectReferences(R, 'dose', { slope: slope.value, low, high, rho: spearman.rho });
    expect(within).toBeNull();
    expect(caveats[0].code).toBe('ASSOCIATION');
  });
});

describeThere(`the workplace programme${where}`, () => {
  const file = join(folder, 'workplace-programme-outcomes.csv');

  test('gives change against change for gym visits and the gap for those who left, as R does', async () => {
    const { outcomes, caveats } = await dataOf(['outcomes', file, '--higher', 'gym_visits', '--lower', 'left_job']);
    const [gym, left] = outcomes;
    expect([gym.estimate, left.estimate]).toEqual(['change', 'gap']);
    expectReferences(R, 'programme.gym', ends(gym));
    expectReferences(R, 'programme.left', ends(left));
    expect(caveats.map(({ code }: { code: string }) => code)).toEqual(['UNADJUSTED', 'SELF_SELECTED']);
  });

  test('shows less than half of the raw gap once each side is compared with itself', async () => {
    const args = ['outcomes', file, '--before', '2017', '--after', '2017', '--outcome', 'gym_visits'];
    const [gap] = (await dataOf(args)).outcomes;
    expectReferences(R, 'programme.gym_gap', ends(gap));
    expect(R.get('programme.gym.difference')! * 2).toBeLessThan(gap.difference);
  });
});

describeThere(`docs/case-studies.md${where}`, () => {
  const page = readFileSync(join(PROJECT, 'docs/case-studies.md'), 'utf8');
  const blocks = [...page.matchAll(/```console\n\$ npx community-roi (.*)\n([\s\S]*?)```/g)];

  test.each(blocks.map(([, command, shown]) => [command!, shown!] as const))(
    'shows what %s prints',
    async (command, shown) => {
      const { stdout } = await run(command.split(' '), { cwd: folder });
      for (const part of shown.split('…\n')) expect(stdout).toContain(part);
    },
  );
});
