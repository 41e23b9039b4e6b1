import type { Match } from '../../core/raw.ts';
import { type Counts, matchFrom } from '../match.ts';
import { literal } from '../sql/dialect.ts';
import { almostMatching, memberCounts, outsiders, personCounts } from '../sql/match.ts';
import type { LoadedExports } from './exports.ts';

/** How the loaded files fit together. */
export async function matchOf({ session, loaded, plan }: LoadedExports, today: string): Promise<Match> {
  const now = `${literal(today)}::DATE`;
  const { sql, rules } = plan;
  const counts = async (statement: string): Promise<Counts> => {
    const [row] = await session.rows<Record<string, number | bigint | null>>(statement);
    return Object.fromEntries(Object.entries(row ?? {}).map(([name, value]) => [name, Number(value ?? 0)]));
  };
  const count = async (what: string, from: string) => (await counts(`SELECT ${what} AS n FROM ${from}`))['n'] ?? 0;
  const hasActivity = loaded.some(({ job }) => job.kind.name === 'activity');
  const people = await counts(personCounts(plan));
  const some = people['members']! > people['matched']! && people['buyers']! > people['matched']! && !rules.normalizeIds;
  const period = sql.periodOf('date', rules.unit);
  const later = `days WHERE ${period} > ${sql.periodOf(now, rules.unit)}`;
  const periods = await session.rows<{ period: number }>(`SELECT DISTINCT ${period} AS period FROM days`);
  const [latest] = await session.rows<{ day: string }>('SELECT max(date)::VARCHAR AS day FROM days');
  return matchFrom({
    unit: rules.unit,
    people,
    listed: await counts(memberCounts(plan, now)),
    almostMatching: some ? ((await counts(almostMatching(plan)))['n'] ?? 0) : 0,
    outsiders: hasActivity ? await count('n', `(${outsiders(plan)}) found`) : undefined,
    future: {
      transactions: await count('sum(rows)', later),
      activity: hasActivity ? await count('count(*)', `activity WHERE date > ${now}`) : 0,
      customers: await count('count(*)', `customers WHERE since > ${now}`),
    },
    periods: periods.map(({ period }) => period),
    lastTransaction: latest?.day ?? '',
  });
}
