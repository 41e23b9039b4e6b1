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

/** A whole report as text that ends in a line end. */
export type Renderer = (report: Report, options: RenderOptions) => string;

export const DEFAULT_RENDER_OPTIONS: RenderOptions = {
  width: 80,
  color: 0,
  ascii: false,
  locale: 'en-US',
  brief: false,
  charts: true,
  csv: { delimiter: ',', decimal: '.', bom: false },
};
