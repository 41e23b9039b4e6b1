import { lifeInvalid, shareInvalid, shareUnclear } from '../errors/cell.ts';
import type { Complaint } from '../errors/problem.ts';
import { type Cell, type ColumnReader, plainColumn } from './column.ts';

/** A small number has no thousands mark, so that its one mark is the decimal mark. */
const SMALL = /^(-?)(\d{1,6}(?:[.,]\d{1,15})?|[.,]\d{1,15})$/;

/** Shares: `20%`, `12,5 %` or `0.2`, as fractions of 1. */
export function shareColumn(): ColumnReader {
  return plainColumn(readShare);
}

function readShare(cell: Cell): number | Complaint {
  const text = String(cell).replace(/[\s\u00A0\u202F]/g, '');
  const percent = /[%٪％]$/.test(text);
  const match = SMALL.exec(percent ? text.slice(0, -1) : text);
  if (match === null) return shareInvalid(String(cell));
  // Moving the point in the text keeps 33.3% exactly 0.333.
  const value = Number(`${match[1]}${match[2]!.replace(',', '.')}${percent ? 'e-2' : ''}`);
  return !percent && value > 1 && value <= 100 ? shareUnclear(String(cell)) : value;
}

/** Years, such as a useful life. */
export function yearsColumn(): ColumnReader {
  return plainColumn((cell) => {
    const match = SMALL.exec(String(cell).trim());
    return match === null ? lifeInvalid(String(cell)) : Number(`${match[1]}${match[2]!.replace(',', '.')}`);
  });
}
