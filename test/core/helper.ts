import { readFileSync } from 'node:fs';
import { expect } from 'vitest';
import type { Cohort, Line } from '../../src/core/cohort.ts';
import type { RoiInput } from '../../src/core/input.ts';
import { money, scale } from '../../src/core/money.ts';
import { type Period, parsePeriod } from '../../src/core/period.ts';
import type { CostCategory, CostRow, ReturnRow, SpendCell } from '../../src/core/rows.ts';

/** The period that a label names. */
export function period(label: string): Period {
  const found = parsePeriod(label);
  if (found === undefined) throw new Error(`not a period: ${label}`);
  return found;
}

interface CostParts {
  readonly until?: string;
  readonly life?: number;
}

export function cost(label: string, category: CostCategory, amount: number | string, parts: CostParts = {}): CostRow {
  return {
    period: period(label),
    category,
    amount: money(amount),
    ...(parts.until === undefined ? {} : { until: period(parts.until) }),
    ...(parts.life === undefined ? {} : { usefulLifeYears: parts.life }),
  };
}

interface SpendParts {
  readonly line?: Line;
  readonly retained?: number;
}

/** A cell by what each person spent. */
export function spend(
  label: string,
  cohort: Cohort,
  people: number,
  each: number | string,
  parts: SpendParts = {},
): SpendCell {
  return { period: period(label), cohort, people, spend: money(each) * BigInt(people), ...parts };
}

export function other(
  label: string,
  source: string,
  amount: number | string,
  parts: Partial<Pick<ReturnRow, 'kind' | 'attribution'>> = {},
): ReturnRow {
  return { period: period(label), source, amount: money(amount), kind: 'revenue', ...parts };
}

/**
 * Spending of a community whose return in each period, one after the other from `first`, is as given: non-members
 * spend 30, newcomers 40, and each of 10 active members 40 and a tenth of the return.
 */
export function returning(first: string, returns: readonly number[]): SpendCell[] {
  return labels(first, returns.length).flatMap((label, i) => [
    spend(label, 'non_member', 1000, 30),
    spend(label, 'newcomer', 100, 40),
    { ...spend(label, 'active', 10, 40), spend: money(400) + money(returns[i] ?? 0) },
  ]);
}

/** The labels of `count` periods from `first`. */
export function labels(first: string, count: number): string[] {
  const { unit, index } = period(first);
  const perYear = { month: 12, quarter: 4, year: 1 }[unit];
  return Array.from({ length: count }, (_, i) => {
    const [year, part] = [Math.floor((index + i) / perYear), ((index + i) % perYear) + 1];
    if (unit === 'year') return String(year);
    return unit === 'quarter' ? `${year}-Q${part}` : `${year}-${String(part).padStart(2, '0')}`;
  });
}

/** The rows of a folder of `fixtures`, read as plainly as they are written. */
export function readFixture(folder: string): RoiInput {
  const rows = (file: string) => readCsv(fixturePath(`${folder}/${file}`));
  return {
    costs: rows('costs.csv').map((row) => ({
      ...cost(row['period'] ?? '', row['category'] as CostCategory, row['amount'] ?? '', {
        ...(row['until'] ? { until: row['until'] } : {}),
        ...(row['useful_life_years'] ? { life: Number(row['useful_life_years']) } : {}),
      }),
      amount: scale(money(row['amount'] ?? ''), share(row['share'])),
    })),
    spend: rows('spend.csv').map((row) => {
      const people = Number(row['people']);
      const parts = {
        ...(row['line'] ? { line: row['line'] as Line } : {}),
        ...(row['retained'] ? { retained: Number(row['retained']) } : {}),
      };
      const cell = spend(row['period'] ?? '', row['cohort'] as Cohort, people, row['spend_per_person'] || 0, parts);
      return row['spend'] ? { ...cell, spend: money(row['spend']) } : cell;
    }),
    returns: rows('returns.csv').map((row) =>
      other(row['period'] ?? '', row['source'] ?? '', row['amount'] ?? '', {
        kind: row['kind'] as ReturnRow['kind'],
        ...(row['attribution'] ? { attribution: share(row['attribution']) } : {}),
      }),
    ),
  };
}

export function readExpected(file: string): unknown {
  return JSON.parse(readFileSync(fixturePath(file), 'utf8'));
}

function fixturePath(name: string): URL {
  return new URL(`../../fixtures/${name}`, import.meta.url);
}

/** Records by header; a file that is not there has none. */
function readCsv(path: URL): Partial<Record<string, string>>[] {
  let text: string;
  try {
    text = readFileSync(path, 'utf8');
  } catch {
    return [];
  }
  const [header = [], ...records] = text.trimEnd().split('\n').map(fields);
  return records.map((record) => Object.fromEntries(header.map((name, i) => [name, record[i] ?? ''])));
}

function fields(line: string): string[] {
  return [...line.matchAll(/(?:^|,)(?:"((?:[^"]|"")*)"|([^,]*))/g)].map(
    ([, quoted, bare]) => quoted?.replaceAll('""', '"') ?? bare ?? '',
  );
}

/** `20%` or `0.2`; blank is all of it. */
function share(text: string | undefined): number {
  if (!text) return 1;
  return text.endsWith('%') ? Number(text.slice(0, -1)) / 100 : Number(text);
}

/** Every key of `expected` with its value, numbers to 1e-9 of their size; `actual` may hold more keys. */
export function expectAgreement(actual: unknown, expected: unknown): void {
  expect(differences(actual, expected, '')).toEqual([]);
}

function differences(actual: unknown, expected: unknown, path: string): string[] {
  if (typeof expected === 'object' && expected !== null) {
    const parts: Partial<Record<string, unknown>> = typeof actual === 'object' && actual !== null ? { ...actual } : {};
    return Object.entries(expected).flatMap(([key, value]) => differences(parts[key], value, `${path}.${key}`));
  }
  const same =
    typeof expected === 'number' && typeof actual === 'number'
      ? Math.abs(actual - expected) <= 1e-9 * Math.max(1, Math.abs(expected))
      : Object.is(actual, expected);
  return same ? [] : [`${path}: ${actual}, expected ${expected}`];
}
