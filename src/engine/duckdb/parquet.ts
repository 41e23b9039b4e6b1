import { open, stat } from 'node:fs/promises';
import type { Problem } from '../../errors/problem.ts';
import { headerMatcher } from '../../input/columns.ts';
import type { AnyKind } from '../../input/kind.ts';
import type { ReadOptions } from '../../input/options.ts';
import { literal } from '../sql/dialect.ts';
import type { TypedFile } from '../sql/relation.ts';
import type { Session } from './session.ts';

/** Whether a file begins as a Parquet file does. A pipe is not looked into: what is read from it is gone. */
export async function isParquet(path: string): Promise<boolean> {
  const isFile = await stat(path).then(
    (stats) => stats.isFile(),
    () => false,
  );
  if (!isFile) return false;
  const file = await open(path).catch(() => undefined);
  if (file === undefined) return false;
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(4), 0, 4, 0);
    return bytesRead === 4 && buffer.toString('latin1') === 'PAR1';
  } finally {
    await file.close();
  }
}

/** What is known of a Parquet file from its footer, or what is wrong with it. */
export type ParquetLayout =
  | { readonly file: TypedFile; readonly ignored: readonly string[] }
  | { readonly problems: readonly Omit<Problem, 'file'>[] };

/** Finds the columns of a kind by their names, as in any other file, and the type of each. */
export async function layoutOf<Row>(
  path: string,
  kind: AnyKind<Row>,
  options: ReadOptions,
  session: Session,
): Promise<ParquetLayout> {
  const described = await session.rows<{ column_name: string; column_type: string }>(
    `DESCRIBE SELECT * FROM read_parquet(${literal(path)})`,
  );
  const header = described.map(({ column_name: name }) => name);
  const match = headerMatcher(kind.name, kind.columns, options.map).match(header);
  if (match.complaints.length > 0) return { problems: match.complaints };
  const columns = [...match.columns.values()].map(({ name, index, header: written }) => ({
    name,
    written,
    type: described[index]?.column_type ?? 'VARCHAR',
  }));
  return {
    file: {
      path,
      columns,
      ...(options.timezone === undefined ? {} : { timezone: options.timezone }),
    },
    ignored: match.ignored,
  };
}
