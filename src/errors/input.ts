import type { Complaint } from './problem.ts';
import { oneOf, written } from './written.ts';

/** Every message about an input file as a whole: what is wrong with it; what to do next. */

export const fileMissing = (): Complaint => ({
  code: 'FILE_MISSING',
  message: 'there is no such file',
  remedy: 'Check the path, or try the bundled data: community-roi calc --example',
});

export const globEmpty = (): Complaint => ({
  code: 'FILE_MISSING',
  message: 'no file matches the pattern',
  remedy: 'Check the pattern: * stands for any characters of a name, ? for one, ** for any folders.',
});

export const fileIsDirectory = (): Complaint => ({
  code: 'FILE_IS_DIRECTORY',
  message: 'this is a folder, not a file',
  remedy: 'Name the files in it, or a pattern in quotes, such as "costs/*.csv".',
});

export const fileUnreadable = (reason: string): Complaint => ({
  code: 'FILE_UNREADABLE',
  message: `the file cannot be read (${reason})`,
  remedy: 'Check that you may read it, and that no other program holds it open.',
});

export const fileTwice = (other: string): Complaint => ({
  code: 'FILE_TWICE',
  message: `the file holds the same as ${other}`,
  remedy: 'Name each file once: everything in it would count twice.',
});

export const stdinTwice = (): Complaint => ({
  code: 'STDIN_TWICE',
  message: 'standard input was named twice',
  remedy: 'Write "-" once, and save the other input to a file.',
});

export const fileEmpty = (): Complaint => ({
  code: 'FILE_EMPTY',
  message: 'the file is empty',
  remedy: 'Export it again, with a header and at least one row below it.',
});

export const noRows = (): Complaint => ({
  code: 'FILE_EMPTY',
  message: 'the file has a header, but no rows',
  remedy: 'Export it again, with a header and at least one row below it.',
});

export const fileBinary = (): Complaint => ({
  code: 'FILE_BINARY',
  message: 'the file is not text',
  remedy: 'Export it as CSV (UTF-8), or as .xlsx.',
});

export const fileFormat = (what: string, instead: string): Complaint => ({
  code: 'FILE_FORMAT',
  message: `the file is ${what}`,
  remedy: instead,
});

export const gzipBroken = (): Complaint => ({
  code: 'GZIP_BROKEN',
  message: 'the compressed file is damaged or cut short',
  remedy: 'Copy or compress it again.',
});

export const unpackedTooLarge = (bytes: number): Complaint => ({
  code: 'UNPACKED_TOO_LARGE',
  message: `the compressed file unpacks to more than ${bytes} bytes`,
  remedy: 'Check that it is what you think it is; if so, unpack it and name the unpacked file.',
});

export const encodingBroken = (encoding: string): Complaint => ({
  code: 'ENCODING_BROKEN',
  message: `the text is not ${encoding} from here on`,
  remedy: 'Save the file as UTF-8, or name its encoding with --encoding.',
});

export const encodingUnknown = (): Complaint => ({
  code: 'ENCODING_UNKNOWN',
  message: 'the text is neither UTF-8 nor windows-1252',
  remedy: 'Save the file as UTF-8, or name its encoding with --encoding.',
});

export const workbookBroken = (reason: string): Complaint => ({
  code: 'WORKBOOK_BROKEN',
  message: `the workbook cannot be read: ${reason}`,
  remedy: 'Open it, save it again as .xlsx without a password, or export the sheet as CSV.',
});

export const sheetMissing = (sheet: string, sheets: readonly string[]): Complaint => ({
  code: 'SHEET_MISSING',
  message: `there is no sheet ${written(sheet)}`,
  remedy: `Its sheets are ${oneOf(sheets.map(written), 'and')}.`,
});

export const sheetUnclear = (sheets: readonly string[]): Complaint => ({
  code: 'SHEET_UNCLEAR',
  message: `several sheets have the columns: ${oneOf(sheets.map(written), 'and')}`,
  remedy: 'Say which with --sheet.',
});

export const jsonBroken = (): Complaint => ({
  code: 'JSON_BROKEN',
  message: 'the line is not a JSON object',
  remedy: 'JSON Lines hold one object on each line: {"period": "2024-01", …}',
});
