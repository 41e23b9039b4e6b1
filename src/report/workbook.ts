/**
 * A report as a workbook: inputs, and formulas over them. A renderer writes it as it stands; the value beside each
 * formula is what the formula gives, so that a program that does not calculate shows it too.
 */
export interface Workbook {
  readonly sheets: readonly WorkbookSheet[];
  /** Cells that formulas call by name. */
  readonly names: readonly NamedCells[];
  /** Sections of the report that these sheets answer for; the others follow them as values. */
  readonly covers: readonly string[];
}

export interface NamedCells {
  readonly name: string;
  /** `Costs!$A$5:$A$40` */
  readonly range: string;
}

export interface WorkbookSheet {
  readonly name: string;
  /** Widths of the columns, in characters. */
  readonly widths: readonly number[];
  readonly rows: readonly SheetRow[];
  /** Rows and columns that stay in sight. */
  readonly frozen?: { readonly rows: number; readonly columns: number };
  /** The rows, from 1, that head every printed page. */
  readonly heads?: readonly [number, number];
  readonly landscape?: boolean;
  /** Long texts in the last column are broken into lines. */
  readonly wraps?: boolean;
  /** Cells that take one of a few words. */
  readonly choices?: readonly { readonly range: string; readonly words: readonly string[] }[];
  readonly chart?: SheetChart;
}

/** Lines over periods, drawn from cells. */
export interface SheetChart {
  readonly title: string;
  /** Where it stands, from 0. */
  readonly from: { readonly row: number; readonly column: number };
  readonly to: { readonly row: number; readonly column: number };
  readonly labels: string;
  readonly series: readonly { readonly name: string; readonly values: string; readonly color: string }[];
}

export type SheetRow = readonly (SheetCell | null)[];

export type SheetCell =
  /** Always text, whatever it begins with. */
  | { readonly kind: 'text'; readonly text: string; readonly look?: Look }
  | { readonly kind: 'number'; readonly value: number; readonly format: NumberFormat; readonly look?: Look }
  | {
      readonly kind: 'formula';
      /** Without the equals sign; never made of text from a file. */
      readonly formula: string;
      readonly value: number | string | boolean;
      readonly format: NumberFormat;
      readonly look?: Look;
    }
  | { readonly kind: 'empty'; readonly look: Look };

/** `money` in whole units, `price` with cents, `signed` a price with its sign. */
export type NumberFormat = 'money' | 'price' | 'signed' | 'percent' | 'count' | 'decimal' | 'plain';

/** What a cell is for: `input` may be changed, `given` is a value that no formula gives. */
export type Look = 'title' | 'section' | 'header' | 'input' | 'given' | 'total' | 'note' | 'end';
