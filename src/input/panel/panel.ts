import { hash } from 'node:crypto';
import { type CollectedPanel, panelCollector } from '../../core/effect/collect.ts';
import { formatPeriod, MONTHS_PER, monthsOf, type Period, periodOfMonth } from '../../core/period.ts';
import { joinedDiffers, joinedUnit, panelHole, panelIncomplete } from '../../errors/effect.ts';
import { periodUnits, personRepeated } from '../../errors/outcomes.ts';
import type { Complaint } from '../../errors/problem.ts';
import { valueMissing } from '../../errors/row.ts';
import { NEVER, type PanelRecord, panelRow } from '../../schema/panel.ts';
import type { RowPlace } from '../intake.ts';
import type { AnyKind, KindColumn } from '../kind.ts';
import { currencies, ids, numbers, periods } from '../kind-columns.ts';
import type { ReadContext, ReadOptions } from '../options.ts';
import { fixedColumn } from '../outcomes/member-kind.ts';
import { kindName } from '../outcomes/read-open.ts';
import { type FilesRead, readFiles } from '../read-file.ts';
import { PANEL_HEADERS } from './headers.ts';

/** Periods of joining; 0 and `never` are who has not joined. */
const joinings: KindColumn['reader'] = (context) => {
  const column = periods(context);
  const isNever = (text: string) => text === '0' || text.toLowerCase() === NEVER;
  return {
    ...column,
    read: (cell, line) => (isNever(String(cell).trim()) ? NEVER : column.read(cell, line)),
  };
};

export const PANEL_COLUMNS = [
  fixedColumn('person_id', 'personId', PANEL_HEADERS.person_id, ids, true),
  fixedColumn('period', 'period', PANEL_HEADERS.period, periods, true),
  fixedColumn('joined', 'joined', PANEL_HEADERS.joined, joinings, true),
  { ...fixedColumn('outcome', 'outcome', PANEL_HEADERS.outcome, numbers, true), money: true },
  fixedColumn('currency', 'currency', PANEL_HEADERS.currency, currencies, false),
];

const PANEL: AnyKind<PanelRecord> = {
  name: kindName('panel'),
  columns: PANEL_COLUMNS,
  schema: panelRow,
  complain: valueMissing,
};

/** Outcomes of people over time, and when each of them joined. */
export interface PanelFile extends FilesRead {
  readonly collected: CollectedPanel;
}

/** The periods that are taken; missing: all that the file has. */
export interface PanelWindow {
  readonly from?: Period | undefined;
  readonly to?: Period | undefined;
}

/** Enough that no two of a billion people share them by accident. */
const DIGEST_BYTES = 12;

/** Reads a file of outcomes: one row for each person and period. */
export async function readPanel(
  sources: readonly string[],
  window: PanelWindow,
  options: ReadOptions,
  context: ReadContext,
): Promise<PanelFile> {
  const { problems } = context;
  const collector = panelCollector();
  let unit: Period | undefined;

  const onRow = ({ personId, period, joined, outcome }: PanelRecord, place: RowPlace) => {
    const { file, line } = place;
    const complain = (complaint: Complaint, key: string) =>
      problems.add({ ...complaint, file, line, column: place.header(key) ?? key });
    unit ??= period;
    if (period.unit !== unit.unit) {
      complain(periodUnits(formatPeriod(period), formatPeriod(unit)), 'period');
      return;
    }
    if (isOutside(period, window)) return;
    const since = joined === undefined || joined === NEVER ? null : joined;
    if (since !== null && MONTHS_PER[since.unit] > MONTHS_PER[period.unit]) {
      complain(joinedUnit(formatPeriod(since), formatPeriod(period)), 'joined');
      return;
    }
    const from = since === null ? null : periodOfMonth(monthsOf(since).first, period.unit);
    const person = hash('md5', personId, 'binary').slice(0, DIGEST_BYTES);
    const wrong = collector.add({ person, period, joined: from, value: outcome });
    if (wrong === 'repeated') complain(personRepeated(formatPeriod(period)), 'personId');
    else if (wrong !== undefined) complain(joinedDiffers(named(from), named(wrong.joined)), 'joined');
  };

  const read = await readFiles(sources, PANEL, options, context, onRow);
  const collected = collector.finish();
  const [file] = read.inputs;
  if (file !== undefined && problems.total === 0) {
    const { holes, people, incomplete } = collected;
    for (const hole of holes) problems.add({ ...panelHole(formatPeriod(hole)), file: file.name });
    if (holes.length === 0 && people.length === 0 && incomplete > 0)
      problems.add({ ...panelIncomplete(), file: file.name });
  }
  return { ...read, collected };
}

function isOutside(period: Period, { from, to }: PanelWindow): boolean {
  const { first, count } = monthsOf(period);
  const end = (of: Period) => monthsOf(of).first + monthsOf(of).count;
  return (from !== undefined && first < monthsOf(from).first) || (to !== undefined && first + count > end(to));
}

const named = (joined: Period | null) => (joined === null ? null : formatPeriod(joined));
