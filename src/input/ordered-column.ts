import { dateAgainstOption, dateAmbiguous, dateMixed } from '../errors/cell.ts';
import type { Complaint } from '../errors/problem.ts';
import { type Cell, type ColumnReader, memo, UNCLEAR } from './column.ts';
import { DATE_ORDERS, type DateOrder } from './options.ts';

/** What a cell says by itself: a value, what is wrong with it, or a value for each order that it may be written in. */
export type OrderedReading<T> =
  | { readonly kind: 'value'; readonly value: T }
  | { readonly kind: 'refused'; readonly complaint: Complaint }
  | { readonly kind: 'orders'; readonly orders: Readonly<Partial<Record<DateOrder, T>>> };

export interface OrderedColumn<T> extends ColumnReader {
  read(cell: Cell, line: number): T | Complaint | typeof UNCLEAR;
}

/**
 * A column of dates in which each one that is written in numbers rules out the orders of day, month and year under
 * which it would be none. `shown` is how a message writes a value.
 */
export function orderedColumn<T>(
  chosen: DateOrder | undefined,
  readCell: (cell: Cell) => OrderedReading<T>,
  shown: (value: T) => string,
): OrderedColumn<T> {
  let possible: readonly DateOrder[] = chosen === undefined ? DATE_ORDERS : [chosen];
  let narrowedBy: { cell: string; line: number } | undefined;
  let used = false;
  let closed = false;
  const remembered = memo(readCell);

  return {
    dateOrder: () => (used && possible.length === 1 ? possible[0] : undefined),
    read(cell, line) {
      const reading = remembered(cell);
      if (reading.kind === 'value') return reading.value;
      if (reading.kind === 'refused') return reading.complaint;
      const text = String(cell);
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
      const readings = [...new Set(left.map((order) => shown(reading.orders[order]!)))];
      if (readings.length === 1) return reading.orders[left[0]!]!;
      return closed ? dateAmbiguous(text, readings) : UNCLEAR;
    },
    settled: () => possible.length === 1 || closed,
    close() {
      closed = true;
    },
  };
}
