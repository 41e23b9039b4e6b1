import { describe, expect, test } from 'vitest';
import { calculateEffect, effectFault } from '../../../src/core/effect/calculate.ts';
import { noFigure } from '../../../src/core/effect/figure.ts';
import { type Panel, panelOfPeople, panelOfTotals } from '../../../src/core/effect/panel.ts';
import type { EffectFigure } from '../../../src/core/effect/result.ts';
import { effectVerdict } from '../../../src/core/effect/verdict.ts';
import { year } from '../../../src/core/period.ts';

const figure = (value: number, low: number, high: number): EffectFigure => ({
  ...{ value, interval: [low, high], se: 1, p: 0.01, detectable: 1 },
});
const STEADY = { passed: true, drift: noFigure('none') };

describe('the verdict on joining', () => {
  test.each([
    ['higher', 2, 6, 'better'],
    ['higher', -6, -2, 'worse'],
    ['lower', -6, -2, 'better'],
    ['higher', -1, 6, 'unclear'],
  ] as const)('where %s is good and the interval runs from %d to %d is %s', (direction, low, high, verdict) => {
    expect(effectVerdict(figure((low + high) / 2, low, high), direction, STEADY, null)).toEqual({ verdict });
  });

  test('is never given where those who joined were on another course before', () => {
    const judged = effectVerdict(figure(4, 2, 6), 'higher', { ...STEADY, passed: false }, null);
    expect(judged.verdict).toBe('unclear');
    expect(judged.unclearReason).toContain('before they joined');
  });

  test('is not given where nobody was seen long enough before joining to test that', () => {
    const judged = effectVerdict(figure(4, 2, 6), 'higher', { passed: null, drift: noFigure('none') }, null);
    expect(judged.verdict).toBe('unclear');
    expect(judged.unclearReason).toContain('cannot be tested');
  });

  test('is not given where a drift that cannot be told from none would account for the effect', () => {
    const drifting = { passed: true, drift: figure(0.6, -0.1, 1.3) };
    expect(effectVerdict(figure(4, 2, 6), 'higher', drifting, { steps: 3 }).verdict).toBe('better');
    expect(effectVerdict(figure(4, 2, 6), 'higher', drifting, { steps: 4 }).verdict).toBe('unclear');
    // A drift the other way hides an effect, and makes up none.
    expect(effectVerdict(figure(-4, -6, -2), 'higher', drifting, { steps: 4 }).verdict).toBe('worse');
  });

  test('is null where nobody said which way is good', () => {
    expect(effectVerdict(figure(4, 2, 6), null, STEADY, null)).toEqual({ verdict: null });
  });
});

/** People with an outcome in each of four years; `joined` is the place of the year, null for never. */
const panel = (people: readonly (readonly [joined: number | null, ...outcomes: number[]])[]): Panel =>
  panelOfPeople(
    [2021, 2022, 2023, 2024].map(year),
    people.map(([joined, ...outcomes]) => ({ joined, outcomes })),
  );

const FOUR_JOINED = [
  [2, 10, 12, 20, 21],
  [2, 11, 11, 18, 22],
  [3, 8, 9, 9, 15],
  [3, 9, 10, 12, 14],
] as const;
const SMALL = panel([...FOUR_JOINED, [null, 5, 6, 7, 8], [null, 7, 7, 8, 10], [null, 6, 8, 8, 9]]);
const ASKED = { comparison: 'never', direction: 'higher', minPeople: 1 } as const;

describe('the effect of joining', () => {
  test('is the change of those who joined since before, less that of the others', () => {
    const { cells, effect } = calculateEffect(SMALL, ASKED);
    // Joined 2023: (20 + 18)/2 − (12 + 11)/2 = 7.5; the others (7 + 8 + 8)/3 − (6 + 7 + 8)/3 = 2/3.
    const at = (joined: string, period: string) =>
      cells.find((own) => own.joined === joined && own.period === period)!.value!;
    expect(at('2023', '2023')).toBeCloseTo(7.5 - 2 / 3, 12);
    expect(at('2023', '2024')).toBeCloseTo(10 - 2, 12);
    expect(at('2024', '2024')).toBeCloseTo(4 - 4 / 3, 12);
    // Weighted by people, of whom there are as many in each cohort.
    expect(effect.value).toBeCloseTo((7.5 - 2 / 3 + 8 + 4 - 4 / 3) / 3, 12);
  });

  test('is the same whatever everybody gains alike, and grows with the unit that it is measured in', () => {
    const shifted = panel([
      ...([0, 1, 2, 3, 4, 5, 6] as const).map((i) => {
        const rows = [
          [2, 10, 12, 20, 21],
          [2, 11, 11, 18, 22],
          [3, 8, 9, 9, 15],
          [3, 9, 10, 12, 14],
          [null, 5, 6, 7, 8],
          [null, 7, 7, 8, 10],
          [null, 6, 8, 8, 9],
        ] as const;
        const [joined, ...outcomes] = rows[i];
        return [joined, ...outcomes.map((value, t) => 100 * (value + 5 * t + 7))] as const;
      }),
    ]);
    const [plain, moved] = [calculateEffect(SMALL, ASKED), calculateEffect(shifted, ASKED)];
    expect(moved.effect.value!).toBeCloseTo(100 * plain.effect.value!, 8);
    expect(moved.effect.se!).toBeCloseTo(100 * plain.effect.se!, 8);
    expect(moved.preTrend.p).toEqual(plain.preTrend.p === null ? null : expect.closeTo(plain.preTrend.p, 8));
  });

  test('is the same from exact sums as from people', () => {
    const rows = [
      [1, 1050, 2000],
      [1, 1000, 2550],
      [null, 700, 800],
      [null, 720, 760],
    ] as const;
    const [periods, cents] = [[2023, 2024].map(year), 10n ** 10n];
    const people = rows.map(([joined, ...outcomes]) => ({ joined, outcomes: outcomes.map((value) => value / 100) }));
    const totals = [1, null].map((joined) => {
      const own = rows.filter(([group]) => group === joined).map(([, ...outcomes]) => outcomes.map(BigInt));
      const add = (of: (row: bigint[]) => bigint) => own.reduce((sum, row) => sum + of(row), 0n);
      return {
        joined: joined === null ? null : periods[joined]!,
        people: own.length,
        sums: [0, 1].map((t) => add((row) => row[t]!) * cents),
        products: [0, 1].flatMap((s) => [0, 1].map((t) => add((row) => row[s]! * row[t]!) * cents ** 2n)),
      };
    });
    const [a, b] = [panelOfPeople(periods, people), panelOfTotals(periods, totals)];
    expect(calculateEffect(b, ASKED).effect.value).toBeCloseTo(calculateEffect(a, ASKED).effect.value!, 12);
    expect(calculateEffect(b, ASKED).effect.se).toBeCloseTo(calculateEffect(a, ASKED).effect.se!, 12);
  });

  test('has no interval where everybody changed alike, and says so', () => {
    const alike = panel([
      [2, 1, 2, 5, 6],
      [2, 2, 3, 6, 7],
      [null, 5, 6, 7, 8],
      [null, 6, 7, 8, 9],
    ]);
    const { effect, verdict } = calculateEffect(alike, ASKED);
    expect([effect.value, effect.interval, effect.intervalReason]).toEqual([2, null, 'everybody changed alike']);
    expect(verdict).toBe('unclear');
  });

  test.each([
    ['joined', 5],
    ['did not join', 4],
  ])('shows no figure where too few people %s', (who, minPeople) => {
    const more = who === 'joined' ? SMALL : panel([[1, 4, 5, 7, 9], ...FOUR_JOINED, [null, 5, 6, 7, 8]]);
    const { effect, aggregates, sinceJoining, byJoining, cells, verdict } = calculateEffect(more, {
      ...ASKED,
      minPeople,
    });
    expect(effect).toMatchObject({ value: null, valueReason: `fewer than ${minPeople} people ${who}`, interval: null });
    const all = [...Object.values(aggregates), ...sinceJoining, ...byJoining, ...cells];
    expect(all.every(({ value, se }) => value === null && se === null)).toBe(true);
    expect(verdict).toBe('unclear');
  });

  test('cannot be had where nobody joined, or nobody is left to compare with', () => {
    expect(effectFault(panel([[null, 1, 2, 3, 4]]), ASKED)).toBe('nobody-joined');
    const all = panel([
      [1, 1, 2, 3, 4],
      [3, 1, 2, 3, 4],
    ]);
    expect(effectFault(all, ASKED)).toBe('nobody-to-compare');
    expect(effectFault(all, { comparison: 'not-yet' })).toBeUndefined();
    const { cells, cellsWithoutComparison } = calculateEffect(all, { ...ASKED, comparison: 'not-yet' });
    expect(cells.map(({ joined, period }) => `${joined} ${period}`)).toEqual(['2022 2022', '2022 2023']);
    expect(cellsWithoutComparison).toBe(4);
  });
});
