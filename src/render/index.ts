import type { ChalkInstance } from 'chalk';
import type { ParquetTool, Renderer } from './options.ts';

/** A format of the output: the parser, the help and the completion take it from here. */
export interface Format {
  /** Endings of `-o file.ext` that choose it. */
  readonly extensions: readonly string[];
  readonly summary: string;
  /** Shows what a command checked, and nothing else. */
  readonly needsChecks?: true;
  /** Renders bytes, which are not for a terminal. */
  readonly binary?: true;
  /** Loads what the format needs, and only that. */
  load(tools?: Tools): Promise<Renderer>;
}

/** What a format may need that is loaded elsewhere, and only where it is wanted. */
export interface Tools {
  /** Where colours come from; it takes 4 ms to load. Missing: none. */
  readonly chalk?: ChalkInstance;
  readonly parquet?: ParquetTool;
}

const formats = {
  table: {
    extensions: ['txt'],
    summary: 'for people, in a terminal',
    load: async ({ chalk }: Tools = {}): Promise<Renderer> => {
      const [{ renderTable }, { paintWith, PLAIN }] = await Promise.all([
        import('./table.ts'),
        import('./terminal/paint.ts'),
      ]);
      const paint = chalk === undefined ? PLAIN : paintWith(chalk);
      return (report, options) => renderTable(report, options, options.color === 0 ? PLAIN : paint);
    },
  },
  json: {
    extensions: ['json'],
    summary: 'for programs: every figure in full precision',
    load: async () => (await import('./json.ts')).renderJson,
  },
  csv: {
    extensions: ['csv'],
    summary: 'for spreadsheets: the figures of each period',
    load: async () => (await import('./csv.ts')).renderCsv,
  },
  markdown: {
    extensions: ['md', 'markdown'],
    summary: 'for documents, issues and wikis',
    load: async () => (await import('./markdown.ts')).renderMarkdown,
  },
  html: {
    extensions: ['html', 'htm'],
    summary: 'for people, in a browser or on paper: one file with charts',
    load: async () => (await import('./html.ts')).renderHtml,
  },
  xlsx: {
    extensions: ['xlsx'],
    summary: 'for Excel and LibreOffice: the figures as formulas over their inputs',
    binary: true,
    load: async () => (await import('./xlsx.ts')).renderXlsx,
  },
  parquet: {
    extensions: ['parquet'],
    summary: 'for data tools: the rows of CSV, with types',
    binary: true,
    load: async ({ parquet }: Tools = {}): Promise<Renderer> => {
      const { parquetRenderer } = await import('./parquet.ts');
      return parquetRenderer(parquet ?? (() => Promise.reject(new TypeError('nothing to write Parquet with'))));
    },
  },
  junit: {
    extensions: ['xml'],
    summary: 'for CI: what was checked, as JUnit test cases',
    needsChecks: true,
    load: async () => (await import('./junit.ts')).renderJunit,
  },
  github: {
    extensions: [],
    summary: 'for GitHub Actions: annotations, and the job summary',
    needsChecks: true,
    load: async () => (await import('./github.ts')).renderGithub,
  },
} satisfies Readonly<Record<string, Format>>;

export type FormatName = keyof typeof formats;

/** Every format, in the order of the help. */
export const FORMATS: Readonly<Record<FormatName, Format>> = formats;

export const FORMAT_NAMES = Object.keys(FORMATS) as readonly FormatName[];

/** The format that a file's name asks for, or undefined where its ending is of none. */
export function formatOfFile(path: string): FormatName | undefined {
  const ending = path.slice(path.lastIndexOf('.') + 1).toLowerCase();
  return FORMAT_NAMES.find((name) => FORMATS[name].extensions.includes(ending));
}
