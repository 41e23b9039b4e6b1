import { hash } from 'node:crypto';
import type { LedgerRow, RecognitionRow } from '../../core/members/input.ts';
import type { ReadContext, ReadOptions } from '../options.ts';
import { type FilesRead, readFiles } from '../read-file.ts';
import { MEMBER_LEDGER, RECOGNITION } from './kinds.ts';

/** Hours that members gave and fees that they paid. */
export interface MemberLedgerFile extends FilesRead {
  readonly rows: readonly LedgerRow[];
}

/** Who was recognised or rewarded. */
export interface RecognitionFile extends FilesRead {
  readonly rows: readonly RecognitionRow[];
}

export async function readMemberLedger(
  sources: readonly string[],
  options: ReadOptions,
  context: ReadContext,
): Promise<MemberLedgerFile> {
  const rows: LedgerRow[] = [];
  const read = await readFiles(sources, MEMBER_LEDGER, options, context, ({ period, kind, amount }) => {
    rows.push({ period, kind, amount });
  });
  return { rows, ...read };
}

/** Enough that no two of a billion people share them by accident. */
const DIGEST_BYTES = 12;
/** What was given where the file does not say. */
const UNNAMED = '(not said)';

export async function readRecognition(
  sources: readonly string[],
  options: ReadOptions,
  context: ReadContext,
): Promise<RecognitionFile> {
  const rows: RecognitionRow[] = [];
  const read = await readFiles(sources, RECOGNITION, options, context, ({ personId, date, what, value }) => {
    const person = hash('md5', personId, 'binary').slice(0, DIGEST_BYTES);
    rows.push({
      person,
      what: what ?? UNNAMED,
      ...(date === undefined ? {} : { period: date }),
      ...(value === undefined ? {} : { value }),
    });
  });
  return { rows, ...read };
}
