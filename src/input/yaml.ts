import type { Document, ParsedNode } from 'yaml';

/** A YAML file that holds names with something below each. */
export interface YamlMapping {
  /** In the order of the file; every value is text, or a list or mapping of it. */
  readonly entries: readonly (readonly [name: string, value: unknown])[];
  /** The line of a key; of the nearest one above it where it is not in the file. */
  lineOf(path: readonly string[]): number;
}

/** Why a text cannot be read as YAML. */
export interface YamlFault {
  readonly reason: string;
  readonly line: number;
}

/** Reads YAML 1.2 with all values as text, so that `40%`, `2024-01` and `0x10` are what the user wrote. */
export async function parseYaml(text: string): Promise<YamlMapping | YamlFault> {
  const { isMap, isScalar, LineCounter, parseDocument } = (await import('yaml')).default;
  const lines = new LineCounter();
  const document = parseDocument(text, { schema: 'failsafe', lineCounter: lines, prettyErrors: false });
  const [error] = document.errors;
  if (error !== undefined) return { reason: clause(error.message), line: lines.linePos(error.pos[0]).line };
  const { contents } = document;
  if (!isMap(contents)) return { entries: [], lineOf: () => 1 };
  const values = valuesOf(document);
  if (values instanceof Error) return { reason: clause(values.message), line: 1 };
  const nameOf = (key: unknown) => String(isScalar(key) ? key.value : key);
  const lineOf = (path: readonly string[]) => {
    let at: unknown = contents;
    let offset = 0;
    for (const name of path) {
      const pair = isMap(at) ? at.items.find(({ key }) => nameOf(key) === name) : undefined;
      if (isScalar(pair?.key)) offset = pair.key.range?.[0] ?? offset;
      at = pair?.value;
    }
    return lines.linePos(offset).line;
  };
  return { entries: contents.items.map(({ key }) => [nameOf(key), values[nameOf(key)]]), lineOf };
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
