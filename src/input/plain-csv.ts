import { recordTooLong } from '../errors/row.ts';
import { type CsvDialect, LONGEST_RECORD, type OnRecord, parseCsv } from './csv.ts';
import { ReadFailure } from './failure.ts';
import { isVisibleAscii } from './record-shape.ts';

const QUOTE = 0x22;
const [LF, CR] = [0x0a, 0x0d];
const BLANK = [''];

/**
 * Reads delimited UTF-8. Up to the first quotation mark a line is a record and a delimiter always delimits, so that
 * splitting is all there is to do, in a third of the time; from the line with the first one on csv-parse reads.
 */
export async function readDelimited(
  chunks: AsyncIterable<Buffer>,
  dialect: CsvDialect,
  onRecord: OnRecord,
): Promise<void> {
  const splitter = lineSplitter(dialect, onRecord);
  const source = chunks[Symbol.asyncIterator]();
  try {
    for (let next = await source.next(); next.done !== true; next = await source.next()) {
      const rest = splitter.take(next.value);
      if (rest === undefined) continue;
      await parseCsv(joined(rest, source), { ...dialect, firstLine: splitter.line() }, onRecord);
      return;
    }
    splitter.end();
  } catch (error) {
    // What a decoder cannot read lies on the line that has been reached.
    throw error instanceof ReadFailure ? error.at(splitter.line()) : error;
  } finally {
    await source.return?.();
  }
}

async function* joined(first: Buffer, rest: AsyncIterator<Buffer>): AsyncGenerator<Buffer> {
  yield first;
  for (let next = await rest.next(); next.done !== true; next = await rest.next()) yield next.value;
}

interface LineSplitter {
  /** Hands over the whole lines; with a quotation mark in the chunk, gives back all that has not been handed over. */
  take(chunk: Buffer): Buffer | undefined;
  end(): void;
  /** Line of the file that comes next. */
  line(): number;
}

function lineSplitter({ delimiter, comments, firstLine }: CsvDialect, onRecord: OnRecord): LineSplitter {
  let pending = Buffer.alloc(0);
  let line = firstLine;
  const handOver = (text: string) => {
    const lines = text.includes('\r') ? text.split(/\r\n|\n|\r/) : text.split('\n');
    for (const record of lines) {
      const at = line++;
      // Of a large file most lines may have been emptied.
      if (record === '') {
        onRecord(BLANK, at);
        continue;
      }
      if (record.length > LONGEST_RECORD) throw new ReadFailure(recordTooLong(), at);
      if (comments && record.trimStart().startsWith('# ')) continue;
      onRecord(trimmed(record.split(delimiter)), at);
    }
  };
  return {
    take(chunk) {
      if (chunk.includes(QUOTE)) return Buffer.concat([pending, chunk]);
      const end = lastLineEnd(chunk);
      if (end === -1) {
        if (pending.length + chunk.length > LONGEST_RECORD) throw new ReadFailure(recordTooLong(), line);
        pending = Buffer.concat([pending, chunk]);
        return undefined;
      }
      const lines = pending.length === 0 ? chunk.subarray(0, end) : Buffer.concat([pending, chunk.subarray(0, end)]);
      pending = Buffer.from(chunk.subarray(end + 1));
      handOver((chunk[end] === LF ? withoutReturn(lines) : lines).toString('utf8'));
      return undefined;
    },
    end() {
      if (pending.length > 0) handOver(withoutReturn(pending).toString('utf8'));
    },
    line: () => line,
  };
}

/** Where the last line ends that is certainly whole: at a line feed, or a carriage return that none can follow. */
function lastLineEnd(chunk: Buffer): number {
  const feed = chunk.lastIndexOf(LF);
  if (feed !== -1) return feed;
  return chunk.length < 2 ? -1 : chunk.lastIndexOf(CR, chunk.length - 2);
}

/** Without the carriage return at its end, which belongs to a line end that was cut off. */
function withoutReturn(text: Buffer): Buffer {
  return text[text.length - 1] === CR ? text.subarray(0, -1) : text;
}

/** Without the white space around them. Most cells begin and end with a visible character and need no second look. */
function trimmed(cells: string[]): string[] {
  for (let i = 0; i < cells.length; i++) {
    const cell = cells[i]!;
    if (cell === '' || (isVisibleAscii(cell.charCodeAt(0)) && isVisibleAscii(cell.charCodeAt(cell.length - 1))))
      continue;
    cells[i] = cell.trim();
  }
  return cells;
}
