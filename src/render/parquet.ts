import { certainDigits, plainDecimal } from '../report/decimal.ts';
import type { Report } from '../report/report.ts';
import type { ParquetTool, Renderer } from './options.ts';

type Value = string | number | null;

const DAY = /^\d{4}-\d{2}-\d{2}$/;
/** Digits of the largest DECIMAL. */
const MOST_DIGITS = 38;

/** The rows of CSV with types: text, days, whole numbers, and decimals with all the digits that CSV has. */
export function parquetRenderer(write: ParquetTool): Renderer {
  return (report: Report) => {
    const [header = [], ...rows] = report.table;
    const names = distinct(
      header.map((name, index) => (name === null || name === '' ? `column${index + 1}` : String(name))),
    );
    const columns = names.map((name, index) => ({ name, type: typeOf(rows.map((row) => row[index] ?? null)) }));
    const lines = rows.map((row) => `${columns.map(({ type }, index) => field(row[index] ?? null, type)).join(',')}\n`);
    return write(columns, lines.join(''));
  };
}

/** The narrowest type that holds every value as it is. */
function typeOf(values: readonly Value[]): string {
  const known = values.filter((value) => value !== null);
  if (known.some((value) => typeof value === 'string')) {
    return known.every((value) => typeof value === 'string' && DAY.test(value)) ? 'DATE' : 'VARCHAR';
  }
  const texts = known.map((value) => digitsOf(Number(value)).replace('-', ''));
  const decimals = Math.max(0, ...texts.map((text) => (text.includes('.') ? text.length - text.indexOf('.') - 1 : 0)));
  const whole = Math.max(1, ...texts.map((text) => text.replace(/\..*/, '').length));
  if (decimals === 0 && whole < 19) return 'BIGINT';
  return whole + decimals <= MOST_DIGITS ? `DECIMAL(${Math.max(18, whole + decimals)}, ${decimals})` : 'DOUBLE';
}

const digitsOf = (value: number) => plainDecimal(certainDigits(value));

function field(value: Value, type: string): string {
  if (value === null) return '';
  if (typeof value === 'number' && type !== 'VARCHAR') return digitsOf(value);
  return `"${(typeof value === 'number' ? digitsOf(value) : value).replaceAll('"', '""').replaceAll('\0', '')}"`;
}

/** Names of which no two are alike but for case, as a table in a database needs them. */
function distinct(names: readonly string[]): string[] {
  const taken = new Set<string>();
  return names.map((name) => {
    let own = name;
    for (let n = 2; taken.has(own.toLowerCase()); n++) own = `${name}_${n}`;
    taken.add(own.toLowerCase());
    return own;
  });
}
