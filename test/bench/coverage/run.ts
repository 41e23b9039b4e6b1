import { readFileSync, writeFileSync } from 'node:fs';
import { table } from './table.ts';
import { coverage, type Row, tally } from './tally.ts';
import type { SpendingName } from './trial.ts';
import { tryCommunities } from './workers.ts';

export interface CoverageOptions {
  /** How many communities that spend as on groceries; a third as many spend as in wholesale. */
  readonly communities: number;
  /** The page whose tables are replaced. */
  readonly write?: string;
}

const [BEGIN, END] = ['<!-- coverage: begin -->', '<!-- coverage: end -->'];
const TITLES = {
  groceries: 'Customers who spend as on groceries',
  wholesale: 'Customers who spend as in wholesale',
} satisfies Record<SpendingName, string>;

/** What coverage is held to where every cohort has enough people, in communities that spend as on groceries. */
const [LEAST, MOST] = [0.93, 0.97];

/** Simulates, prints the tables, and answers whether the intervals keep their word. */
export async function run({ communities, write }: CoverageOptions): Promise<boolean> {
  const groceries = tally(await tryCommunities('groceries', communities));
  const wholesale = tally(await tryCommunities('wholesale', Math.ceil(communities / 3)));
  const text = [...section('groceries', groceries), '', ...section('wholesale', wholesale)].join('\n');
  console.log(text);
  if (write !== undefined) writeFileSync(write, replaced(readFileSync(write, 'utf8'), text));
  const enough = groceries.at(-1)!;
  return [enough.first, enough.all].every((hits) => LEAST <= coverage(hits) && coverage(hits) <= MOST);
}

function section(spending: SpendingName, rows: readonly Row[]): string[] {
  return [`### ${TITLES[spending]}`, '', ...table(rows)];
}

function replaced(page: string, text: string): string {
  const [start, end] = [page.indexOf(BEGIN), page.indexOf(END)];
  if (start < 0 || end < start) throw new Error(`the page has no ${BEGIN} … ${END}`);
  return `${page.slice(0, start + BEGIN.length)}\n\n${text}\n\n${page.slice(end)}`;
}
