const PERIOD = /^(\d{4})-(?:Q([1-4])|(\d\d)(?:-(\d\d))?)$/;

const MONTH: Intl.DateTimeFormatOptions = { year: 'numeric', month: 'short', timeZone: 'UTC' };
const DAY: Intl.DateTimeFormatOptions = { year: 'numeric', month: '2-digit', day: '2-digit', timeZone: 'UTC' };

/** A period as the locale writes it: `Jan. 2024`, `31.01.2024`; a year, and what is no period, as it is. */
export function localePeriod(text: string, locale: string): string {
  const [, year = '', quarter, month, day] = PERIOD.exec(text) ?? [];
  if (quarter !== undefined) return `Q${quarter} ${year}`;
  if (month === undefined || Number(month) < 1 || Number(month) > 12) return text;
  const at = DAY_MS * dayNumber(Number(year), Number(month), Number(day ?? 1));
  return formatterFor(locale, day === undefined ? MONTH : DAY).format(at);
}

const DAY_MS = 86_400_000;

/** Days since 1970-01-01 in the calendar that we use, years beginning in March so that leap days come last. */
function dayNumber(year: number, month: number, day: number): number {
  const shifted = month > 2 ? year : year - 1;
  const ofYear = Math.floor((153 * (month > 2 ? month - 3 : month + 9) + 2) / 5) + day - 1;
  const leapDays = Math.floor(shifted / 4) - Math.floor(shifted / 100) + Math.floor(shifted / 400);
  return 365 * shifted + leapDays + ofYear - 719_468;
}

const formatters = new Map<string, Intl.DateTimeFormat>();

function formatterFor(locale: string, style: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = `${locale} ${style.day ?? ''}`;
  const formatter = formatters.get(key) ?? new Intl.DateTimeFormat(locale, style);
  formatters.set(key, formatter);
  return formatter;
}
