import { dayInvalid } from '../../errors/engine.ts';
import type { DateOrder } from '../options.ts';
import { type OrderedColumn, type OrderedReading, orderedColumn } from '../ordered-column.ts';
import { dayInZone, readDay } from './day.ts';

/** Days as `2024-01-31`; a point in time is the day that it falls on in the time zone. */
export function dayColumn(chosen: DateOrder | undefined, timezone?: string): OrderedColumn<string> {
  const inZone = timezone === undefined ? () => undefined : dayInZone(timezone);
  const readCell = (text: string): OrderedReading<string> => {
    const reading = readDay(inZone(text) ?? text);
    if (reading.kind === 'day') return { kind: 'value', value: reading.day };
    return reading.kind === 'refused' ? { kind: 'refused', complaint: dayInvalid(text) } : reading;
  };
  return orderedColumn(
    chosen,
    (cell) => readCell(String(cell)),
    (day) => day,
  );
}
