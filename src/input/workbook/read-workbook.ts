import { fileEmpty, sheetMissing, sheetUnclear, unpackedTooLarge } from '../../errors/input.ts';
import { ReadFailure } from '../failure.ts';
import type { Intake } from '../intake.ts';
import type { InputSummary, ReadOptions } from '../options.ts';
import { fold } from '../spelling.ts';
import { dateStyles } from './dates.ts';
import { type Sheet, workbookOf } from './parts.ts';
import { eachRow, firstRows, type Surroundings, sharedStrings } from './sheet.ts';
import { type Archive, openArchive } from './zip.ts';

type Format = Pick<InputSummary, 'encoding' | 'delimiter' | 'preambleLines' | 'sheet'>;

/** A workbook is held in memory, because its directory stands at its end; and a text is no longer than 512 MiB. */
const MOST_BYTES = 2 ** 29 - 2 ** 25;

/** Reads one sheet of an .xlsx file: the values that its formulas gave, and dates as such. */
export async function readWorkbook(
  chunks: AsyncIterable<Buffer>,
  taker: Intake,
  options: ReadOptions,
): Promise<Format> {
  const most = Math.min(options.maxUnpackedBytes ?? MOST_BYTES, MOST_BYTES);
  const archive = openArchive(await allOf(chunks, most), most);
  const { sheets, from1904, folder } = workbookOf(archive);
  const around = {
    strings: sharedStrings(archive.text(`${folder}sharedStrings.xml`)),
    isDate: dateStyles(archive.text(`${folder}styles.xml`)),
    from1904,
  };
  const { sheet, xml, headerLine } = chooseSheet(sheets, archive, around, taker, options.sheet);
  eachRow(xml, around, (cells, line) => {
    if (line === headerLine) taker.header(cells.map(String), line, 'loose');
    else if (line > headerLine) taker.record(cells, line);
  });
  return { encoding: null, delimiter: null, preambleLines: headerLine - 1, sheet: sheet.name };
}

async function allOf(chunks: AsyncIterable<Buffer>, most: number): Promise<Buffer> {
  const all: Buffer[] = [];
  let length = 0;
  for await (const chunk of chunks) {
    all.push(chunk);
    length += chunk.length;
    if (length > most) throw new ReadFailure(unpackedTooLarge(most));
  }
  return Buffer.concat(all);
}

interface Candidate {
  readonly sheet: Sheet;
  readonly xml: string;
  readonly headerLine: number;
  /** Whether the header names all that is required. */
  readonly complete: boolean;
}

/** The sheet that the user named, or the only one that has the columns; else the first with anything in it. */
function chooseSheet(
  sheets: readonly Sheet[],
  archive: Archive,
  around: Surroundings,
  taker: Intake,
  wanted: string | undefined,
): Candidate {
  const named = wanted === undefined ? undefined : sheets.filter(({ name }) => name === wanted);
  const alike = named?.length === 0 ? sheets.filter(({ name }) => fold(name) === fold(wanted!)) : named;
  if (alike?.length === 0)
    throw new ReadFailure(
      sheetMissing(
        wanted!,
        sheets.map(({ name }) => name),
      ),
    );
  const candidates = (alike ?? sheets.filter(({ hidden }) => !hidden))
    .map((sheet) => candidateOf(sheet, archive.text(sheet.path), around, taker))
    .filter((candidate) => candidate !== undefined);
  const complete = candidates.filter((candidate) => candidate.complete);
  if (complete.length > 1) throw new ReadFailure(sheetUnclear(complete.map(({ sheet }) => sheet.name)));
  const chosen = complete[0] ?? candidates[0];
  if (chosen === undefined) throw new ReadFailure(fileEmpty());
  return chosen;
}

/** Where the header of a sheet stands: the first row that names all required columns, else the one that names most. */
function candidateOf(sheet: Sheet, xml: string, around: Surroundings, taker: Intake): Candidate | undefined {
  let best: { line: number; found: number; complete: boolean } | undefined;
  for (const { cells, line } of firstRows(xml, around)) {
    const { found, complete } = taker.matcher.weigh(cells.map(String));
    if (best === undefined || complete || found > best.found) best = { line, found, complete };
    if (complete) break;
  }
  return best === undefined ? undefined : { sheet, xml, headerLine: best.line, complete: best.complete };
}
