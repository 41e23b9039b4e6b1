import { shardedIds } from '../../errors/database.ts';
import { nobodyJoined } from '../../errors/engine.ts';
import type { CohortQuestion, EngineContext, RawSources } from '../engine.ts';
import type { Counts } from '../match.ts';
import { nested, type Plan, type Window } from '../sql/cohorts.ts';
import * as questions from '../sql/questions.ts';
import { answerRow, type Statement } from '../sql/statement.ts';
import type { Taking } from '../sql/table.ts';
import { placesOf, sourcesOf } from '../sql/tables.ts';
import type { Connection } from './connection.ts';
import { type Ask, agreeOnLines, type Looked, look } from './look.ts';
import { byKind, openTables } from './open-tables.ts';
import { assertSharded, clusterOf, textFor } from './sharding.ts';
import type { DatabaseSource } from './source.ts';

/** What is known of the tables before they are added up. */
export interface Prepared {
  readonly looked: readonly Looked[];
  readonly plan: Plan;
  readonly window: Window;
  /** Decimal places of the amounts. */
  readonly decimals: number;
  /** Whether the tables are spread over shards. */
  readonly sharded: boolean;
  /** What the member list says of itself. */
  readonly listed: Counts;
  readonly ask: Ask;
  /** What `ask` would send. */
  readonly textOf: (statement: Statement) => string;
  /** What has been asked so far. */
  readonly asked: readonly Statement[];
}

/** Finds the tables, looks at them, and plans the rest. Undefined where they have problems. */
export async function prepare(
  connection: Connection,
  sources: RawSources,
  question: CohortQuestion,
  source: DatabaseSource,
  context: EngineContext,
): Promise<Prepared | undefined> {
  const { problems, read, today } = context;
  const { sql } = connection;
  const opened = await openTables(connection, sources, source, context);
  if (problems.total > 0) return undefined;
  const cluster = clusterOf(opened, question);
  if (cluster !== undefined) await assertSharded(connection, opened, cluster);
  const asked: Statement[] = [];
  const textOf = (statement: Statement) => textFor(connection, statement, cluster);
  const ask: Ask = async (statement, doing) => {
    asked.push(statement);
    context.progress({ doing });
    return (await connection.rows(textOf(statement), doing)).map(answerRow);
  };
  const plainly: Taking = { zone: read.timezone, folded: question.normalizeIds, spaced: false };
  const looked: Looked[] = [];
  for (const one of opened) looked.push(await look(one, ask, sql, plainly, question, context));
  agreeOnLines(looked, problems);
  const spaced = looked.find((one) => one.spaced > 0);
  if (spaced !== undefined && cluster !== undefined)
    throw shardedIds(`${spaced.opened.name}: leaving out the spaces around ids`);
  if (problems.total > 0) return undefined;

  const tables = byKind(opened);
  const bought = looked.filter(({ opened: { kind }, rows, wrong }) => kind === 'transactions' && rows > wrong);
  const window = {
    first: Math.min(...bought.map(({ first }) => first)),
    last: Math.max(...bought.map(({ last }) => last)),
  };
  const wanted = {
    sql,
    rules: question,
    taking: { ...plainly, spaced: spaced !== undefined && !question.normalizeIds },
    lines: new Map(looked.flatMap(({ lines }) => [...lines])),
    skipBad: looked.some(({ wrong }) => wrong > 0),
    byPerson: question.squares,
  };
  const base = { sql, rules: question, window, again: false, active: false, customers: tables.customers.length > 0 };
  const texts = sourcesOf(tables, wanted);
  const members = looked.find(({ opened: { kind } }) => kind === 'members')!.opened.name;
  const listed = await countsOf(ask, questions.listed(nested(base, texts), sql.day(today)), `looking at ${members}`);
  if (listed['never_joined'] === listed['people']) {
    problems.add({ ...nobodyJoined(), file: members });
    return undefined;
  }
  const active = looked.some(({ opened: { kind } }) => kind === 'activity') || listed['last_contributions']! > 0;
  return {
    looked,
    plan: nested({ ...base, again: listed['repeated']! > 0, active }, texts),
    window,
    decimals: placesOf(tables.transactions),
    sharded: cluster !== undefined,
    listed,
    ask,
    textOf,
    asked,
  };
}

/** Asks a statement of one row for all of its numbers. */
export async function countsOf(ask: Ask, statement: Statement, doing: string): Promise<Counts> {
  const [row] = await ask(statement, doing);
  return Object.fromEntries(statement.sums.map((name) => [name, row?.number(name) ?? 0]));
}
