import { formatPeriod, type Period } from '../core/period.ts';
import { periodInvalid, periodSerial, periodWeek, periodWithoutYear } from '../errors/cell.ts';
import { readDate } from './dates.ts';
import type { DateOrder } from './options.ts';
import { type OrderedColumn, type OrderedReading, orderedColumn } from './ordered-column.ts';

const REFUSALS = {
  'not a date': periodInvalid,
  serial: periodSerial,
  week: periodWeek,
  'no year': periodWithoutYear,
} as const;

/** Periods: months, quarters, years, and the month of a date. */
export function dateColumn(chosen: DateOrder | undefined): OrderedColumn<Period> {
  return orderedColumn(chosen, (cell) => readPeriod(String(cell)), formatPeriod);
}

function readPeriod(text: string): OrderedReading<Period> {
  const reading = readDate(text);
  if (reading.kind === 'period') return { kind: 'value', value: reading.period };
  return reading.kind === 'refused' ? { kind: 'refused', complaint: REFUSALS[reading.why](text) } : reading;
}
