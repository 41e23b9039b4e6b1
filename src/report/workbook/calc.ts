import type { NamedCells, Workbook } from '../workbook.ts';
import { amortisationSheet } from './amortisation.ts';
import { cohortSheet } from './cohorts.ts';
import { costSheet } from './costs.ts';
import { errorSheet } from './errors.ts';
import { inputSheet } from './inputs.ts';
import { lineSheet } from './lines.ts';
import { memberOutcomeSheet } from './members/outcomes.ts';
import { modelOf, type WorkbookSource } from './model.ts';
import { notesSheet, readMeSheet } from './notes.ts';
import { periodSheet } from './periods.ts';
import { projectionSheet } from './projection.ts';
import { retentionSheet } from './retention.ts';
import { returnSheet } from './returns.ts';
import { summarySheet } from './summary.ts';
import type { Table } from './table.ts';
import { upliftSheet } from './uplift.ts';
import { yardstickSheet } from './yardstick.ts';

/** The sections of the report that the workbook computes. */
const COVERED = ['return', 'cost', 'years', 'periods', 'trend', 'break-even', 'members', 'yardstick'];

/** Both ledgers as a workbook: every figure of theirs is a formula over the inputs. */
export function calcWorkbook(source: WorkbookSource): Workbook {
  const model = modelOf(source);
  const [inputs, costs, returns, cohorts] = [
    inputSheet(model),
    costSheet(model),
    returnSheet(model),
    cohortSheet(model),
  ];
  const yardstick = yardstickSheet(model);
  const amortisation = amortisationSheet(model);
  const uplift = upliftSheet(model);
  const periods = periodSheet(model, amortisation, uplift, returns);
  const [lines, retention] = [lineSheet(model, uplift), retentionSheet(model, uplift)];
  const errors = model.errors === undefined ? undefined : errorSheet(model, model.errors, yardstick, uplift, periods);
  const projection = projectionSheet(model, periods);
  const summary = summarySheet(model, periods, projection !== undefined);
  const before = there([costs, returns, cohorts]);
  const members = memberOutcomeSheet(model);
  const after = there([periods, amortisation, uplift, yardstick, lines, retention, errors, projection, members]);
  const tables = [...before, ...after];
  return {
    sheets: [
      readMeSheet(model, tables),
      summary.sheet,
      inputs.sheet,
      ...tables.map(({ sheet }) => sheet),
      notesSheet(model),
    ],
    names: inAlphabet([...inputs.names, ...summary.names, ...tables.flatMap(({ names }) => names)]),
    covers: model.members === undefined ? COVERED : [...COVERED, 'members-side'],
  };
}

function there(tables: readonly (Table | undefined)[]): Table[] {
  return tables.filter((table) => table !== undefined);
}

/** In the order that programs keep names in. */
function inAlphabet(names: readonly NamedCells[]): NamedCells[] {
  return names.toSorted((a, b) => (a.name < b.name ? -1 : 1));
}
