/** Days of the proleptic Gregorian calendar as whole numbers, so that they can be counted. */

/** From 0000-03-01, where a year begins whose last day is the leap day, to 1970-01-01. */
const TO_1970 = 719_468;
const DAYS_IN_400_YEARS = 146_097;

/** Days since 1970-01-01 of a day such as `2024-01-31`. */
export function dayNumber(day: string): number {
  const [y, m, d] = [Number(day.slice(0, 4)), Number(day.slice(5, 7)), Number(day.slice(8, 10))];
  const year = m > 2 ? y : y - 1;
  const month = (m + 9) % 12;
  return daysBefore(year) + monthStart(month) + d - 1 - TO_1970;
}

/** The day such as `2024-01-31` that lies so many days after 1970-01-01. */
export function dayText(number: number): string {
  const days = number + TO_1970;
  // A first guess by the mean length of a year is at most one off.
  const guess = Math.floor((days * 400) / DAYS_IN_400_YEARS);
  const year = daysBefore(guess + 1) <= days ? guess + 1 : daysBefore(guess) > days ? guess - 1 : guess;
  const inYear = days - daysBefore(year);
  const month = Math.floor((5 * inYear + 2) / 153);
  const [m, d] = [((month + 2) % 12) + 1, inYear - monthStart(month) + 1];
  const two = (part: number) => String(part).padStart(2, '0');
  return `${String(m > 2 ? year : year + 1).padStart(4, '0')}-${two(m)}-${two(d)}`;
}

/** Days from 0000-03-01 to the first of March of a year. */
function daysBefore(year: number): number {
  return 365 * year + Math.floor(year / 4) - Math.floor(year / 100) + Math.floor(year / 400);
}

/** Days from the first of March to the first of a month, March being 0. */
function monthStart(month: number): number {
  return Math.floor((153 * month + 2) / 5);
}
