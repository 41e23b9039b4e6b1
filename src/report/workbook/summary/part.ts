import type { Range } from '../../../core/result.ts';
import type { NamedCells, NumberFormat, SheetCell, SheetRow } from '../../workbook.ts';
import { formula, line, text } from '../cells.ts';

/** A part of the summary: rows that begin at a row of the sheet (from 1), and the cells that they name. */
export interface Part {
  readonly rows: readonly SheetRow[];
  readonly names?: readonly NamedCells[];
}

/** Builds a part that begins at a row. */
export type MakePart = (first: number) => Part;

export const SUMMARY = 'Summary';

/** A figure of a list: label, key in the JSON, value, and its interval. */
export interface Figure {
  readonly label: string;
  /** Dotted path in the `data` of the JSON. */
  readonly key?: string;
  readonly value: SheetCell | null;
  readonly low?: SheetCell | null;
  readonly high?: SheetCell | null;
  readonly says?: string;
  /** The name that formulas call the value by. */
  readonly name?: string;
}

/** A list of figures under a heading. */
export function list(title: string, figures: readonly Figure[], note?: string): MakePart {
  return (first) => {
    const sure = figures.some(({ low }) => low !== undefined);
    const heads = ['Figure', 'Key in the JSON', 'Value', ...(sure ? ['Low', 'High'] : [])];
    const head: SheetRow[] = [
      line(title, 'section'),
      ...(note === undefined ? [] : [line(note, 'note')]),
      heads.map((header) => text(header, 'header')),
    ];
    const rows = figures.map(({ label, key, value, low, high, says }): SheetRow => {
      const cells = [text(label), key === undefined ? null : text(key, 'note'), value];
      if (sure) cells.push(low ?? null, high ?? null);
      return says === undefined ? cells : [...cells, text(says, 'note')];
    });
    const names = figures.flatMap(({ name }, i) =>
      name === undefined ? [] : [{ name, range: `${SUMMARY}!$C$${first + head.length + i}` }],
    );
    return { rows: [...head, ...rows], names };
  };
}

/** The two ends of an interval around the value of a row, from the reach to each side. */
export function around(value: string, reach: string, range: Range, format: NumberFormat): Pick<Figure, 'low' | 'high'> {
  return {
    low: formula(`${value}-${reach}`, range[0], format),
    high: formula(`${value}+${reach}`, range[1], format),
  };
}

/** Puts parts one below the other, with an empty row between them. */
export function stack(head: readonly SheetRow[], parts: readonly MakePart[]): Required<Part> {
  const rows: SheetRow[] = [...head];
  const names: NamedCells[] = [];
  for (const make of parts) {
    if (rows.length > 0) rows.push([]);
    const part = make(rows.length + 1);
    rows.push(...part.rows);
    names.push(...(part.names ?? []));
  }
  return { rows, names };
}
