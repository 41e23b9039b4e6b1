import type { ChalkInstance } from 'chalk';
import type { Renderer } from './options.ts';

/** A format of the output: the parser, the help and the completion take it from here. */
export interface Format {
  /** Endings of `-o file.ext` that choose it. */
  readonly extensions: readonly string[];
  readonly summary: string;
  /** Loads what the format needs, and only that. Colours come from `chalk`, which takes 4 ms to load: missing, none. */
  load(chalk?: ChalkInstance): Promise<Renderer>;
}

const formats = {
  table: {
    extensions: ['txt'],
    summary: 'for people, in a terminal',
    load: async (chalk?: ChalkInstance): Promise<Renderer> => {
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
  junit: {
    extensions: ['xml'],
    summary: 'for CI: what was checked, as JUnit test cases',
    load: async () => (await import('./junit.ts')).renderJunit,
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
