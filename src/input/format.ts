import { fileFormat } from '../errors/input.ts';
import { ReadFailure } from './failure.ts';

/** How a file is laid out, as its first bytes say. */
export type Format = 'gzip' | 'workbook' | 'parquet' | 'json-lines' | 'text';

interface Foreign {
  readonly starts: RegExp;
  readonly what: string;
  readonly instead: string;
}

/** What to do with a table that is not read here. */
export const AS_CSV = 'Export the table as CSV (UTF-8), or as .xlsx.';

/** What people name by mistake, with the way out. */
const FOREIGN: readonly Foreign[] = [
  {
    starts: /^\xD0\xCF.\xE0/s,
    what: 'an old Excel workbook (.xls), or one with a password',
    instead: 'Save it as .xlsx without a password, or as CSV (UTF-8).',
  },
  { starts: /^%PDF/, what: 'a PDF', instead: AS_CSV },
  { starts: /^\{\\rtf/, what: 'a rich text document', instead: AS_CSV },
  { starts: /^SQLite format 3\0/, what: 'an SQLite database', instead: AS_CSV },
  { starts: /^(?:\x28\xB5\x2F\xFD|BZh|\xFD7zXZ|7z\xBC\xAF)/, what: 'compressed', instead: 'Unpack it, or use gzip.' },
  {
    starts: /^(?:\xEF\xBB\xBF)?"?(?:EXTF|DTVF)"?;/,
    what: 'a DATEV booking batch, whose dates have no year and whose amounts no sign',
    instead:
      'Save the account sheets (Kontoblatt) as .xlsx or CSV, with a full date and one signed amount in each row.',
  },
  {
    starts: /^(?:\xEF\xBB\xBF)?\s*<(?:!doctype|html|table|\?xml|head|meta|style)/i,
    what: 'a web page or XML, not CSV',
    instead: 'Some programs call it .xls. Open it in a spreadsheet and save it as .xlsx or as CSV (UTF-8).',
  },
  {
    starts: /^(?:\xEF\xBB\xBF)?\s*\[\s*[{[]/,
    what: 'one JSON list',
    instead: "Write one object on each line (JSON Lines): jq -c '.[]' file.json",
  },
];

/** Tells the format by the first bytes; throws ReadFailure for one that is not read here. */
export function formatOf(head: Buffer): Format {
  const start = head.toString('latin1', 0, 1024);
  if (start.startsWith('\x1F\x8B')) return 'gzip';
  if (start.startsWith('PK\x03\x04') || start.startsWith('PK\x05\x06')) return 'workbook';
  if (start.startsWith('PAR1')) return 'parquet';
  const foreign = FOREIGN.find(({ starts }) => starts.test(start));
  if (foreign !== undefined) throw new ReadFailure(fileFormat(foreign.what, foreign.instead));
  return /^(?:\xEF\xBB\xBF|\xFF\xFE|\xFE\xFF)?[\s\0]*\{[\s\0]*["}]/.test(start) ? 'json-lines' : 'text';
}
