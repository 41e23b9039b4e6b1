import type { OnRow } from '../intake.ts';
import type { InputSummary, ReadContext, ReadOptions } from '../options.ts';
import { type FilesRead, readThrough } from '../read-file.ts';
import { type OpenKind, openIntake } from './open-intake.ts';

/** Kinds of file about members. They stand in a summary where the kinds of the business files do. */
export type MemberKind = 'outcomes' | 'levels' | 'incidents' | 'panel';

export const kindName = (name: MemberKind): InputSummary['kind'] => name as never;

interface Reading<Row> {
  readonly name: MemberKind;
  readonly open: () => OpenKind<Row>;
  readonly options: ReadOptions;
  readonly context: ReadContext;
  readonly onRow: OnRow<Row>;
}

/** Reads all files of an open kind. What is wrong goes into `context.problems`; a file that cannot be read on is left. */
export async function readOpenFiles<Row>(args: readonly string[], reading: Reading<Row>): Promise<FilesRead> {
  const { name, open, options, context, onRow } = reading;
  return readThrough(args, kindName(name), options, context, (given) => openIntake({ ...given, open: open(), onRow }));
}
