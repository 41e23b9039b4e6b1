import fc from 'fast-check';
import { expect, test } from 'vitest';
import { calculateRoi } from '../../src/core/calculate.ts';
import { communitiesWithErrors, optionSets } from './arbitrary.ts';

/** Nulls that need no reason of their own, with what stands for it. */
const DOCUMENTED: readonly { readonly path: RegExp; readonly because: string }[] = [
  { path: /^economics$/, because: 'nobody asked for a discount rate' },
  { path: /^returnsByLine$/, because: 'spending is not split by line' },
  { path: /^costsByCategoryBefore12$/, because: 'there are fewer than 24 months' },
  { path: /^uncertainty$/, because: 'totals.intervalReason says why nothing has an interval' },
  { path: /^(periods\.\d+\.(cohorts\.\w+\.)?|perActiveMember\.|breakEven\.)interval$/, because: 'as totals.interval' },
  { path: /^breakEven\.interval\./, because: 'that end does not come to it' },
  { path: /interval\.(detectable\.)?roi$/, because: 'the ROI itself is unknown' },
  { path: /^uncertainty\.baselineShare$/, because: 'nothing varies' },
  { path: /^periods\.\d+\.drift$/, because: 'before the first spending there is no drift' },
  { path: /^periods\.\d+\.cohorts\.\w+\.(spendPerPerson|uplift)$/, because: 'the cohort has nobody' },
  { path: /^parallelTrends\.periods\.\d+\.gap$/, because: 'nobody was new' },
];

/** Every path whose value is not a finite number, a text, a list or a record, or a null that says no reason. */
function unexplained(
  value: unknown,
  path: readonly string[] = [],
  parent: Partial<Record<string, unknown>> = {},
): string[] {
  const name = path.join('.');
  if (typeof value === 'number') return Number.isFinite(value) ? [] : [`${name} is ${value}`];
  if (value === null) {
    const reason = parent[`${path.at(-1)}Reason`] ?? parent['reason'];
    const said = typeof reason === 'string' && reason.trim() !== '';
    return said || DOCUMENTED.some(({ path: known }) => known.test(name)) ? [] : [`${name} is null without a reason`];
  }
  if (typeof value === 'object') {
    const fields: Partial<Record<string, unknown>> = { ...value };
    return Object.entries(fields).flatMap(([key, field]) => unexplained(field, [...path, key], fields));
  }
  return typeof value === 'string' ? [] : [`${name} is ${String(value)}`];
}

test('no figure is NaN, infinite or missing, and what is unknown says why', () => {
  fc.assert(
    fc.property(communitiesWithErrors, optionSets, (input, options) => {
      expect(unexplained(calculateRoi(input, options))).toEqual([]);
    }),
    { numRuns: 150 },
  );
});

test('a reason stands beside nothing but a null', () => {
  const idle = (value: unknown): string[] =>
    typeof value !== 'object' || value === null
      ? []
      : Object.entries(value).flatMap(([key, field]) => {
          const of = key.replace(/Reason$/, '');
          const known = of !== key && (value as Partial<Record<string, unknown>>)[of] !== null;
          return known ? [key] : idle(field);
        });
  fc.assert(
    fc.property(communitiesWithErrors, optionSets, (input, options) => {
      expect(idle(calculateRoi(input, options))).toEqual([]);
    }),
    { numRuns: 100 },
  );
});
