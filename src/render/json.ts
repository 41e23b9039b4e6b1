import { certainDigits } from '../report/decimal.ts';
import type { Report } from '../report/report.ts';

/** Raised with the first change that removes or renames a key. */
const SCHEMA_VERSION = 1;

/** Characters that JSON allows in a text and a terminal obeys: C1 controls, changes of direction, line separators. */
const OBEYED = /[\u007f-\u009f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff]/g;

/** The report for programs: one envelope for every command, numbers with all the digits they have, unknown as null. */
export function renderJson(report: Report): string {
  const { kind, passed, data } = report;
  const text = JSON.stringify({ schemaVersion: SCHEMA_VERSION, kind, passed, data }, checked, 2);
  return `${text.replace(OBEYED, escaped)}\n`;
}

/** JSON would write null for NaN without a word; a figure that is no number is a bug. */
function checked(key: string, value: unknown): unknown {
  if (typeof value === 'number' && !Number.isFinite(value)) throw new RangeError(`"${key}" is ${value}`);
  return typeof value === 'number' ? certainDigits(value) : value;
}

function escaped(character: string): string {
  return `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`;
}
