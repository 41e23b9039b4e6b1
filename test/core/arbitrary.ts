import fc from 'fast-check';
import { COHORTS, LINES } from '../../src/core/cohort.ts';
import type { RoiInput, RoiOptions } from '../../src/core/input.ts';
import { type Money, money } from '../../src/core/money.ts';
import { MONTHS_PER, type Period, periodOfMonth, type Unit } from '../../src/core/period.ts';
import { CATEGORIES, type CostCategory, type CostRow, type ReturnRow, type SpendCell } from '../../src/core/rows.ts';

/** January 2020, in months since the year 0. */
const START = 2020 * 12;
const UNITS = Object.keys(MONTHS_PER) as Unit[];

/** A whole number of cents. */
const cents = (min: number, max: number): fc.Arbitrary<Money> =>
  fc.integer({ min, max }).map((value) => BigInt(value) * 10n ** 10n);

const periodNear = (months: number): fc.Arbitrary<Period> =>
  fc
    .record({ unit: fc.constantFrom(...UNITS), month: fc.integer({ min: -14, max: months + 14 }) })
    .map(({ unit, month }) => periodOfMonth(START + month, unit));

function costRow(months: number): fc.Arbitrary<CostRow> {
  const category = fc.constantFrom(...(Object.keys(CATEGORIES) as CostCategory[]));
  return fc
    .record({
      period: periodNear(months),
      category,
      amount: cents(-50_000, 5_000_000),
      steps: fc.option(fc.nat({ max: 6 }), { nil: undefined }),
      life: fc.option(fc.constantFrom(0.5, 1, 2.5, 4, 7.25), { nil: undefined }),
    })
    .map(({ period, category: kind, amount, steps, life }) => ({
      period,
      category: kind,
      amount,
      ...(steps === undefined ? {} : { until: { unit: period.unit, index: period.index + steps } }),
      ...(life === undefined || kind !== 'one_off' ? {} : { usefulLifeYears: life }),
    }));
}

function returnRow(months: number): fc.Arbitrary<ReturnRow> {
  return fc
    .record({
      period: periodNear(months),
      source: fc.constantFrom('Advertising', 'Ticket deflection', 'agent_time', 'Renewals', 'Ideas'),
      amount: cents(-20_000, 900_000),
      kind: fc.constantFrom('revenue' as const, 'saving' as const),
      attribution: fc.option(fc.constantFrom(0, 0.2, 1 / 3, 0.35, 1), { nil: undefined }),
    })
    .map(({ attribution, ...row }) => ({ ...row, ...(attribution === undefined ? {} : { attribution }) }));
}

interface Shape {
  readonly unit: Unit;
  readonly length: number;
  readonly split: boolean;
  readonly spread: boolean;
  readonly retained: boolean;
}

/** Cells that can be compared: non-members and the first newcomers always, members once they have come. */
function spending({ unit, length, split, spread, retained }: Shape): fc.Arbitrary<SpendCell[]> {
  const cohort = fc.record({
    people: fc.integer({ min: 0, max: 4000 }),
    each: fc.array(fc.integer({ min: -500, max: 30_000 }), { minLength: 2, maxLength: 2 }),
    stayed: fc.double({ min: 0, max: 1, noNaN: true }),
    sd: fc.integer({ min: 0, max: 9000 }),
  });
  const period = fc.record({ non_member: cohort, newcomer: cohort, lurker: cohort, active: cohort });
  const begins = fc.record({ lurker: fc.nat({ max: length }), active: fc.nat({ max: length }) });
  return fc.tuple(fc.array(period, { minLength: length, maxLength: length }), begins).map(([periods, first]) =>
    periods.flatMap((cohorts, at) =>
      COHORTS.flatMap((name): SpendCell[] => {
        if ((name === 'lurker' || name === 'active') && at < first[name]) return [];
        const { people: drawn, each, stayed, sd } = cohorts[name];
        const people = name === 'non_member' || (name === 'newcomer' && at === 0) ? drawn + 1 : drawn;
        const lines = split ? LINES : [undefined];
        return lines.map((line, i) => ({
          period: { unit, index: START / MONTHS_PER[unit] + at },
          cohort: name,
          people,
          spend: BigInt(people) * BigInt(each[i] ?? 0) * 10n ** 10n,
          ...(line === undefined ? {} : { line }),
          ...(retained ? { retained: Math.round(people * stayed) } : {}),
          ...(spread && !split ? { spendSd: sd / 100 } : {}),
        }));
      }),
    ),
  );
}

/** Rows of a community that has an answer, in any unit, with or without lines and retention. */
export const communities: fc.Arbitrary<RoiInput> = rowsOf(15, fc.constant(false));

/** Some of them with error bars; shorter, because each mean is then moved up and down in turn. */
export const communitiesWithErrors: fc.Arbitrary<RoiInput> = rowsOf(7, fc.boolean());

function rowsOf(longest: number, spread: fc.Arbitrary<boolean>): fc.Arbitrary<RoiInput> {
  return fc
    .record({
      unit: fc.constantFrom(...UNITS),
      length: fc.integer({ min: 1, max: longest }),
      split: fc.boolean(),
      spread,
      retained: fc.boolean(),
    })
    .chain((shape) => {
      const months = shape.length * MONTHS_PER[shape.unit];
      return fc.record({
        costs: fc.array(costRow(months), { maxLength: 12 }),
        spend: spending(shape),
        returns: fc.array(returnRow(months), { maxLength: 8 }),
      });
    });
}

export const optionSets: fc.Arbitrary<RoiOptions> = fc.record(
  {
    baseline: fc.constant('all' as const),
    margin: fc.constantFrom(0, 0.4, 1 / 3, 1),
    usefulLifeYears: fc.constantFrom(1, 3, 5),
    memberCost: fc.constantFrom('variable' as const, 'total' as const),
    discountRate: fc.constantFrom(-0.2, 0, 0.08, 1.5),
    from: fc.constant(periodOfMonth(START, 'month')),
  },
  { requiredKeys: [] },
);

/** The rows in another order. */
export const shuffled = <T>(rows: readonly T[]): fc.Arbitrary<T[]> =>
  fc.shuffledSubarray([...rows], { minLength: rows.length, maxLength: rows.length });

/** Every amount and spread of the input times a whole number. */
export function timesAll(input: RoiInput, factor: number): RoiInput {
  const times = <T extends { readonly amount: Money }>(row: T): T => ({ ...row, amount: row.amount * BigInt(factor) });
  return {
    costs: input.costs.map(times),
    spend: input.spend.map((cell) => ({
      ...cell,
      spend: cell.spend * BigInt(factor),
      ...(cell.spendSd === undefined ? {} : { spendSd: cell.spendSd * factor }),
    })),
    returns: (input.returns ?? []).map(times),
  };
}

/** Everybody spends more by the same amount, which may differ from period to period. */
export function everybodySpends(input: RoiInput, more: readonly number[]): RoiInput {
  const first = Math.min(...input.spend.map(({ period }) => period.index));
  const spend = input.spend.map((cell) => {
    const extra = money(more[(cell.period.index - first) % more.length] ?? 0) * BigInt(cell.people);
    return cell.line === 'new' ? cell : { ...cell, spend: cell.spend + extra };
  });
  return { ...input, spend };
}
