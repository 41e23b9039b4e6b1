import { tableNameInvalid } from '../../errors/database.ts';

const PART = /(?:"((?:[^"]|"")+)"|([^".]+))(\.|$)/y;

/** The parts of a name: `"My Schema"."a.b"` → `My Schema`, `a.b`. Letters are taken as written; what is in quotes may hold dots. */
export function parseTableName(text: string): readonly string[] | undefined {
  const parts: string[] = [];
  PART.lastIndex = 0;
  for (;;) {
    const match = PART.exec(text);
    if (match === null) return undefined;
    const [, quoted, plain, end] = match;
    parts.push(quoted?.replaceAll('""', '"') ?? plain!);
    if (end === '') return parts.length <= 2 && !text.includes('\0') ? parts : undefined;
  }
}

/** The same, where anything else is a mistake of the user. */
export function tableName(text: string): readonly string[] {
  const parts = parseTableName(text);
  if (parts === undefined) throw tableNameInvalid(text);
  return parts;
}
