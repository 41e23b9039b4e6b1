import { createHash } from 'node:crypto';
import type { Cohort, Line } from '../../src/core/cohort.ts';
import type { CohortQuestion } from '../../src/engine/engine.ts';

/** Rows of raw exports; amounts in cents, days as 2024-01-31. */
export interface RawRows {
  readonly members: readonly { id: string; joined?: string; left?: string; contributed?: string }[];
  readonly transactions: readonly { id: string; date: string; cents: number; line?: Line }[];
  readonly activity?: readonly { id: string; date: string }[];
  readonly customers?: readonly { id: string; since: string }[];
}

/** `2024-01|active|255|` → people, cents, squares of cents. */
export type ReferenceCells = Map<string, { people: number; cents: number; squares: number }>;

const DAY = 86_400_000;
const dayNumber = (day: string) => Date.parse(`${day}T00:00:00Z`) / DAY;
const MONTHS = { month: 1, quarter: 3, year: 12 } as const;

/** Number of the period of a day. */
function periodOf(day: string, unit: CohortQuestion['unit']): number {
  return Math.floor((Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7)) - 1) / MONTHS[unit]);
}

/** The last day of a period, as a day number. */
function endOf(period: number, unit: CohortQuestion['unit']): number {
  const month = (period + 1) * MONTHS[unit];
  return Date.UTC(Math.floor(month / 12), month % 12, 1) / DAY - 1;
}

export function groupOf(id: string): number {
  return Number.parseInt(createHash('md5').update(id).digest('hex').slice(0, 2), 16);
}

/** Person by person, period by period, by the words of the rules. */
export function reference(rows: RawRows, rules: CohortQuestion): ReferenceCells {
  const { unit } = rules;
  const idOf = (id: string) => (rules.normalizeIds ? id.replace(/[\s\p{Z}]+/gu, '').toLowerCase() : id.trim());
  const periods = rows.transactions.map(({ date }) => periodOf(date, unit));
  const [first, last] = [Math.min(...periods), Math.max(...periods)];
  const lines = [...new Set(rows.transactions.map(({ line }) => line))];
  const known = [...rows.members, ...rows.transactions, ...(rows.customers ?? [])];
  const cells: ReferenceCells = new Map();
  for (const id of new Set(known.map((row) => idOf(row.id)))) {
    const own = <Row extends { id: string }>(all: readonly Row[] | undefined) =>
      (all ?? []).filter((row) => idOf(row.id) === id);
    for (let period = first; period <= last; period++) {
      const end = endOf(period, unit);
      const stretches = own(rows.members).filter(({ joined }) => joined !== undefined);
      const isKnown =
        stretches.some(({ joined }) => dayNumber(joined!) <= end) ||
        own(rows.transactions).some(({ date }) => dayNumber(date) <= end) ||
        own(rows.customers).some(({ since }) => dayNumber(since) <= end);
      if (!isKnown) continue;
      const contributed =
        rows.activity === undefined
          ? own(rows.members).flatMap((row) => (row.contributed === undefined ? [] : [row.contributed]))
          : own(rows.activity).map(({ date }) => date);
      const cohort = cohortAt(end, stretches as { joined: string; left?: string }[], contributed, rules);
      for (const line of lines) {
        const cents = own(rows.transactions)
          .filter((row) => periodOf(row.date, unit) === period && row.line === line)
          .reduce((sum, row) => sum + row.cents, 0);
        const key = `${period}|${cohort}|${groupOf(id)}|${line ?? ''}`;
        const before = cells.get(key) ?? { people: 0, cents: 0, squares: 0 };
        cells.set(key, {
          people: before.people + 1,
          cents: before.cents + cents,
          squares: before.squares + cents ** 2,
        });
      }
    }
  }
  return cells;
}

function cohortAt(
  end: number,
  stretches: readonly { joined: string; left?: string }[],
  contributed: readonly string[],
  { newcomerDays, activeDays }: CohortQuestion,
): Cohort {
  const isMember = stretches.some(({ joined, left }) => {
    const leftLater = left !== undefined && dayNumber(left) >= dayNumber(joined);
    return dayNumber(joined) <= end && !(leftLater && dayNumber(left) <= end);
  });
  if (!isMember) return 'non_member';
  const firstJoined = Math.min(...stretches.map(({ joined }) => dayNumber(joined)));
  if (end - firstJoined < newcomerDays) return 'newcomer';
  return contributed.some((day) => dayNumber(day) <= end && end - dayNumber(day) < activeDays) ? 'active' : 'lurker';
}
