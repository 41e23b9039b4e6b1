import { describe, expect, test } from 'vitest';
import { expectFits, expectGolden, goldenRun, WRITTEN } from '../golden.ts';
import { run } from '../run.ts';

const SPENDING = [
  'effect',
  'fixtures/effect/members.csv',
  'fixtures/effect/transactions.csv',
  '--currency',
  'USD',
] as const;
const EARNINGS = ['effect', '--panel', 'fixtures/effect/earnings.csv', '--better', 'higher'] as const;
const EXPORTS = [
  ...['--members', 'fixtures/effect/members.csv', '--transactions', 'fixtures/effect/transactions.csv'],
  ...['--activity', 'fixtures/effect/activity.csv'],
];
const CALC = ['calc', 'fixtures/effect/costs.csv', ...EXPORTS, '--baseline', 'all', '--currency', 'USD'];

const golden = (name: string, args: readonly string[]) => goldenRun(`effect/${name}`, args);

describe('effect', () => {
  test.each([80, 60, 45])('fits %s columns', async (width) => {
    expectFits(await golden(`spending.${width}.txt`, [...SPENDING, '--width', String(width)]), width);
  });

  test.each(WRITTEN)('is written as %s', async (format, extension) => {
    await golden(`earnings.${extension}`, [...EARNINGS, '--format', format]);
  });

  test('shows every cohort in every period where they are asked for', async () => {
    await golden('earnings.cells.txt', [...EARNINGS, '--section', 'cells']);
  });

  test('compares with those who join later where it is told to', async () => {
    await golden('not-yet.txt', [...SPENDING, '--comparison', 'not-yet', '--brief']);
  });

  test.each(['joining', 'trend-limit'])('shows how %s came about', async (metric) => {
    await golden(`explain.${metric}.txt`, [...SPENDING, '--explain', metric]);
  });

  test('gives a sentence and no verdict where nobody said which way is good', async () => {
    const { stdout } = await run(['effect', '--panel', 'fixtures/effect/earnings.csv', '--json']);
    expect(JSON.parse(stdout).data.verdict).toBeNull();
  });

  test('calls what is lower worse or better, as it was told', async () => {
    const verdict = async (way: string) => {
      const { stdout } = await run([...EARNINGS.slice(0, 3), '--better', way, '--json']);
      return JSON.parse(stdout).data.verdict;
    };
    expect([await verdict('higher'), await verdict('lower')]).toEqual(['better', 'worse']);
  });

  test('takes the periods between --from and --to alone', async () => {
    const { stdout } = await run([...EARNINGS, '--from', '2020', '--to', '2023', '--json']);
    expect(JSON.parse(stdout).data.window).toEqual({ from: '2020', to: '2023', periods: 4 });
  });

  test('never says that joining caused anything', async () => {
    const { stdout } = await run([...SPENDING]);
    expect(stdout).toContain('associated');
    expect(stdout).not.toMatch(/\bcaus|due to|thanks to|leads to|impact/i);
  });

  test('shows no figure of fewer people than --min-people', async () => {
    const { stdout } = await run([...SPENDING, '--min-people', '13', '--json']);
    const { byJoining, cells } = JSON.parse(stdout).data;
    expect(byJoining.map(({ value }: { value: number | null }) => value === null)).toEqual([false, false, true]);
    for (const { people, value, se } of cells)
      expect([value === null, se === null]).toEqual([people < 13, people < 13]);
  });

  test('needs transactions beside members, or a panel in place of both', async () => {
    const missing = await run(['effect', 'fixtures/effect/members.csv']);
    expect([missing.code, missing.stdout]).toEqual([2, '']);
    expect(missing.stderr).toContain('[ARGUMENT_MISSING]');
    const both = await run([...SPENDING, '--panel', 'fixtures/effect/earnings.csv']);
    expect([both.code, both.stdout]).toEqual([2, '']);
    expectGolden('usage/panel-or-exports.txt', both.stderr);
  });

  test('names the columns of a panel by --map, and says which there are', async () => {
    const { code, stderr } = await run([...EARNINGS, '--map', 'panel.outcom=y']);
    expect(code).toBe(2);
    expect(stderr).toContain('panel.outcome');
  });
});

describe('calc --method joining', () => {
  test('sets the return by joining beside the uplift over newcomers', async () => {
    await golden('calc.txt', [...CALC, '--method', 'joining', '--section', 'by-joining']);
  });

  test('leaves every other figure as it is', async () => {
    const data = async (more: readonly string[]) => {
      const { stdout, stderr } = await run([...CALC, '--json', ...more]);
      expect(stderr).toBe('');
      return JSON.parse(stdout).data;
    };
    const { joining, ...rest } = await data(['--method', 'joining']);
    expect(rest).toEqual(await data([]));
    expect(await data(['--method', 'uplift'])).toEqual(rest);
    // What the uplift returned over the same periods is what calc says of a window of these periods.
    const there = await data(['--from', joining.from, '--to', joining.to]);
    expect(joining.uplift.return).toBe(there.totals.return);
    expect(joining.uplift.interval.return).toEqual(there.totals.interval.return);
    expect(joining.cost).toBe(there.totals.cost);
  });

  test('adds up effect by calendar × members × margin', async () => {
    const { data } = JSON.parse((await run([...CALC, '--method', 'joining', '--margin', '40%', '--json'])).stdout);
    const people = new Map<string, { active: number; all: number }>();
    for (const { period, cohorts } of data.periods) {
      const [active, lurker] = [cohorts.active?.people ?? 0, cohorts.lurker?.people ?? 0];
      people.set(period, { active, all: active + lurker });
    }
    const { joining, effects } = data.joining;
    const sum = (which: 'active' | 'all') =>
      effects.reduce((total: number, row: { period: string; value: number }) => {
        return total + 0.4 * row.value * people.get(row.period)![which];
      }, 0);
    expect(joining.active).toBeCloseTo(sum('active'), 8);
    expect(joining.members).toBeCloseTo(sum('all'), 8);
    expect(joining.active).toBeGreaterThan(0);
  });

  test('shows nothing of fewer people than may be shown', async () => {
    const few = await run([...CALC, '--method', 'joining', '--min-people', '60']);
    expect([few.code, few.stdout]).toEqual([3, '']);
    expect(few.stderr).toContain('52 of the people known before the window joined in it');
    const { stdout } = await run([...CALC, '--method', 'joining', '--min-people', '20', '--json']);
    const { effects } = JSON.parse(stdout).data.joining;
    expect(effects.map(({ people, value }: { people: number; value: number | null }) => people < 20 && value)).toEqual(
      effects.map(({ people }: { people: number }) => (people < 20 ? null : false)),
    );
    const explained = await run([...SPENDING, '--min-people', '60', '--explain', 'joining']);
    expect(explained.stdout).toContain('effect = unknown: fewer than 60 people joined');
  });

  test('needs raw exports, and files that can be read twice', async () => {
    const byCohort = await run(['calc', '--example', '--method', 'joining']);
    expect([byCohort.code, byCohort.stdout]).toEqual([2, '']);
    expectGolden('usage/joining.txt', byCohort.stderr);
    const [costs, members] = ['fixtures/effect/costs.csv', 'fixtures/effect/members.csv'];
    const piped = ['calc', costs, '--members', members, '--transactions', '-', '--method', 'joining'];
    const once = await run(piped);
    expect([once.code, once.stdout]).toEqual([2, '']);
    expect(once.stderr).toContain('[JOINING_STDIN]');
  });
});
