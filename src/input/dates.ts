import { month, type Period, parsePeriod, quarter, year } from '../core/period.ts';
import { monthNumber } from './names/months.ts';
import type { DateOrder } from './options.ts';

/** What a text says about time: a period, or a different one for each order that day, month and year may have. */
export type DateReading =
  | { readonly kind: 'period'; readonly period: Period }
  | { readonly kind: 'orders'; readonly orders: Readonly<Partial<Record<DateOrder, Period>>> }
  | { readonly kind: 'refused'; readonly why: 'not a date' | 'serial' | 'week' | 'no year' };

const REFUSED = { kind: 'refused', why: 'not a date' } as const satisfies DateReading;

/** The years that a community may have a period in; what lies outside is a slip of the pen. */
const FIRST_YEAR = 1900;
const LAST_YEAR = 2199;
const LONGEST = 60;

const TIME_OF_DAY =
  /(?:T|,? +(?:at |um )?)\d{1,2}:\d{2}(?::\d{2}(?:[.,]\d{1,9})?)?(?: ?[ap]\.?m\.?)?(?: ?(?:Z|UTC|GMT|CES?T|BST|[ECMP][SD]T|(?:UTC|GMT)?[+-]\d{2}:?\d{2}))?$/i;
const YEAR_FIRST = /^(\d{4})([-/.])(\d{1,2})(?:\2(\d{1,2}))?\.?$/;
const COMPACT = /^(\d{4})(\d{2})(\d{2})?$/;
const MONTH_YEAR = /^(\d{1,2})[-/.](\d{4})$/;
const THREE_NUMBERS = /^(\d{1,2})([-/.]) ?(\d{1,2})\2 ?(\d{4}|\d{2})$/;
const QUARTER_FIRST =
  /^(?:[QTK] ?([1-4])|([1-4])(?:\.|er|ème|e|º|°|st|nd|rd|th)? ?(?:[QTK]|quarter|quartal|trimestre|kwartaal))[ /.-]*(?:de )?(\d{4})$/i;
const QUARTER_LAST = /^(\d{4})[ /.-]*(?:[QTK] ?([1-4])|([1-4])[QTK])$/i;
const WEEK = /^\d{4}[ /-]?W\d{1,2}|^W(?:eek)? ?\d{1,2}\b|^KW ?\d{1,2}\b/i;
const SERIAL = /^[2-7]\d{4}(?:[.,]\d+)?$/;
/** A word before a comma, where the month comes as a word too: in `January, 2024` it is the month. */
const WEEKDAY = /^\p{L}+\.?, +(?=.*\p{L})/u;
const NAMED =
  /^(?:(\d{1,2})(?:\.|st|nd|rd|th|er|º|°)?[ /.-]*(?:de )?)?(\p{L}+)\.?[ /.,-]*(?:(\d{1,2})(?:st|nd|rd|th)?,? +)?(?:de )?(\d{4})$/u;
/** `31-Jan-24` and `Jan-24`, as spreadsheets shorten them. `Jan 24` may be a day, and is not taken. */
const NAMED_SHORT = /^(?:(\d{1,2})[ .-]?)?(\p{L}+)\.?(?:[-/]| ?['’])(\d{2})$/u;
const YEAR_NAMED = /^(\d{4})[ /.,-]*(\p{L}+)\.?(?:[ /.-]*(\d{1,2}))?$/u;
const DAY_AND_NAME = /^(?:\d{1,2}[ .-]*\p{L}+\.?|\p{L}+\.? \d{1,2})$/u;

/** Reads a month, quarter, year or date in any of the known spellings. */
export function readDate(text: string): DateReading {
  const whole = text.replace(/[\s\u00A0\u202F]+/g, ' ').trim();
  if (whole.length > LONGEST) return REFUSED;
  const canonical = parsePeriod(whole);
  if (canonical !== undefined) return inRange(canonical);
  const day = whole.replace(TIME_OF_DAY, '');
  return inNumbers(day) ?? inQuarters(day) ?? inNames(day) ?? refuse(day);
}

function inNumbers(text: string): DateReading | undefined {
  const yearFirst = YEAR_FIRST.exec(text);
  if (yearFirst !== null) {
    const [, y, mark, m, d] = yearFirst;
    // A spreadsheet that takes 2024.10 for a number shows 2024.1, which would then be January.
    if (d === undefined && mark === '.' && m?.length === 1) return REFUSED;
    return monthAt(y, m, d);
  }
  const compact = COMPACT.exec(text);
  if (compact !== null) {
    const [, y, m, d] = compact;
    // 201012 may be December 2010 or the 20th of October 2012.
    if (d === undefined && Number(y) % 100 <= 12) return REFUSED;
    return d === undefined && Number(m) > 12 ? undefined : monthAt(y, m, d);
  }
  const monthYear = MONTH_YEAR.exec(text);
  if (monthYear !== null) return monthAt(monthYear[2], monthYear[1]);
  const three = THREE_NUMBERS.exec(text);
  return three === null ? undefined : inOrders(three[1]!, three[3]!, three[4]!);
}

/** `03/04/2024` by the orders under which it is a date; one whose readings agree is clear. */
function inOrders(a: string, b: string, c: string): DateReading {
  const orders: Partial<Record<DateOrder, Period>> = {};
  const add = (order: DateOrder, y: string, m: string, d: string) => {
    const reading = monthAt(y.length === 2 ? centuryOf(y) : y, m, d);
    if (reading.kind === 'period') orders[order] = reading.period;
  };
  add('dmy', c, b, a);
  add('mdy', c, a, b);
  if (c.length === 2 && a.length === 2) add('ymd', a, b, c);
  return Object.keys(orders).length === 0 ? REFUSED : { kind: 'orders', orders };
}

function inQuarters(text: string): DateReading | undefined {
  const first = QUARTER_FIRST.exec(text);
  if (first !== null) return inRange(quarter(Number(first[3]), Number(first[1] ?? first[2])));
  const last = QUARTER_LAST.exec(text);
  return last === null ? undefined : inRange(quarter(Number(last[1]), Number(last[2] ?? last[3])));
}

function inNames(text: string): DateReading | undefined {
  const day = text.replace(WEEKDAY, '');
  const named = NAMED.exec(day);
  if (named !== null) {
    const [, dayBefore, name = '', dayAfter, y = ''] = named;
    const m = monthNumber(name);
    if (m === undefined || (dayBefore !== undefined && dayAfter !== undefined)) return undefined;
    return monthAt(y, String(m), dayBefore ?? dayAfter);
  }
  const short = NAMED_SHORT.exec(day);
  if (short !== null) {
    const m = monthNumber(short[2]!);
    return m === undefined ? undefined : monthAt(centuryOf(short[3]!), String(m), short[1]);
  }
  const yearFirst = YEAR_NAMED.exec(day);
  const m = yearFirst === null ? undefined : monthNumber(yearFirst[2]!);
  return m === undefined ? undefined : monthAt(yearFirst![1], String(m), yearFirst![3]);
}

function refuse(text: string): DateReading {
  if (WEEK.test(text)) return { kind: 'refused', why: 'week' };
  if (SERIAL.test(text)) return { kind: 'refused', why: 'serial' };
  const name = /\p{L}+/u.exec(text)?.[0];
  const noYear =
    name === undefined ? /^\d{1,2}[-/.]\d{1,2}\.?$/.test(text) : DAY_AND_NAME.test(text) && monthNumber(name);
  return noYear ? { kind: 'refused', why: 'no year' } : REFUSED;
}

function monthAt(y: string | undefined, m: string | undefined, d?: string): DateReading {
  const [yearNumber, monthOfYear] = [Number(y), Number(m)];
  if (monthOfYear < 1 || monthOfYear > 12) return REFUSED;
  if (d !== undefined && (Number(d) < 1 || Number(d) > daysIn(yearNumber, monthOfYear))) return REFUSED;
  return inRange(month(yearNumber, monthOfYear));
}

function inRange(period: Period): DateReading {
  const perYear = { month: 12, quarter: 4, year: 1 }[period.unit];
  const within = period.index >= year(FIRST_YEAR).index * perYear && period.index < (LAST_YEAR + 1) * perYear;
  return within ? { kind: 'period', period } : REFUSED;
}

function daysIn(y: number, m: number): number {
  const leap = (y % 4 === 0 && y % 100 !== 0) || y % 400 === 0;
  return m === 2 ? (leap ? 29 : 28) : [4, 6, 9, 11].includes(m) ? 30 : 31;
}

/** Two digits as spreadsheets read them: 00–69 are 2000–2069. */
function centuryOf(twoDigits: string): string {
  return `${Number(twoDigits) < 70 ? '20' : '19'}${twoDigits}`;
}
