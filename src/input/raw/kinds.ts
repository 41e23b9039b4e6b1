import { valueMissing } from '../../errors/row.ts';
import {
  type ActivityRecord,
  activityRow,
  type CustomerRecord,
  customerRow,
  type MemberRecord,
  memberRow,
} from '../../schema/members.ts';
import { isRequired } from '../../schema/parts.ts';
import { type TransactionRecord, transactionRow } from '../../schema/transactions.ts';
import type { Kind, KindColumn } from '../kind.ts';
import { amounts, currencies, ids, names } from '../kind-columns.ts';
import { lines } from '../names/cohorts.ts';
import { dayColumn } from './day-column.ts';
import { ACTIVITY_HEADERS, CUSTOMER_HEADERS, MEMBER_HEADERS, TRANSACTION_HEADERS } from './headers.ts';

type Reader = KindColumn['reader'];

/** Days, in whichever spelling and zone. */
export const days: Reader = ({ options }) => dayColumn(options.dateOrder, options.timezone);

/** The column of persons: as written, since whether two that look alike are one person is not for the reader to say. */
export const personColumn = (aliases: KindColumn['aliases']) =>
  ({ name: 'person_id', key: 'personId', aliases, required: true, kept: true, text: true, reader: ids }) as const;

/** Member lists. The column of joining is required; a blank cell in it is somebody who never joined. */
export const MEMBERS: Kind<MemberRecord, 'members'> = {
  name: 'members',
  columns: [
    personColumn(MEMBER_HEADERS.person_id),
    { name: 'joined', key: 'joined', aliases: MEMBER_HEADERS.joined, required: true, kept: true, reader: days },
    { name: 'left', key: 'left', aliases: MEMBER_HEADERS.left, required: false, kept: true, reader: days },
    {
      name: 'contributed',
      key: 'contributed',
      aliases: MEMBER_HEADERS.contributed,
      required: false,
      kept: true,
      reader: days,
    },
  ],
  schema: memberRow,
  complain: valueMissing,
};

const transactionColumn = (
  name: keyof typeof TRANSACTION_HEADERS,
  key: keyof TransactionRecord,
  reader: Reader,
): KindColumn => ({
  name,
  key,
  reader,
  aliases: TRANSACTION_HEADERS[name],
  required: isRequired(transactionRow, key),
  kept: true,
});

export const TRANSACTIONS: Kind<TransactionRecord, 'transactions'> = {
  name: 'transactions',
  columns: [
    { ...transactionColumn('person_id', 'personId', ids), text: true },
    transactionColumn('date', 'date', days),
    { ...transactionColumn('amount', 'amount', amounts), money: true },
    transactionColumn('line', 'line', names('line', lines)),
    transactionColumn('currency', 'currency', currencies),
  ],
  schema: transactionRow,
  complain: valueMissing,
};

/** Logs of contributions. */
export const ACTIVITY: Kind<ActivityRecord, 'activity'> = {
  name: 'activity',
  columns: [
    personColumn(ACTIVITY_HEADERS.person_id),
    { name: 'date', key: 'date', aliases: ACTIVITY_HEADERS.date, required: true, kept: true, reader: days },
  ],
  schema: activityRow,
  complain: valueMissing,
};

export const CUSTOMERS: Kind<CustomerRecord, 'customers'> = {
  name: 'customers',
  columns: [
    personColumn(CUSTOMER_HEADERS.person_id),
    { name: 'since', key: 'since', aliases: CUSTOMER_HEADERS.since, required: true, kept: true, reader: days },
  ],
  schema: customerRow,
  complain: valueMissing,
};
