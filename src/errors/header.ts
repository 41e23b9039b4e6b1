import type { Complaint } from './problem.ts';
import { oneOf, written } from './written.ts';

/** Every message about the header of an input file. */

export const columnMissing = (columns: readonly string[], kind: string, near: readonly string[]): Complaint => {
  const map = `--map ${kind}.${columns[0]}=`;
  return {
    code: 'COLUMN_MISSING',
    message: `there is no column ${oneOf(columns.map(written))}`,
    remedy:
      near.length > 0
        ? `If it is ${oneOf(near.map(written))}, say so: ${map}${shellWord(near[0]!)}`
        : `Add it, or name the column that holds it: ${map}Header`,
  };
};

export const mappedColumnMissing = (column: string, header: string, near: readonly string[]): Complaint => ({
  code: 'COLUMN_MISSING',
  message: `there is no column ${written(header)} (--map names it for "${column}")`,
  remedy:
    near.length > 0 ? `Did you mean ${oneOf(near.map(written))}?` : 'Check --map against the first line of the file.',
});

export const columnDuplicate = (header: string, first: number, second: number): Complaint => ({
  code: 'COLUMN_DUPLICATE',
  message: `column ${written(header)} stands twice in the header (columns ${first} and ${second})`,
  remedy: 'Rename or delete one of them.',
});

export const columnUnclear = (column: string, kind: string, headers: readonly string[]): Complaint => ({
  code: 'COLUMN_UNCLEAR',
  message: `${oneOf(headers.map(written))} could each be the column "${column}"`,
  remedy: `Say which: --map ${kind}.${column}=${shellWord(headers[0]!)}`,
});

export const mapUnknown = (key: string, near: string | undefined, all: readonly string[]): Complaint => ({
  code: 'MAP_UNKNOWN',
  message: `--map does not know ${written(key)}`,
  remedy: near === undefined ? `It takes ${oneOf(all)}.` : `Did you mean ${near}?`,
});

function shellWord(text: string): string {
  return /^[\p{L}\p{N}_-]+$/u.test(text) ? text : written(text);
}

export const kindUnclear = (kinds: readonly string[]): Complaint => ({
  code: 'KIND_UNCLEAR',
  message: kinds.length === 0 ? 'the header is that of no kind of file' : `the header could be that of ${oneOf(kinds)}`,
  remedy: 'Say which it is with --as, such as --as costs.',
});

/** What each kind of file is called, and which command or option takes it. */
const KINDS: Readonly<Record<string, readonly [what: string, place: string]>> = {
  costs: ['costs', 'It is the first file that calc takes: community-roi calc costs.csv spend.csv'],
  spend: ['spending by cohort', 'It is the second file that calc takes: community-roi calc costs.csv spend.csv'],
  returns: ['other returns', 'Name it with --returns.'],
  members: [
    'a list of members',
    'Name it with --members, and transactions with --transactions: the two give spending by cohort.',
  ],
  transactions: [
    'transactions',
    'Name it with --transactions, and a list of members with --members: the two give spending by cohort.',
  ],
  activity: ['contributions by date', 'Name it with --activity.'],
  customers: ['a list of customers', 'Name it with --customers.'],
  events: ['people at events', 'It is what event takes: community-roi event events.csv transactions.csv'],
  outcomes: ['outcomes of people', 'It is what outcomes takes: community-roi outcomes outcomes.csv'],
  levels: ['levels of people', 'It is what dose takes: community-roi dose levels.csv'],
  incidents: ['incidents of people', 'It is what incidents takes: community-roi incidents incidents.csv'],
  member_ledger: ['hours and fees of members', 'Name it with --member-ledger.'],
  recognition: ['recognition of members', 'Name it with --recognition.'],
  panel: ['outcomes over time', 'It is what effect takes: community-roi effect panel.csv'],
};

export const kindOther = (found: string, expected: string): Complaint => {
  const [what, place] = KINDS[found] ?? [found, 'Check which file is meant.'];
  return {
    code: 'KIND_OTHER',
    message: `this looks like ${what}, not like ${KINDS[expected]?.[0] ?? expected}`,
    remedy: place,
  };
};
