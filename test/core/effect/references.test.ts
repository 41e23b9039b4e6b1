import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { EffectFigure, EffectResult } from '../../../src/core/effect/result.ts';
import { dataOf, expectReferences, references } from '../../members/reference.ts';
import { PROJECT } from '../../run.ts';

/** Computed person by person by expected.py. */
const expected = references('../core/effect/expected.csv');
const inData = (name: string) => join(PROJECT, '../shared/data', name);
const countyFile = inData('mpdta.csv');
const hasData = existsSync(countyFile);

const COUNTIES = [
  ...['effect', '--panel', countyFile, '--map', 'panel.person_id=countyreal', '--map', 'panel.period=year'],
  ...['--map', 'panel.joined=first.treat', '--map', 'panel.outcome=lemp'],
];

const ways = [
  ['earnings', ['effect', '--panel', 'fixtures/effect/earnings.csv']],
  ['spending', ['effect', 'fixtures/effect/members.csv', 'fixtures/effect/transactions.csv']],
  ['counties', COUNTIES],
  ['grocery', ['effect', inData('grocery-members.csv'), inData('grocery-transactions.csv')]],
] as const;

const ask = (args: readonly string[]): Promise<EffectResult> => dataOf([...args, '--min-people', '1']);

function expectFigure(name: string, { value, se }: EffectFigure): void {
  const place = name.lastIndexOf('.');
  const label = name.slice(place + 1);
  expectReferences(expected, name.slice(0, place), { [`${label}.value`]: value!, [`${label}.se`]: se! });
}

describe.each(ways)('the effect of joining on %s', (name, args) => {
  const isThere = (name !== 'counties' && name !== 'grocery') || hasData;
  const where = isThere ? '' : ' [the public data are not beside the project]';

  test.skipIf(!isThere).each(['never', 'not-yet'] as const)(
    `equals what a person-by-person computation gives, compared with who has %s joined${where}`,
    async (comparison) => {
      const result = await ask([...args, '--comparison', comparison]);
      const own = `${name}.${comparison}`;
      expectFigure(`${own}.simple`, result.effect);
      for (const which of ['group', 'dynamic', 'calendar'] as const) {
        expectFigure(`${own}.${which}`, result.aggregates[which]);
      }
      for (const row of result.sinceJoining) expectFigure(`${own}.since.${row.since}`, row);
      for (const row of result.byJoining) expectFigure(`${own}.joined.${row.joined}`, row);
      for (const row of result.byPeriod) expectFigure(`${own}.period.${row.period}`, row);
      for (const { joined, period, value } of result.cells) {
        expectReferences(expected, `${own}.cell.${joined}`, { [period]: value! });
      }
      const cells = [...expected.keys()].filter((key) => key.startsWith(`${own}.cell.`));
      expect(result.cells.length).toBe(cells.length);
      const { basis, statistic, p } = result.preTrend;
      expectReferences(expected, `${own}.${basis === 'cells' ? 'cells' : 'leads'}`, { statistic: statistic!, p: p! });
      expectFigure(`${own}.drift`, result.preTrend.drift);
      expect(Math.abs(result.bandCritical! - expected.get(`${own}.critical`)!)).toBeLessThan(0.02);
    },
  );
});

const absent = hasData ? '' : ' [the public data are not beside the project]';

describe.skipIf(!hasData)(`the county panel of the R package did${absent}`, () => {
  // The published answers of R's did, which is not run here:
  // aggte(att_gt("lemp", "year", "countyreal", "first.treat", xformla = ~1, data = mpdta, bstrap = FALSE)).
  test('gives what did publishes', async () => {
    const { effect, aggregates, preTrend, people } = await ask(COUNTIES);
    const shown = [effect, aggregates.group, aggregates.dynamic, aggregates.calendar];
    expect(shown.map(({ value }) => value!.toFixed(4))).toEqual(['-0.0400', '-0.0310', '-0.0772', '-0.0417']);
    const errors = [0.012, 0.0124, 0.02, 0.016];
    shown.forEach(({ se }, i) => {
      expect(Math.abs(se! / errors[i]! - 1)).toBeLessThan(0.01);
    });
    expect(preTrend.basis).toBe('cells');
    expect(preTrend.df).toBe(5);
    expect(preTrend.p!.toFixed(3)).toBe('0.168');
    expect(people).toEqual({ joined: 191, neverJoined: 309 });
  });
});
