import { dateAgainstOption, dateAmbiguous, dateMixed } from '../../errors/cell.ts';
import { dayInvalid } from '../../errors/engine.ts';
import type { Complaint } from '../../errors/problem.ts';
import { type Cell, type ColumnReader, memo, UNCLEAR } from '../column.ts';
import { DATE_ORDERS, type DateOrder } from '../options.ts';
import { dayInZone, readDay } from './day.ts';

/** Days as `2024-01-31`. Each date written in numbers rules out the orders under which it would be none. */
export function dayColumn(chosen: DateOrder | undefined, timezone?: string): ColumnReader {
  let possible: readonly DateOrder[] = chosen === undefined ? DATE_ORDERS : [chosen];
  let narrowedBy: { cell: string; line: number } | undefined;
  let used = false;
  let closed = false;
  const inZone = timezone === undefined ? () => undefined : dayInZone(timezone);
  const remembered = memo((cell) => {
    const text = String(cell);
    return readDay(inZone(text) ?? text);
  });

  return {
    dateOrder: () => (used && possible.length === 1 ? possible[0] : undefined),
    read(cell: Cell, line: number): string | Complaint | typeof UNCLEAR {
      const reading = remembered(cell);
      const text = String(cell);
      if (reading.kind === 'day') return reading.day;
      if (reading.kind === 'refused') return dayInvalid(text);
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
      const days = [...new Set(left.map((order) => reading.orders[order]!))];
      if (days.length === 1) return days[0]!;
      return closed ? dateAmbiguous(text, days) : UNCLEAR;
    },
    settled: () => possible.length === 1 || closed,
    close() {
      closed = true;
    },
  };
}
