import { formatPeriod, type Period } from '../core/period.ts';
import {
  dateAgainstOption,
  dateAmbiguous,
  dateMixed,
  periodInvalid,
  periodSerial,
  periodWeek,
  periodWithoutYear,
} from '../errors/cell.ts';
import type { Complaint } from '../errors/problem.ts';
import { type Cell, type ColumnReader, memo, UNCLEAR } from './column.ts';
import { readDate } from './dates.ts';
import { DATE_ORDERS, type DateOrder } from './options.ts';

export interface DateColumn extends ColumnReader {
  read(cell: Cell, line: number): Period | Complaint | typeof UNCLEAR;
}

const REFUSALS = {
  'not a date': periodInvalid,
  serial: periodSerial,
  week: periodWeek,
  'no year': periodWithoutYear,
} as const;

/** Periods. Each date written in numbers rules out the orders under which it would be none. */
export function dateColumn(chosen: DateOrder | undefined): DateColumn {
  let possible: readonly DateOrder[] = chosen === undefined ? DATE_ORDERS : [chosen];
  let narrowedBy: { cell: string; line: number } | undefined;
  let used = false;
  let closed = false;
  const remembered = memo((cell) => readDate(String(cell)));

  return {
    dateOrder: () => (used && possible.length === 1 ? possible[0] : undefined),
    read(cell, line) {
      const reading = remembered(cell);
      if (reading.kind === 'period') return reading.period;
      const text = String(cell);
      if (reading.kind === 'refused') return REFUSALS[reading.why](text);
      used = true;
      const left = possible.filter((order) => reading.orders[order] !== undefined);
      if (left.length === 0) {
        return narrowedBy === undefined
          ? dateAgainstOption(text, possible.join(' '))
          : dateMixed(text, narrowedBy.cell, narrowedBy.line);
      }
      if (left.length < possible.length) {
        possible = left;
        narrowedBy = { cell: text, line };
      }
      const readings = [...new Set(left.map((order) => formatPeriod(reading.orders[order]!)))];
      if (readings.length === 1) return reading.orders[left[0]!]!;
      return closed ? dateAmbiguous(text, readings) : UNCLEAR;
    },
    settled: () => possible.length === 1 || closed,
    close() {
      closed = true;
    },
  };
}
