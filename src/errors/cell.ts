import type { Complaint } from './problem.ts';
import { oneOf, written } from './written.ts';

/** Every message about one cell of an input file. */

export const amountInvalid = (value: string): Complaint => ({
  code: 'AMOUNT_INVALID',
  message: `${written(value)} is not an amount`,
  remedy: 'Write it in digits, such as 1234.56, $1,234.56 or 1.234,56 €.',
});

export const amountAmbiguous = (value: string): Complaint => {
  const digits = value.replace(/[^\d.,]/g, '');
  return {
    code: 'AMOUNT_AMBIGUOUS',
    message: `cannot tell whether ${written(value)} is ${digits.replace('.', ',')} or ${digits.replace(',', '.')}`,
    remedy: 'Nothing else in the column decides. Add --decimal , (or --decimal .)',
  };
};

export const amountMixed = (value: string, other: string, line: number): Complaint => ({
  code: 'AMOUNT_MIXED',
  message: `${written(value)} does not go with ${written(other)} on line ${line}: one has a decimal comma, one a decimal point`,
  remedy: 'Write the whole column in one way.',
});

export const amountAgainstOption = (value: string, decimal: string): Complaint => ({
  code: 'AMOUNT_MIXED',
  message: `${written(value)} does not have "${decimal}" as its decimal mark`,
  remedy: `Correct it, or leave out --decimal ${decimal}`,
});

export const countInvalid = (value: string): Complaint => ({
  code: 'COUNT_INVALID',
  message: `${written(value)} is not a whole number`,
  remedy: 'Write it in digits, such as 1750 or 1,750.',
});

export const countNegative = (value: string): Complaint => ({
  code: 'COUNT_NEGATIVE',
  message: `${written(value)} is below 0`,
  remedy: 'People are counted from 0 upwards.',
});

export const sampleRange = (value: string): Complaint => ({
  code: 'SAMPLE_RANGE',
  message: `a sample of ${written(value)} is none`,
  remedy: 'Write how many people the mean was taken from, or leave the cell blank.',
});

export const sdNegative = (value: string): Complaint => ({
  code: 'SD_NEGATIVE',
  message: `a standard deviation of ${written(value)} is below 0`,
  remedy: 'Write how much spending differs from person to person, as an amount of money.',
});

export const shareInvalid = (value: string): Complaint => ({
  code: 'SHARE_INVALID',
  message: `${written(value)} is not a share`,
  remedy: 'Write it as 20% or as 0.2.',
});

export const shareUnclear = (value: string): Complaint => ({
  code: 'SHARE_UNCLEAR',
  message: `cannot tell whether ${written(value)} is ${value.trim()}% or a mistake`,
  remedy: `Write ${value.trim()}% or the fraction, such as 20% or 0.2.`,
});

export const shareRange = (value: string): Complaint => ({
  code: 'SHARE_RANGE',
  message: `a share of ${written(value)} is not above 0% and at most 100%`,
  remedy: 'Write the part that belongs to the community, as 20% or as 0.2; leave the cell blank for all of it.',
});

export const lifeInvalid = (value: string): Complaint => ({
  code: 'LIFE_INVALID',
  message: `${written(value)} is not a number of years`,
  remedy: 'Write it in digits, such as 4 or 2.5.',
});

export const lifeRange = (value: string, longest: number): Complaint => ({
  code: 'LIFE_RANGE',
  message: `a useful life of ${written(value)} years is not above 0 and at most ${longest}`,
  remedy: 'Write the years that the cost is spread over, or leave the cell blank for the default.',
});

export const periodInvalid = (value: string): Complaint => ({
  code: 'PERIOD_INVALID',
  message: `${written(value)} is not a month, a quarter, a year or a date`,
  remedy: 'Write it as 2024-01, 2024-Q1, 2024 or 2024-01-31.',
});

export const periodSerial = (value: string): Complaint => ({
  code: 'PERIOD_INVALID',
  message: `${written(value)} looks like the number that a spreadsheet keeps a date as`,
  remedy: 'Format the column as a date and export it again, or name the .xlsx file itself.',
});

export const periodWeek = (value: string): Complaint => ({
  code: 'PERIOD_INVALID',
  message: `${written(value)} is a week`,
  remedy: 'Weeks do not add up to months: export by month, by quarter or by year.',
});

export const periodWithoutYear = (value: string): Complaint => ({
  code: 'PERIOD_INVALID',
  message: `${written(value)} does not say which year, or not in four digits`,
  remedy: 'Write the year in four digits, such as Jan 2024 or 2024-01-31.',
});

export const dateAmbiguous = (value: string, readings: readonly string[]): Complaint => ({
  code: 'DATE_AMBIGUOUS',
  message: `cannot tell whether ${written(value)} lies in ${oneOf(readings)}`,
  remedy: 'No date in the column decides. Add --date-order dmy (or mdy, or ymd).',
});

export const dateMixed = (value: string, other: string, line: number): Complaint => ({
  code: 'DATE_MIXED',
  message: `${written(value)} does not go with ${written(other)} on line ${line}: day, month and year change places`,
  remedy: 'Write the whole column in one way, best as 2024-01-31.',
});

export const dateAgainstOption = (value: string, order: string): Complaint => ({
  code: 'DATE_MIXED',
  message: `${written(value)} is no date in the order ${order}`,
  remedy: `Correct it, or leave out --date-order ${order}`,
});

export const nameUnknown = (
  what: string,
  value: string,
  suggestion: string | undefined,
  names: readonly string[],
): Complaint => ({
  code: `${what.toUpperCase().replaceAll(' ', '_')}_UNKNOWN`,
  message: `${written(value)} is not a ${what}`,
  remedy: `${suggestion === undefined ? '' : `Did you mean "${suggestion}"? `}It is one of ${oneOf(names)}.`,
});

export const groupInvalid = (value: string): Complaint => ({
  code: 'GROUP_INVALID',
  message: `${written(value)} is not a group of the jackknife`,
  remedy: 'Write two hexadecimal digits, 00 to ff: the first two of md5(person id).',
});

export const currencyUnknown = (value: string): Complaint => ({
  code: 'CURRENCY_UNKNOWN',
  message: `${written(value)} is not a currency`,
  remedy: 'Write its code of three letters, such as EUR, USD or GBP.',
});

export const currencySecond = (code: string, first: string, where: string): Complaint => ({
  code: 'CURRENCY_SECOND',
  message: `the amount is in ${code}, but others are in ${first} (${where})`,
  remedy: 'Convert the amounts into one currency first.',
});

export const currencyUnclear = (mark: string, codes: readonly string[]): Complaint => ({
  code: 'CURRENCY_UNCLEAR',
  message: `cannot tell whether ${written(mark)} is ${oneOf(codes)}`,
  remedy: 'Add a column "currency" with the code.',
});
