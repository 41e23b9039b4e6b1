import type { Document, ParsedNode } from 'yaml';

/** A YAML file that holds names with something below each. */
export interface YamlMapping {
  /** In the order of the file; every value is text, or a list or mapping of it. */
  readonly entries: readonly (readonly [name: string, value: unknown])[];
  /** The line of a key; of the nearest one above it where it is not in the file. */
  lineOf(path: readonly string[]): number;
  /** Where a value stands, or a key that has none below it in the path; an item of a list goes by its number, from 0. */
  placeOf(path: readonly (string | number)[]): YamlPlace;
}

/** Names with something below each, as values. */
export type Mapping = Readonly<Record<string, unknown>>;

export function isMapping(value: unknown): value is Mapping {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** A place in a text, both counted from 1. */
export interface YamlPlace {
  readonly line: number;
  readonly character: number;
}

/** Why a text cannot be read as YAML. */
export interface YamlFault {
  readonly reason: string;
  readonly line: number;
}

/** Reads YAML 1.2 with all values as text, so that `40%`, `2024-01` and `0x10` are what the user wrote. */
export async function parseYaml(text: string): Promise<YamlMapping | YamlFault> {
  const { isMap, isScalar, isSeq, LineCounter, parseDocument } = (await import('yaml')).default;
  const lines = new LineCounter();
  const document = parseDocument(text, { schema: 'failsafe', lineCounter: lines, prettyErrors: false });
  const [error] = document.errors;
  if (error !== undefined) return { reason: reasonOf(error), line: lines.linePos(error.pos[0]).line };
  const { contents } = document;
  if (!isMap(contents)) return { entries: [], lineOf: () => 1, placeOf: () => ({ line: 1, character: 1 }) };
  const values = valuesOf(document);
  if (values instanceof Error) return { reason: clause(values.message), line: 1 };
  const nameOf = (key: unknown) => String(isScalar(key) ? key.value : key);
  const placeOf = (path: readonly (string | number)[]): YamlPlace => {
    let at: unknown = contents;
    let offset = 0;
    for (const name of path) {
      const item = isSeq(at) ? at.items[Number(name)] : undefined;
      const pair = isMap(at) ? at.items.find(({ key }) => nameOf(key) === String(name)) : undefined;
      const found = item ?? pair?.key;
      if (found === undefined) break;
      offset = startOf(found) ?? offset;
      at = item ?? pair?.value;
    }
    const { line, col } = lines.linePos(offset);
    return { line, character: col };
  };
  return {
    entries: contents.items.map(({ key }) => [nameOf(key), values[nameOf(key)]]),
    lineOf: (path) => placeOf(path).line,
    placeOf,
  };
}

const REASONS: Readonly<Record<string, string>> = {
  MULTIPLE_DOCS: 'it holds several documents, parted by ---',
  DUPLICATE_KEY: 'the name on this line stands above already, and a name may stand once',
};

/** What the parser says, but for its advice to programmers. */
function reasonOf({ code, message }: { readonly code: string; readonly message: string }): string {
  return REASONS[code] ?? clause(message);
}

function startOf(node: unknown): number | undefined {
  return (node as { readonly range?: readonly number[] | null }).range?.[0];
}

/** The whole document as plain values; an error where its aliases multiply without end. */
function valuesOf(document: Document<ParsedNode>): Readonly<Record<string, unknown>> | Error {
  try {
    return document.toJS();
  } catch (error) {
    return error as Error;
  }
}

/** The first line of a message as a clause. */
function clause(message: string): string {
  const [line = ''] = message.split('\n');
  return (line.charAt(0).toLowerCase() + line.slice(1)).replace(/[.:]$/, '');
}
