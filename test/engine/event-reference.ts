import type { EventRules } from '../../src/core/event/plan.ts';
import type { Attendance } from '../../src/core/event/sums.ts';
import { groupOf } from './reference.ts';

/** Rows of the files of an event study; amounts in cents, days as 2024-01-31. */
export interface EventRows {
  readonly events: readonly { id: string; date: string; event?: string }[];
  readonly transactions: readonly { id: string; date: string; cents: number }[];
  readonly members?: readonly { id: string; joined: string }[];
  readonly customers?: readonly { id: string; since: string }[];
}

/** `2024-01-31|a,b|255` (attendees) and `2024-01-31|-|255` (others) → people, again, cents or counts by part. */
export type EventCells = Map<string, { people: number; again: number; sums: number[] }>;

export interface EventReference {
  readonly cells: EventCells;
  readonly attendance: Omit<Attendance, 'rows'>;
  readonly others: number;
}

const DAY = 86_400_000;
export const numberOf = (day: string) => Date.parse(`${day}T00:00:00Z`) / DAY;
export const textOf = (day: number) => new Date(day * DAY).toISOString().slice(0, 10);

/** Person by person and date by date, by the words of the rules. `edges` are those of the engine's plan. */
export function eventReference(
  rows: EventRows,
  rules: EventRules & { readonly normalizeIds: boolean },
  edges: readonly number[],
): EventReference {
  const idOf = (id: string) => (rules.normalizeIds ? id.replace(/[\s\p{Z}]+/gu, '').toLowerCase() : id.trim());
  const { days } = rules;
  const bought = rows.transactions.map(({ id, date, cents }) => ({ id: idOf(id), day: numberOf(date), cents }));
  const attended = rows.events.map(({ id, date, event }) => ({ id: idOf(id), day: numberOf(date), event }));
  const seen = [
    ...bought.map(({ id, day }) => ({ id, day })),
    ...(rows.customers ?? []).map(({ id, since }) => ({ id: idOf(id), day: numberOf(since) })),
    ...(rows.members ?? []).map(({ id, joined }) => ({ id: idOf(id), day: numberOf(joined) })),
  ];
  const known = (id: string) => Math.min(...seen.filter((row) => row.id === id).map(({ day }) => day));
  const [first, last] = [Math.min(...bought.map(({ day }) => day)), Math.max(...bought.map(({ day }) => day))];
  const debutOf = (id: string) => Math.min(...attended.filter((row) => row.id === id).map(({ day }) => day));
  const attendees = [...new Set(attended.map(({ id }) => id))];
  const everybody = [...new Set(seen.map(({ id }) => id))];
  const fits = (day: number, lead: number) => day - lead >= first && day + days - 1 <= last;
  const debuts = [...new Set(attendees.map(debutOf))];
  const lead = debuts.some((day) => fits(day, 2 * days)) ? 2 * days : days;
  const isCompared = (id: string, day: number) => rules.population === 'all' || known(id) < day - lead;
  const spent = (id: string, day: number) =>
    edges
      .slice(1)
      .map((edge, at) =>
        bought
          .filter((row) => row.id === id && row.day - day > edges[at]! && row.day - day <= edge)
          .reduce((sum, { cents }) => sum + (rules.outcome === 'count' ? 1 : cents), 0),
      );
  const cells: EventCells = new Map();
  const add = (key: string, again: boolean, sums: readonly number[]) => {
    const own = cells.get(key) ?? { people: 0, again: 0, sums: sums.map(() => 0) };
    cells.set(key, {
      people: own.people + 1,
      again: own.again + (again ? 1 : 0),
      sums: own.sums.map((sum, at) => sum + sums[at]!),
    });
  };
  const attendance = { people: 0, compared: 0, tooEarly: 0, tooLate: 0, unseen: 0, newcomers: 0, again: 0 };
  for (const id of attendees) {
    attendance.people++;
    const day = debutOf(id);
    const again = attended.some((row) => row.id === id && row.day > day && row.day <= day + days - 1);
    if (!fits(day, lead)) attendance[day - lead < first ? 'tooEarly' : 'tooLate']++;
    else if (!everybody.includes(id)) attendance.unseen++;
    else if (!isCompared(id, day)) attendance.newcomers++;
    else if (rules.clean && again) attendance.again++;
    else {
      attendance.compared++;
      const names = attended.flatMap((row) => (row.id === id && row.day === day && row.event ? [row.event] : []));
      add(`${textOf(day)}|${[...new Set(names)].sort()}|${groupOf(id)}`, again, spent(id, day));
    }
  }
  const others = everybody.filter((id) => !attendees.includes(id));
  for (const day of debuts.filter((debut) => fits(debut, lead))) {
    for (const id of others) if (isCompared(id, day)) add(`${textOf(day)}|-|${groupOf(id)}`, false, spent(id, day));
  }
  return { cells, attendance, others: others.length };
}
