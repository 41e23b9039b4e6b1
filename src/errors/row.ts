import type { Complaint } from './problem.ts';
import { oneOf, written } from './written.ts';

/** Every message about a row of an input file as a whole. */

export const rowRagged = (cells: number, expected: number): Complaint => ({
  code: 'ROW_RAGGED',
  message: `the row has ${cells} ${cells === 1 ? 'field' : 'fields'}, the header ${expected}`,
  remedy: 'Look for a missing or an extra delimiter, or put text that holds a delimiter in quotes.',
});

export const quoteUnclosed = (): Complaint => ({
  code: 'QUOTE_UNCLOSED',
  message: 'a quotation mark opens here and is never closed',
  remedy: 'Close it, or delete it. A quotation mark inside a quoted text is written twice.',
});

export const quoteMisplaced = (): Complaint => ({
  code: 'QUOTE_MISPLACED',
  message: 'a quotation mark stands in the middle of a field',
  remedy: 'Put the whole field in quotes, and write a quotation mark inside it twice: "5"" pipe".',
});

export const recordTooLong = (): Complaint => ({
  code: 'RECORD_TOO_LONG',
  message: 'the row is longer than 16 million characters',
  remedy: 'Look for a quotation mark that is not closed.',
});

export const totalRow = (value: string): Complaint => ({
  code: 'TOTAL_ROW',
  message: `the row looks like a total (${written(value)})`,
  remedy: 'Delete it from the file: it would count everything twice.',
});

export const valueMissing = (): Complaint => ({
  code: 'VALUE_MISSING',
  message: 'the cell is blank',
  remedy: 'Fill it in. A cell without a value is not taken for 0.',
});

export const spendMissing = (): Complaint => ({
  code: 'SPEND_MISSING',
  message: 'the row has neither spend nor spend per person',
  remedy: 'Fill in one of the two. A cell without a value is not taken for 0.',
});

export const spendDisagrees = (perPerson: string, spend: string, people: string): Complaint => ({
  code: 'SPEND_DISAGREES',
  message: `${written(perPerson)} for each of ${people} people is not ${written(spend)}`,
  remedy: 'Correct one of the two, or leave one of them blank.',
});

export const personOrPeople = (people: string): Complaint => ({
  code: 'PERSON_OR_PEOPLE',
  message: `the row names a person, and ${people} people`,
  remedy: 'A row is of one person or of a cohort: leave one of the two blank.',
});

export const personTwice = (period: string): Complaint => ({
  code: 'PERSON_TWICE',
  message: `the person has a row in ${period} already`,
  remedy: 'Add up what each person spent in a period: one row per person, period and line.',
});

export const nobodySpent = (): Complaint => ({
  code: 'NOBODY_SPENT',
  message: 'there is spending, but 0 people',
  remedy: 'Correct the number of people, or delete the row.',
});

export const untilBeforePeriod = (until: string, period: string): Complaint => ({
  code: 'UNTIL_BEFORE_PERIOD',
  message: `the cost ends (${written(until)}) before it begins (${written(period)})`,
  remedy: 'Swap the two, or leave the end blank for a cost that comes once.',
});

export const untilOffStep = (until: string, period: string): Complaint => ({
  code: 'UNTIL_OFF_STEP',
  message: `a cost that comes once in each period such as ${written(period)} cannot end with ${written(until)}`,
  remedy: 'End it with the end of such a period, or write both in months.',
});

export const lifeNotOneOff = (category: string): Complaint => ({
  code: 'LIFE_NOT_ONE_OFF',
  message: `a cost of category "${category}" has no useful life`,
  remedy: 'Leave the cell blank, or make the cost one_off: only those are spread over years.',
});

export const retainedAbovePeople = (retained: string, people: string): Complaint => ({
  code: 'RETAINED_ABOVE_PEOPLE',
  message: `${retained} stayed, but there are only ${people} people`,
  remedy: 'Correct one of the two: those who stayed are among the people.',
});

export const sampleAbovePeople = (sample: string, people: string): Complaint => ({
  code: 'SAMPLE_ABOVE_PEOPLE',
  message: `the sample of ${sample} is larger than the ${people} people`,
  remedy: 'Correct one of the two: the sample is taken from the people.',
});

export const unitMixed = (period: string, first: string, where: string): Complaint => ({
  code: 'UNIT_MIXED',
  message: `${period} is not as long a period as ${first} (${where})`,
  remedy: 'Give spending by month, by quarter or by year throughout.',
});

export const cellDuplicate = (what: string, where: string): Complaint => ({
  code: 'CELL_DUPLICATE',
  message: `${what} has a row already (${where})`,
  remedy: 'Keep one row for each period and cohort, or tell them apart in a column "line".',
});

export const lineBlank = (where: string): Complaint => ({
  code: 'LINE_PARTIAL',
  message: `the line is blank, but filled in elsewhere (${where})`,
  remedy: 'Say existing or new in every row, or in none.',
});

export const lineFilled = (where: string): Complaint => ({
  code: 'LINE_PARTIAL',
  message: `the line is filled in, but blank elsewhere (${where})`,
  remedy: 'Say existing or new in every row, or in none.',
});

export const sourceReserved = (source: string): Complaint => ({
  code: 'SOURCE_RESERVED',
  message: `a return cannot come from ${written(source)}: that is a cohort`,
  remedy: `Spending of ${oneOf(['active members', 'lurkers', 'newcomers', 'non-members'], 'and')} goes into the spend file.`,
});
