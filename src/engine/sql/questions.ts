import { type Plan, peopleSteps, sums } from './cohorts.ts';
import { almostMatching, memberCounts, outsiders, personCounts } from './match.ts';
import type { Statement } from './statement.ts';

/** What is asked of a database, one statement after the other; each answers with few rows. */

export const steps = (plan: Plan): Statement => ({
  name: 'people',
  says: 'How many people more or fewer are in each cohort (0 non-member, 1 newcomer, 2 lurker, 3 active) and group from a period on.',
  keys: ['grp', 'period', 'cohort'],
  sums: ['n'],
  text: peopleSteps(plan),
});

export const spending = (plan: Plan, wanted: { readonly squares: boolean; readonly decimals: number }): Statement => ({
  name: 'spending',
  says: 'What the people of each cohort and group spent in each period.',
  keys: ['period', 'cohort', 'grp', 'line'],
  sums: wanted.squares ? ['total', 'squares'] : ['total'],
  text: sums(plan, wanted),
});

export const people = (plan: Plan): Statement => ({
  name: 'match of people',
  says: 'How many members and buyers there are, and how many are both.',
  keys: [],
  sums: ['members', 'matched', 'buyers', 'joined_after', 'former'],
  text: personCounts(plan),
});

export const listed = (plan: Plan, now: string): Statement => ({
  name: 'member list',
  says: 'How many rows and people the member list has, and which rows are odd.',
  keys: [],
  sums: ['people', 'all_rows', 'never_joined', 'repeated', 'left_before', 'future_rows', 'last_contributions'],
  text: memberCounts(plan, now),
});

export const contributors = (plan: Plan): Statement => ({
  name: 'contributors',
  says: 'How many contributed and never joined.',
  keys: [],
  sums: ['n'],
  text: outsiders(plan),
});

export const almost = (plan: Plan): Statement => ({
  name: 'ids that almost match',
  says: 'How many members would be buyers but for case and spaces in the id.',
  keys: [],
  sums: ['n'],
  text: almostMatching(plan),
});

export const rowCount = (from: string): Statement => ({
  name: 'rows',
  says: 'How many rows there are.',
  keys: [],
  sums: ['n'],
  text: `SELECT count(*) AS n FROM ${from}`,
});
