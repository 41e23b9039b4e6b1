import { hoursNegative, ledgerReward } from '../../errors/member-ledger.ts';
import { valueMissing } from '../../errors/row.ts';
import { type LedgerRecord, ledgerRow, type RecognitionRecord, recognitionRow } from '../../schema/member-ledger.ts';
import { isRequired } from '../../schema/parts.ts';
import type { Kind, KindColumn } from '../kind.ts';
import { amounts, currencies, ids, names, periods, texts } from '../kind-columns.ts';
import { categories } from '../names/categories.ts';
import type { LedgerKind } from '../options.ts';
import { GIVEN_ALIASES, givenKinds, LEDGER_HEADERS, RECOGNITION_HEADERS } from './headers.ts';

const ledgerColumn = (
  name: keyof typeof LEDGER_HEADERS,
  reader: KindColumn['reader'],
  more: Partial<KindColumn> = {},
): KindColumn => ({
  name,
  key: name,
  reader,
  aliases: LEDGER_HEADERS[name],
  required: isRequired(ledgerRow.whole, name),
  kept: true,
  ...more,
});

/** What members give. Rewards are refused: they stand in the costs, and would count twice. */
const kinds: KindColumn['reader'] = (context) => {
  const column = names('kind', givenKinds)(context);
  return {
    ...column,
    read(cell, line) {
      const isReward = givenKinds.find(String(cell)) === undefined && categories.find(String(cell)) === 'rewards';
      return isReward ? ledgerReward(String(cell), Object.keys(GIVEN_ALIASES)) : column.read(cell, line);
    },
  };
};

export const MEMBER_LEDGER: Kind<LedgerRecord, LedgerKind> = {
  name: 'member_ledger',
  columns: [
    ledgerColumn('period', periods),
    ledgerColumn('kind', kinds),
    ledgerColumn('amount', amounts, { money: true }),
    ledgerColumn('note', texts, { text: true, kept: false }),
    ledgerColumn('currency', currencies),
  ],
  schema: ledgerRow.whole,
  narrow: ledgerRow.only,
  complain: (code, key, written) => (code === 'HOURS_NEGATIVE' ? hoursNegative(written(key)) : valueMissing()),
};

const recognitionColumn = (
  name: keyof typeof RECOGNITION_HEADERS,
  key: keyof RecognitionRecord,
  reader: KindColumn['reader'],
  more: Partial<KindColumn> = {},
): KindColumn => ({
  name,
  key,
  reader,
  aliases: RECOGNITION_HEADERS[name],
  required: isRequired(recognitionRow.whole, key),
  kept: true,
  ...more,
});

export const RECOGNITION: Kind<RecognitionRecord, LedgerKind> = {
  name: 'recognition',
  columns: [
    recognitionColumn('person_id', 'personId', ids, { text: true }),
    recognitionColumn('date', 'date', periods),
    recognitionColumn('what', 'what', texts, { text: true }),
    recognitionColumn('value', 'value', amounts, { money: true }),
    recognitionColumn('currency', 'currency', currencies),
  ],
  schema: recognitionRow.whole,
  narrow: recognitionRow.only,
  complain: valueMissing,
};
