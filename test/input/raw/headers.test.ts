import { expect, test } from 'vitest';
import { headerMatcher } from '../../../src/input/columns.ts';
import { ACTIVITY, CUSTOMERS, MEMBERS, TRANSACTIONS } from '../../../src/input/raw/kinds.ts';

const personColumn = (
  kind: typeof MEMBERS | typeof TRANSACTIONS | typeof ACTIVITY | typeof CUSTOMERS,
  header: string[],
) => headerMatcher(kind.name, kind.columns).match(header).columns.get('person_id')?.header;

test('"id" is a person in a list of people', () => {
  expect(personColumn(MEMBERS, ['id', 'created_at'])).toBe('id');
  expect(personColumn(CUSTOMERS, ['id', 'created_at'])).toBe('id');
});

test('"Id" of an order is not offered as the person either', () => {
  const { complaints } = headerMatcher('transactions', TRANSACTIONS.columns).match(['Email', 'Id', 'Date', 'Total']);
  expect(complaints.map(({ code, remedy }) => [code, remedy.includes('person_id=Id')])).toEqual([
    ['COLUMN_MISSING', false],
  ]);
});

test('"id" is an order or a post, and no person, in a list of those', () => {
  expect(personColumn(TRANSACTIONS, ['Id', 'Email', 'Created at', 'Total'])).toBeUndefined();
  expect(personColumn(TRANSACTIONS, ['id', 'customer_id', 'created', 'amount'])).toBe('customer_id');
  expect(personColumn(ACTIVITY, ['id', 'user_id', 'created_at'])).toBe('user_id');
});
