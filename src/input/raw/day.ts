import { monthNumber } from '../names/months.ts';
import type { DateOrder } from '../options.ts';

/** What a text says: a day (`2024-01-31`), a different one for each order of day, month and year, or none. */
export type DayReading =
  | { readonly kind: 'day'; readonly day: string }
  | { readonly kind: 'orders'; readonly orders: Readonly<Partial<Record<DateOrder, string>>> }
  | { readonly kind: 'refused' };

const REFUSED = { kind: 'refused' } as const satisfies DayReading;

/** Days that a raw export may hold; what lies outside is a slip of the pen. */
const FIRST_YEAR = 1900;
const LAST_YEAR = 2199;
const LONGEST = 60;

const TIME_OF_DAY =
  /(?:T|,? +(?:at |um )?)\d{1,2}:\d{2}(?::\d{2}(?:[.,]\d{1,9})?)?(?: ?[ap]\.?m\.?)?(?: ?(?:Z|UTC|GMT|CES?T|BST|[ECMP][SD]T|(?:UTC|GMT)?[+-]\d{2}:?(?:\d{2})?))?$/i;
const YEAR_FIRST = /^(\d{4})([-/.])(\d{1,2})\2(\d{1,2})\.?$/;
const COMPACT = /^(\d{4})(\d{2})(\d{2})$/;
const THREE_NUMBERS = /^(\d{1,2})([-/.]) ?(\d{1,2})\2 ?(\d{4}|\d{2})$/;
const WEEKDAY = /^\p{L}+\.?, +/u;
const DAY_NAME = /^(\d{1,2})(?:\.|st|nd|rd|th|er|º|°)?[ /.-]*(?:de )?(\p{L}+)\.?[ /.,-]*(?:de )?(\d{4})$/u;
const NAME_DAY = /^(\p{L}+)\.? +(\d{1,2})(?:st|nd|rd|th)?,? +(\d{4})$/u;

/** A time whose zone is named, so that its day is another one elsewhere. */
const INSTANT =
  /^(\d{4}-\d{2}-\d{2})[T ](\d{2}:\d{2}(?::\d{2}(?:\.\d{1,9})?)?) ?(?:(Z|UTC|GMT)|([+-]\d{2}):?(\d{2})?)$/i;

/** Gives the day in a time zone of a text that names time and zone; undefined for any other text. */
export function dayInZone(timezone: string): (text: string) => string | undefined {
  const days = new Intl.DateTimeFormat('en-CA', {
    timeZone: timezone,
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
  });
  return (text) => {
    const match = INSTANT.exec(text.trim());
    if (match === null) return undefined;
    const [, day, time, zulu, hours, minutes = '00'] = match;
    const instant = Date.parse(`${day}T${time}${zulu === undefined ? `${hours}:${minutes}` : 'Z'}`);
    return Number.isNaN(instant) ? undefined : days.format(instant);
  };
}

/** Reads a date in any of the known spellings; a time of day behind it is left out, and its zone with it. */
export function readDay(text: string): DayReading {
  const whole = text.replace(/[\s\u00A0\u202F]+/g, ' ').trim();
  if (whole.length > LONGEST) return REFUSED;
  const day = whole.replace(TIME_OF_DAY, '');
  const yearFirst = YEAR_FIRST.exec(day);
  if (yearFirst !== null) return dayAt(yearFirst[1]!, yearFirst[3]!, yearFirst[4]!);
  const compact = COMPACT.exec(day);
  if (compact !== null) return dayAt(compact[1]!, compact[2]!, compact[3]!);
  const three = THREE_NUMBERS.exec(day);
  return three === null ? inNames(day.replace(WEEKDAY, '')) : inOrders(three[1]!, three[3]!, three[4]!);
}

function inNames(text: string): DayReading {
  const [, dayFirst, name, year] = DAY_NAME.exec(text) ?? [];
  const [, nameFirst, dayAfter, yearAfter] = NAME_DAY.exec(text) ?? [];
  const month = monthNumber(name ?? nameFirst ?? '');
  if (month === undefined) return REFUSED;
  return dayAt(year ?? yearAfter!, String(month), dayFirst ?? dayAfter!);
}

/** `03/04/2024` by the orders under which it is a date; one whose readings agree is clear. */
function inOrders(a: string, b: string, c: string): DayReading {
  const orders: Partial<Record<DateOrder, string>> = {};
  const add = (order: DateOrder, y: string, m: string, d: string) => {
    const reading = dayAt(y.length === 2 ? `${Number(y) < 70 ? '20' : '19'}${y}` : y, m, d);
    if (reading.kind === 'day') orders[order] = reading.day;
  };
  add('dmy', c, b, a);
  add('mdy', c, a, b);
  if (c.length === 2 && a.length === 2) add('ymd', a, b, c);
  return Object.keys(orders).length === 0 ? REFUSED : { kind: 'orders', orders };
}

function dayAt(y: string, m: string, d: string): DayReading {
  const [year, month, day] = [Number(y), Number(m), Number(d)];
  if (year < FIRST_YEAR || year > LAST_YEAR || month < 1 || month > 12) return REFUSED;
  if (day < 1 || day > daysIn(year, month)) return REFUSED;
  return { kind: 'day', day: `${y}-${m.padStart(2, '0')}-${d.padStart(2, '0')}` };
}

function daysIn(year: number, month: number): number {
  const leap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
  return month === 2 ? (leap ? 29 : 28) : [4, 6, 9, 11].includes(month) ? 30 : 31;
}
