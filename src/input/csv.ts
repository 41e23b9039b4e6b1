import { CsvError, type Info, Parser } from 'csv-parse';
import { quoteMisplaced, quoteUnclosed, recordTooLong } from '../errors/row.ts';
import { ReadFailure } from './failure.ts';
import type { Delimiter } from './options.ts';

/** The longest record that is taken for one, in bytes; a chunk more may pass. */
export const LONGEST_RECORD = 1 << 24;

export type OnRecord = (cells: string[], line: number) => void;

export interface CsvDialect {
  readonly delimiter: Delimiter;
  /** Whether a line that begins with `# ` is a comment. */
  readonly comments: boolean;
  /** Line of the file that the first byte belongs to. */
  readonly firstLine: number;
}

const LINE_END = /\r\n|\n|\r/g;

/**
 * csv-parse with its records caught on their way out: `on_record` makes an object with fourteen fields for each, which
 * takes as long as parsing does.
 */
class RecordParser extends Parser {
  /** What the receiver of the records has thrown. */
  thrown: unknown;
  readonly #onRecord: (cells: string[], info: Info) => void;

  constructor(dialect: CsvDialect, onRecord: (cells: string[], info: Info) => void) {
    super({
      delimiter: dialect.delimiter,
      record_delimiter: ['\r\n', '\n', '\r'],
      relax_column_count: true,
      // A quotation mark may stand behind a space: `staff, "Community manager", 5`.
      trim: true,
      // With a space behind it, because `#N/A` and `########` are what a spreadsheet shows in place of a value.
      ...(dialect.comments ? { comment: '# ', comment_no_infix: true } : {}),
    });
    this.#onRecord = onRecord;
  }

  override push(record: string[] | null): boolean {
    if (record === null) return super.push(null);
    if (this.thrown !== undefined) return true;
    try {
      this.#onRecord(record, this.info);
    } catch (error) {
      // Thrown on, it would come up in the stream's own time, where nobody catches it.
      this.thrown = error;
    }
    return true;
  }
}

/** Parses UTF-8 bytes; each record comes with the line that it starts on. */
export async function parseCsv(chunks: AsyncIterable<Buffer>, dialect: CsvDialect, onRecord: OnRecord): Promise<void> {
  let nextLine = dialect.firstLine;
  let [linesBefore, commentsBefore] = [0, 0];
  const parser = new RecordParser(dialect, (cells, { lines, comment_lines: comments }) => {
    const line = nextLine + comments - commentsBefore;
    // csv-parse counts a line end inside quotes twice where it is \r\n, so that those are counted here.
    nextLine = line + 1 + (lines - linesBefore > 1 ? lineEndsIn(cells) : 0);
    [linesBefore, commentsBefore] = [lines, comments];
    onRecord(cells, line);
  });
  let failure: Error | undefined;
  parser.on('error', (error) => {
    failure = error;
  });
  parser.resume();
  const reached = () => nextLine + parser.info.comment_lines - commentsBefore;
  const failed = () => new ReadFailure(complaintOf(failure), reached());
  let [lineBefore, bytesInRecord] = [reached(), 0];

  try {
    for await (const chunk of chunks) {
      if (chunk.length > 0) failure = await written(parser, chunk);
      // Not `max_record_size`, which leaves delimiters out: a line of a million million commas would be one record.
      bytesInRecord = reached() === lineBefore ? bytesInRecord + chunk.length : 0;
      lineBefore = reached();
      if (bytesInRecord > LONGEST_RECORD) throw new ReadFailure(recordTooLong());
      if (parser.thrown !== undefined) throw parser.thrown;
      if (failure !== undefined) throw failed();
    }
  } catch (error) {
    // What a decoder cannot read lies on the line that has been reached.
    throw error instanceof ReadFailure ? error.at(reached()) : error;
  }
  await ended(parser);
  if (parser.thrown !== undefined) throw parser.thrown;
  if (failure !== undefined) throw failed();
}

function written(parser: Parser, chunk: Buffer): Promise<Error | undefined> {
  return new Promise((done) => {
    parser.write(chunk, (error) => done(error ?? undefined));
  });
}

function ended(parser: Parser): Promise<void> {
  return new Promise((done) => {
    parser.once('close', () => done());
    parser.end();
  });
}

function lineEndsIn(cells: readonly string[]): number {
  let ends = 0;
  for (const cell of cells) ends += cell.match(LINE_END)?.length ?? 0;
  return ends;
}

function complaintOf(error: Error | undefined) {
  if (!(error instanceof CsvError)) throw error;
  // All others are about what stands before or behind a quotation mark.
  return error.code === 'CSV_QUOTE_NOT_CLOSED' ? quoteUnclosed() : quoteMisplaced();
}
