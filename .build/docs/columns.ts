/** What a column holds, for the reader of `docs/files.md`. */
export interface ColumnText {
  readonly holds: string;
  readonly example: string;
}

const PERIOD = 'month, quarter or year';
const CURRENCY: ColumnText = { holds: 'code of the currency of the row', example: 'EUR' };
const NOTE = 'for your own use; not read';

/** Every column by file and name; whether it is required is the reader's to say. */
export const COLUMN_TEXTS: Readonly<Record<string, Readonly<Record<string, ColumnText>>>> = {
  costs: {
    period: { holds: `${PERIOD} in which the cost falls, or begins`, example: '2024-01' },
    category: { holds: 'kind of cost; see below', example: 'staff' },
    amount: { holds: 'money; a credit is negative', example: '4500.00' },
    until: { holds: 'last period of a cost that comes again in every period', example: '2024-12' },
    item: { holds: NOTE, example: 'Hosting' },
    share: { holds: 'part of the amount that the community causes; blank means all of it', example: '20%' },
    useful_life_years: { holds: 'years that a one-off cost is spread over; blank means `--life`', example: '4' },
    currency: CURRENCY,
  },
  spend: {
    period: { holds: PERIOD, example: '2024-01' },
    cohort: { holds: '`non_member`, `newcomer`, `lurker` or `active`', example: 'active' },
    people: { holds: 'customers of the cohort, buyers or not', example: '1750' },
    person_id: { holds: 'one person, in a file of persons', example: 'u-1027' },
    spend: { holds: 'money that they spent together', example: '227500.00' },
    spend_per_person: { holds: 'money that each of them spent on average', example: '130.00' },
    spend_sd: { holds: 'standard deviation of spending between people, in money', example: '85.20' },
    sample_size: { holds: 'people behind the mean, where it comes from a survey or a sample', example: '100' },
    line: { holds: 'what the money went to: `existing` or `new` products', example: 'existing' },
    retained: { holds: 'customers of the cohort who stayed', example: '1610' },
    group: { holds: 'group of the people, `00` to `ff`, in a file added up by group', example: '3f' },
    currency: CURRENCY,
  },
  returns: {
    period: { holds: PERIOD, example: '2024-01' },
    source: { holds: 'where the return comes from', example: 'Advertising' },
    amount: { holds: 'money', example: '1200.00' },
    kind: { holds: '`revenue` or `saving`; blank means revenue', example: 'saving' },
    attribution: { holds: 'part that is put down to the community; blank means all of it', example: '60%' },
    note: { holds: NOTE, example: 'from the shop' },
    currency: CURRENCY,
  },
  member_ledger: {
    period: { holds: `${PERIOD} in which it was given`, example: '2024-01' },
    kind: { holds: '`hours` or `fees`', example: 'hours' },
    amount: { holds: 'hours, or money, of all members together', example: '310' },
    note: { holds: NOTE, example: 'answers' },
    currency: CURRENCY,
  },
  recognition: {
    person_id: { holds: 'who was recognised', example: 'u-1027' },
    date: { holds: 'when; a day stands for its month', example: '2024-01-31' },
    what: { holds: 'what was given, in your own words', example: 'Helper badge' },
    value: { holds: 'what it was worth, in money; not added to the rewards', example: '80.00' },
    currency: CURRENCY,
  },
  events: {
    person_id: { holds: 'who attended', example: 'u-1027' },
    date: { holds: 'the day; a time behind it is left out', example: '2024-01-31' },
    event: { holds: 'name or kind of the event, to break the report down by', example: 'Workshop' },
  },
};
