/** One room of `src`: what it may import, and why not more. */
export interface Layer {
  /** A folder of `src`, or a file beside the folders. */
  readonly folder: string;
  readonly imports: readonly string[];
  readonly packages: readonly PackageUse[];
  /** Printed beside every breach of the row. */
  readonly why: string;
}

/** A package that a layer may import: as values, only as types, or only by `import()` where it is needed. */
export interface PackageUse {
  readonly name: string;
  readonly as: 'values' | 'types' | 'lazily';
}

const values = (name: string): PackageUse => ({ name, as: 'values' });
const types = (name: string): PackageUse => ({ name, as: 'types' });
const lazily = (name: string): PackageUse => ({ name, as: 'lazily' });

/** Stands for Node's own modules in a row's packages. */
export const NODE = 'node:*';

/** The layers from the top down. Whatever is not in a row is forbidden; `docs/architecture.md` shows the same table. */
export const LAYERS: readonly Layer[] = [
  {
    folder: 'cli',
    imports: ['commands', 'render', 'report', 'engine', 'schema', 'errors'],
    packages: [values('commander'), values('chalk'), values(NODE)],
    why: 'it joins the parts and is the only one that touches the process; figures are none of its business',
  },
  {
    folder: 'commands',
    imports: ['report', 'engine', 'input', 'schema', 'core', 'errors'],
    packages: [types('commander')],
    why: 'a command answers with a report; who reads it, and in which format, it cannot know',
  },
  {
    folder: 'render',
    imports: ['report'],
    packages: [values('cli-table3'), values('asciichart'), values('hucre'), types('chalk')],
    why: 'a format sees typed cells and nothing behind them, so that every command has every format',
  },
  {
    folder: 'report',
    imports: ['core'],
    packages: [],
    why: 'it says what figures mean, from the figures alone',
  },
  {
    folder: 'engine',
    imports: ['input', 'schema', 'core', 'stats', 'errors'],
    packages: [lazily('@duckdb/node-api'), lazily('pg'), lazily('@clickhouse/client'), values(NODE)],
    why: 'an engine turns rows into people and sums per cell; what they mean is decided above it',
  },
  {
    folder: 'input',
    imports: ['schema', 'core', 'errors'],
    packages: [values('csv-parse'), lazily('yaml'), values(NODE)],
    why: 'reading knows files and rows, but neither what is computed from them nor how it looks',
  },
  {
    folder: 'schema',
    imports: ['core'],
    packages: [values('zod')],
    why: 'a contract describes data; it neither reads nor computes any',
  },
  {
    folder: 'core',
    imports: ['stats'],
    packages: [],
    why: 'the core is a calculator: the same rows give the same figures, in a browser as well as here',
  },
  {
    folder: 'stats',
    imports: [],
    packages: [],
    why: 'statistics know no domain word, so that they can be checked against R on their own',
  },
  {
    folder: 'errors',
    imports: [],
    packages: [],
    why: 'every layer may fail, so failing may need none of them',
  },
  {
    folder: 'index.ts',
    imports: ['core'],
    packages: [],
    why: 'the library is the pure calculation and its types; it brings no input and no output along',
  },
];

/** The table as Markdown, the way it stands in `docs/architecture.md`. */
export function layerTable(layers: readonly Layer[]): string {
  const list = (parts: readonly string[]) => (parts.length === 0 ? '–' : parts.join(', '));
  const rows = layers.map(({ folder, imports, packages, why }) =>
    [`\`${folder}\``, list(imports), list(packages.map(packageText)), why].join(' | '),
  );
  return [
    '| folder | may import | packages | because |',
    '|---|---|---|---|',
    ...rows.map((row) => `| ${row} |`),
    '',
  ].join('\n');
}

function packageText({ name, as }: PackageUse): string {
  if (as === 'types') return `${name} (types only)`;
  return as === 'lazily' ? `${name} (by \`import()\`)` : name;
}
