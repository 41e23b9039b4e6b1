import { toNumber } from '../../src/core/money.ts';
import { formatPeriod } from '../../src/core/period.ts';
import type { Complaint } from '../../src/errors/problem.ts';
import { amountColumn } from '../../src/input/amount-column.ts';
import { isComplaint, UNCLEAR } from '../../src/input/column.ts';
import { countColumn } from '../../src/input/count-column.ts';
import { dateColumn } from '../../src/input/date-column.ts';
import { shareColumn } from '../../src/input/share-column.ts';
import { markdownTable } from './page.ts';

/** How cells may be written. Each list is one value; the readers say which. */
type Spellings = readonly string[];

const PERIODS: readonly Spellings[] = [
  ['2024-01', '2024-01-31', '2024/01', '01/2024', '31/01/2024', '01/31/2024', '31.01.2024', '2024-01-31T08:30:00Z'],
  ['Jan 2024', 'January 2024', '31 January 2024', '31-Jan-24', 'Januar 2024', 'janvier 2024', 'enero de 2024'],
  ['2024-Q1', 'Q1 2024', '1. Quartal 2024', 'T1 2024'],
  ['2024'],
];

const AMOUNTS: readonly Spellings[] = [
  ['1234.56', '1,234.56', '1.234,56', '1 234,56', "1'234.56", '$1,234.56', '1.234,56 €', 'EUR 1234.56'],
  ['-12', '−12', '12-', '(12.00)', '-$12.00'],
  ['12,34,567.89'],
];

const SHARES: readonly Spellings[] = [['20%', '20 %', '0.2', '0,2'], ['33.3%']];

const PEOPLE: readonly Spellings[] = [['1750', '1,750', '1.750', '1 750']];

export function periodTable(): string {
  return tableOf(PERIODS, (text) => formatPeriod(readAlone(text, dateColumn(undefined))));
}

export function amountTable(): string {
  const column = () => amountColumn(undefined, () => {});
  const read = (text: string) => toNumber(readAlone(text, column()));
  return tableOf(AMOUNTS, (text) => read(text).toLocaleString('en-US', { minimumFractionDigits: 2 }));
}

export function shareTable(): string {
  return tableOf(SHARES, (text) => `${Number((Number(readAlone(text, shareColumn())) * 100).toFixed(6))}%`);
}

export function peopleTable(): string {
  return tableOf(PEOPLE, (text) => Number(readAlone(text, countColumn(undefined))).toLocaleString('en-US'));
}

interface Column<T> {
  read(cell: string, line: number): T | Complaint | typeof UNCLEAR;
  close(): void;
}

/** What a column makes of a cell that stands alone in it. */
function readAlone<T>(text: string, column: Column<T>): T {
  const value = column.read(text, 2);
  if (value === UNCLEAR || isComplaint(value)) throw new Error(`"${text}" cannot be read alone`);
  return value as T;
}

function tableOf(lists: readonly Spellings[], read: (text: string) => string): string {
  const rows = lists.map((texts) => {
    const values = new Set(texts.map(read));
    if (values.size !== 1) throw new Error(`${texts.join(', ')} are read as ${[...values].join(', ')}`);
    return [texts.map((text) => `\`${text}\``).join(', '), [...values].join('')];
  });
  return markdownTable(['written', 'read as'], rows);
}
