import { hash } from 'node:crypto';
import type { Cohort } from '../../core/cohort.ts';
import type { IncidentColumns } from '../../core/incidents/calculate.ts';
import { type IncidentSums, incidentCollector } from '../../core/incidents/collect.ts';
import { countInvalidHere, outcomesMissing, personRepeated } from '../../errors/outcomes.ts';
import type { Complaint } from '../../errors/problem.ts';
import { incidentRow } from '../../schema/outcomes.ts';
import type { RowPlace } from '../intake.ts';
import { currencies, ids, names, numbers } from '../kind-columns.ts';
import { cohorts } from '../names/cohorts.ts';
import type { ReadContext, ReadOptions } from '../options.ts';
import type { FilesRead } from '../read-file.ts';
import { seenPairs } from '../seen-pairs.ts';
import { fold } from '../spelling.ts';
import { INCIDENT_HEADERS } from './headers.ts';
import { fixedColumn, memberKind, type WithCells } from './member-kind.ts';
import { readOpenFiles } from './read-open.ts';
import { columnRegistry, type ReadColumn } from './registry.ts';
import { type OutcomeSpec, unknownNames } from './spec.ts';

export const INCIDENT_COLUMNS = [
  fixedColumn('person_id', 'personId', INCIDENT_HEADERS.person_id, ids, true),
  fixedColumn('cohort', 'cohort', INCIDENT_HEADERS.cohort, names('cohort', cohorts), true),
  fixedColumn('transactions', 'transactions', INCIDENT_HEADERS.transactions, numbers, false),
  { ...fixedColumn('amount', 'amount', INCIDENT_HEADERS.amount, numbers, false), money: true },
  fixedColumn('currency', 'currency', INCIDENT_HEADERS.currency, currencies, false),
];

interface IncidentRecord {
  readonly personId: string;
  readonly cohort: Cohort;
  readonly transactions?: number | undefined;
  readonly amount?: number | undefined;
}

/** Incidents of people, added up. */
export interface IncidentsFile extends FilesRead {
  readonly sums: IncidentSums;
  readonly columns: IncidentColumns;
  readonly names: readonly string[];
  readonly texts: readonly string[];
  readonly unknown: readonly { readonly flag: string; readonly name: string }[];
  readonly allPersonsChecked: boolean;
}

/** Reads a file of incidents: one row for each person, one column for each kind of incident. */
export async function readIncidents(
  sources: readonly string[],
  spec: OutcomeSpec,
  options: ReadOptions,
  context: ReadContext,
): Promise<IncidentsFile> {
  const { problems } = context;
  const { columns, further } = columnRegistry(spec);
  const collector = incidentCollector();
  const seen = seenPairs();
  let hasAmount = false;

  const onRow = (row: WithCells<IncidentRecord>, place: RowPlace) => {
    const { file, line } = place;
    const complain = (complaint: Complaint, column: string) => problems.add({ ...complaint, file, line, column });
    const { personId, cohort, transactions, amount, cells } = row;
    if (!seen.add(hash('md5', personId, 'binary'), 0)) {
      complain(personRepeated(undefined), place.header('personId') ?? 'person_id');
      return;
    }
    if (amount !== undefined) hasAmount = true;
    const values = columns.map((own) => {
      const value = own.tally.take(cells[own.key], file, line);
      if (value === undefined || value >= 0) return value;
      complain(countInvalidHere(String(value)), own.column.header);
      return undefined;
    });
    // The amount of all incidents stands first, whichever further columns a later line may bring.
    collector.add({ cohort, ...(transactions === undefined ? {} : { transactions }), values: [amount, ...values] });
  };

  const open = () =>
    memberKind<IncidentRecord>(
      { name: 'incidents', fixed: INCIDENT_COLUMNS, schema: () => incidentRow, further },
      options,
    );
  const read = await readOpenFiles(sources, { name: 'incidents', open, options, context, onRow });
  const settled = columns.map((own) => ({ own, ...own.tally.settle(problems, false, options.skipBadRows === true) }));
  const numeric = settled.filter(({ holds }) => holds === 'mean' || holds === 'rate').map(({ own }) => own);
  const texts = settled.filter(({ holds }) => holds === 'text').map(({ own }) => own.column.name);
  const incidents = incidentsOf(numeric, columns);
  const [file] = read.inputs;
  if (incidents.length === 0 && file !== undefined && problems.total === 0) {
    problems.add({ ...outcomesMissing(texts), file: file.name, line: 1 });
  }
  const all = columns.map(({ column }) => column);
  return {
    ...read,
    sums: collector.sums(columns.length + 1),
    columns: { incidents, ...(hasAmount ? { money: 0 } : {}) },
    names: all.map(({ name }) => name),
    texts,
    unknown: unknownNames(spec, all),
    allPersonsChecked: !seen.full(),
  };
}

const COST_ENDINGS = ['amount', 'cost', 'loss', 'betrag', 'schaden', 'montant', 'importe', 'importo', 'bedrag'];

/** Kinds of incident, each with the column that says what it cost: `chargeback` and `chargeback_amount`. */
function incidentsOf(numeric: readonly ReadColumn[], all: readonly ReadColumn[]): IncidentColumns['incidents'] {
  const at = (own: ReadColumn) => all.indexOf(own) + 1;
  const costOf = ({ column }: ReadColumn) =>
    numeric.find((other) => COST_ENDINGS.some((ending) => fold(other.column.name) === fold(column.name) + ending));
  const costs = new Set(numeric.flatMap((own) => costOf(own) ?? []));
  return numeric
    .filter((own) => !costs.has(own))
    .map((own) => {
      const cost = costOf(own);
      return { name: own.column.name, at: at(own), ...(cost === undefined ? {} : { money: at(cost) }) };
    });
}
