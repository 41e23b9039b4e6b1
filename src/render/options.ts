import type { Report } from '../report/report.ts';

/** What the user chose about the output. Every format takes from it what concerns it. */
export interface RenderOptions {
  /** Columns of the terminal. */
  readonly width: number;
  /** Colours the terminal knows: none, 16, 256, 16 million. With 0 there are none, whatever a format was loaded with. */
  readonly color: 0 | 1 | 2 | 3;
  readonly ascii: boolean;
  /** BCP 47: how numbers look to people. JSON and CSV are written for programs and ignore it. */
  readonly locale: string;
  /** Ids of the sections to show; missing means all. Title and verdict always stay. */
  readonly sections?: readonly string[];
  /** Title and verdict only. */
  readonly brief: boolean;
  readonly charts: boolean;
  readonly csv: CsvOptions;
}

export interface CsvOptions {
  readonly delimiter: string;
  readonly decimal: '.' | ',';
  /** A byte order mark, by which Excel knows UTF-8. */
  readonly bom: boolean;
}

/** What a format makes of a report: text that ends in a line end, or the bytes of a file. */
export type Rendered = string | Uint8Array;

/** Writes rows as a Parquet file: columns with their types in SQL, and the rows as CSV in which text is quoted. */
export type ParquetTool = (
  columns: readonly { readonly name: string; readonly type: string }[],
  csv: string,
) => Promise<Uint8Array>;

/** A whole report in one format. */
export type Renderer = (report: Report, options: RenderOptions) => Rendered | Promise<Rendered>;

export const DEFAULT_RENDER_OPTIONS: RenderOptions = {
  width: 80,
  color: 0,
  ascii: false,
  locale: 'en-US',
  brief: false,
  charts: true,
  csv: { delimiter: ',', decimal: '.', bom: false },
};
