import { countNegative, sampleRange, sdNegative } from '../errors/cell.ts';
import {
  nobodySpent,
  personOrPeople,
  retainedAbovePeople,
  sampleAbovePeople,
  spendDisagrees,
  spendMissing,
  valueMissing,
} from '../errors/row.ts';
import { isRequired } from '../schema/parts.ts';
import { type SpendRecord, spendRow } from '../schema/spend.ts';
import type { Kind, KindColumn } from './kind.ts';
import { amounts, counts, currencies, ids, jackknifeGroups, names, numbers, periods } from './kind-columns.ts';
import { cohorts, lines } from './names/cohorts.ts';
import { SPEND_HEADERS } from './names/headers.ts';

const column = (
  name: keyof typeof SPEND_HEADERS,
  key: keyof SpendRecord,
  reader: KindColumn['reader'],
): KindColumn => ({
  name,
  key,
  reader,
  aliases: SPEND_HEADERS[name],
  required: isRequired(spendRow.whole, key),
  kept: true,
});

/** Of these one is enough. */
const EITHER = { required: true, group: 'spend', money: true };

const WHO = { required: true, group: 'people' };

/** Spending by cohort, or by person. */
export const SPEND: Kind<SpendRecord> = {
  name: 'spend',
  columns: [
    column('period', 'period', periods),
    column('cohort', 'cohort', names('cohort', cohorts)),
    { ...column('people', 'people', counts), ...WHO },
    { ...column('person_id', 'personId', ids), ...WHO, text: true },
    { ...column('spend', 'spend', amounts), ...EITHER },
    { ...column('spend_per_person', 'spendPerPerson', amounts), ...EITHER },
    { ...column('spend_sd', 'spendSd', numbers), money: true },
    column('sample_size', 'sampleSize', counts),
    column('line', 'line', names('line', lines)),
    column('retained', 'retained', counts),
    { ...column('group', 'group', jackknifeGroups), besides: 'cohort' },
    column('currency', 'currency', currencies),
  ],
  schema: spendRow.whole,
  narrow: spendRow.only,
  complain(code, key, written) {
    if (code === 'SPEND_MISSING') return spendMissing();
    if (code === 'SPEND_DISAGREES')
      return spendDisagrees(written('spendPerPerson'), written('spend'), written('people'));
    if (code === 'PERSON_OR_PEOPLE') return personOrPeople(written('people'));
    if (code === 'NOBODY_SPENT') return nobodySpent();
    if (code === 'RETAINED_ABOVE_PEOPLE') return retainedAbovePeople(written('retained'), written('people'));
    if (code === 'SAMPLE_ABOVE_PEOPLE') return sampleAbovePeople(written('sampleSize'), written('people'));
    if (code === 'COUNT_NEGATIVE') return countNegative(written(key));
    if (code === 'SAMPLE_RANGE') return sampleRange(written(key));
    return code === 'SD_NEGATIVE' ? sdNegative(written(key)) : valueMissing();
  },
};
