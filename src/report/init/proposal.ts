import { text } from '../cells.ts';
import type { Block, Phrase, Report } from '../report.ts';

interface Fitted {
  readonly column: string;
  readonly header: string;
  readonly by: 'name' | 'header' | 'likeness' | 'content';
  readonly example: string;
  readonly unreadable?: { readonly cells: number; readonly first: string };
}

interface Fit {
  readonly kind: string;
  /** Whether every further column is an outcome. */
  readonly open: boolean;
  readonly command: string;
  readonly columns: readonly Fitted[];
  readonly missing: readonly { readonly column: string; readonly headers: readonly string[] }[];
  readonly rest: readonly string[];
}

/** What an export looks like; of several kinds that it may be, each. */
export interface ProposalFacts {
  readonly file: string;
  readonly records: number;
  readonly fits: readonly Fit[];
}

const BECAUSE = {
  name: 'its name',
  header: 'a known name',
  likeness: 'a similar name',
  content: 'its cells',
} as const satisfies Readonly<Record<Fitted['by'], string>>;

/** What `init --from` proposes: the kind of file, the header of each column, and what to type. */
export function proposalReport(facts: ProposalFacts): Report {
  const { file, records, fits } = facts;
  return {
    kind: 'init',
    passed: true,
    currency: null,
    data: {
      file,
      records,
      proposals: fits.map((fit) => ({
        kind: fit.kind,
        columns: fit.columns.map(({ column, header, by, example, unreadable }) => ({
          ...{ column, header, by, example, unreadable: unreadable?.cells ?? 0 },
        })),
        missing: fit.missing,
        [fit.open ? 'outcomes' : 'ignored']: fit.rest,
        map: mapOf(fit),
      })),
    },
    blocks: [{ kind: 'title', text: title(facts) }, ...fits.flatMap((fit) => fitBlocks(file, fit)), ...elsewhere(fits)],
    table: [
      ['kind', 'column', 'header', 'because', 'example'],
      ...fits.flatMap(({ kind, columns }) => columns.map((c) => [kind, c.column, c.header, BECAUSE[c.by], c.example])),
    ],
  };
}

function title({ file, fits }: ProposalFacts): Phrase {
  const kinds = fits.map(({ kind }) => kind).join(' or ');
  if (fits.length === 0) return [text(file), ' looks like no kind of file that is read here'];
  const sure = fits.every(({ missing }) => missing.length === 0);
  return [text(file), sure ? ' looks like ' : ' lacks something, but looks most like ', kinds];
}

/** Where nothing fits: what each kind of file holds. */
function elsewhere(fits: readonly Fit[]): Block[] {
  if (fits.length > 0) return [];
  return [{ kind: 'hints', hints: [{ label: 'A template of each kind', command: 'community-roi init templates' }] }];
}

function fitBlocks(file: string, fit: Fit): Block[] {
  const { kind, columns, missing, rest, open } = fit;
  const rows = columns.map(({ column, header, by, example, unreadable }) => [
    text(column),
    text(header),
    text(BECAUSE[by]),
    unreadable === undefined ? text(example) : text(`"${unreadable.first}" cannot be read as it`),
  ]);
  const table: Block = {
    kind: 'table',
    columns: [
      { header: 'Column', align: 'left', priority: 1 },
      { header: 'Header', align: 'left', priority: 1 },
      { header: 'Known by', align: 'left', priority: 3 },
      { header: 'First cell', align: 'left', priority: 2 },
    ],
    rows,
  };
  const facts = [
    ...missing.map(({ column, headers }) => ({
      label: `Missing: ${column}`,
      value: [text(choices(kind, column, headers))],
    })),
    ...(rest.length === 0 ? [] : [{ label: open ? 'Taken as outcomes' : 'Not read', value: [text(rest.join(', '))] }]),
  ];
  return [
    {
      kind: 'section',
      id: kind,
      title: kind,
      blocks: [
        ...(rows.length === 0 ? [] : [table]),
        ...(facts.length === 0 ? [] : [{ kind: 'facts' as const, facts }]),
      ],
    },
    hints(file, fit),
  ];
}

function choices(kind: string, column: string, headers: readonly string[]): string {
  const [first = ''] = column.split(' or ');
  if (headers.length === 0) return 'no header can be it';
  return `${headers.join(' or ')}? Say which: --map ${pair(kind, first, headers[0] ?? '')}`;
}

/** Headers that are guessed: the others are known without a mapping. */
function mapOf({ kind, columns }: Fit): Record<string, string> {
  const guessed = columns.filter(({ by }) => by === 'likeness' || by === 'content');
  return Object.fromEntries(guessed.map(({ column, header }) => [`${kind}.${column}`, header]));
}

function hints(file: string, fit: Fit): Block {
  const map = Object.entries(mapOf(fit));
  const flags = map.map(([key, header]) => ` --map ${shellWord(`${key}=${header}`)}`).join('');
  const mapping = map.map(([key, header]) => `${key}: ${JSON.stringify(header)}`).join(', ');
  const key = FILE_KEYS[fit.kind] ?? fit.kind;
  return {
    kind: 'hints',
    hints: [
      { label: 'Check it', command: `community-roi validate ${shellWord(file)} --as ${fit.kind}${flags}` },
      { label: 'In community-roi.yaml', command: `files: { ${key}: ${JSON.stringify(file)} }` },
      ...(map.length === 0 ? [] : [{ label: 'and', command: `${fit.command}: { map: { ${mapping} } }` }]),
    ],
  };
}

/** What the configuration calls the file, where that is not the name of its kind. */
const FILE_KEYS: Readonly<Record<string, string>> = { member_ledger: 'member-ledger' };

const pair = (kind: string, column: string, header: string) => shellWord(`${kind}.${column}=${header}`);

/** A word as a shell takes it for one. */
function shellWord(word: string): string {
  return /^[\p{L}\p{N}_.,:=/+@%-]+$/u.test(word) ? word : `'${word.replaceAll("'", "'\\''")}'`;
}
