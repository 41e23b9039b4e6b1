import { ReadFailure } from './failure.ts';
import type { Intake } from './intake.ts';
import type { InputSummary, ReadContext } from './options.ts';

/** Hands over the rows of a Parquet file, which are counted from 1: there are no lines in it. */
export async function readTyped(
  bytes: AsyncIterable<Buffer>,
  taker: Intake,
  open: NonNullable<ReadContext['parquet']>,
): Promise<Pick<InputSummary, 'encoding' | 'delimiter' | 'preambleLines'>> {
  const { header, records } = await open(bytes);
  try {
    taker.header(header, 1, 'fixed');
  } catch (error) {
    await records[Symbol.asyncIterator]().return?.();
    throw error instanceof ReadFailure ? new ReadFailure(error.complaints, 'none') : error;
  }
  let row = 0;
  for await (const cells of records) taker.record(cells, ++row);
  return { encoding: null, delimiter: null, preambleLines: 0 };
}
