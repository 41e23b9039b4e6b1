import { COSTS } from '../costs.ts';
import type { KindColumn } from '../kind.ts';
import { MEMBER_LEDGER, RECOGNITION } from '../members/kinds.ts';
import { COHORT_COLUMNS } from '../outcomes/cohort-rows.ts';
import { INCIDENT_COLUMNS } from '../outcomes/incidents.ts';
import { LEVEL_COLUMNS } from '../outcomes/levels.ts';
import { PERSON_COLUMNS } from '../outcomes/persons.ts';
import { PANEL_COLUMNS } from '../panel/panel.ts';
import { EVENTS } from '../raw/events.ts';
import { ACTIVITY, CUSTOMERS, MEMBERS, TRANSACTIONS } from '../raw/kinds.ts';
import { RETURNS } from '../returns.ts';
import { SPEND } from '../spend-kind.ts';

/** A kind of file that an export may be. */
export interface Candidate {
  /** As `--map` and the configuration call it. */
  readonly name: string;
  readonly columns: readonly KindColumn[];
  /** Whether every further column is an outcome. */
  readonly open: boolean;
  /** The command that reads it. */
  readonly command: string;
}

const business = [COSTS, SPEND, RETURNS, MEMBERS, TRANSACTIONS, ACTIVITY, CUSTOMERS, MEMBER_LEDGER, RECOGNITION];

/** Every kind of file, those of the business first. */
export const CANDIDATES: readonly Candidate[] = [
  ...business.map(({ name, columns }) => ({ name, columns, open: false, command: 'calc' })),
  { name: 'outcomes', columns: PERSON_COLUMNS, open: true, command: 'outcomes' },
  { name: 'outcomes', columns: COHORT_COLUMNS, open: false, command: 'outcomes' },
  { name: 'levels', columns: LEVEL_COLUMNS, open: true, command: 'dose' },
  { name: 'incidents', columns: INCIDENT_COLUMNS, open: true, command: 'incidents' },
  { name: EVENTS.name, columns: EVENTS.columns, open: false, command: 'event' },
  { name: 'panel', columns: PANEL_COLUMNS, open: false, command: 'effect' },
];

/** The columns that `--map` may name, by kind. */
export function mappable(): Readonly<Record<string, readonly KindColumn[]>> {
  const names = [...new Set(CANDIDATES.map(({ name }) => name))];
  const columnsOf = (name: string) => CANDIDATES.filter((kind) => kind.name === name).flatMap(({ columns }) => columns);
  return Object.fromEntries(names.map((name) => [name, columnsOf(name)]));
}
