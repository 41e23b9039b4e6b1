import { certainDigits, plainDecimal } from '../report/decimal.ts';
import { plainText } from '../report/plain.ts';
import type { Report } from '../report/report.ts';
import type { CsvOptions, RenderOptions } from './options.ts';

const LINE_END = '\n';
const BYTE_ORDER_MARK = '\ufeff';
/** What a spreadsheet takes for the beginning of a formula, also in the wide forms of East Asian keyboards. */
const FORMULA = /^\s*[=+\-@＝＋－＠]/;

/** The report's table after RFC 4180: numbers with all the digits they have, unknown as an empty field. */
export function renderCsv(report: Report, { csv }: Pick<RenderOptions, 'csv'>): string {
  const lines = report.table.map((row) => row.map((value) => field(value, csv)).join(csv.delimiter) + LINE_END);
  return (csv.bom ? BYTE_ORDER_MARK : '') + lines.join('');
}

function field(value: string | number | null, options: CsvOptions): string {
  if (value === null) return '';
  const text =
    typeof value === 'number' ? plainDecimal(certainDigits(value)).replace('.', options.decimal) : harmless(value);
  return needsQuotes(text, options.delimiter) ? `"${text.replaceAll('"', '""')}"` : text;
}

/** Text as text: a cell that a spreadsheet would compute gets a leading `'`. */
function harmless(text: string): string {
  return (FORMULA.test(text) || /^[\t\r]/.test(text) ? "'" : '') + plainText(text);
}

function needsQuotes(text: string, delimiter: string): boolean {
  return text.includes(delimiter) || /["\r\n]|^\s|\s$/.test(text);
}
