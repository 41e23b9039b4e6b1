import { GROUPS } from './groups.ts';
import type { RoiInput, RoiOptions } from './input.ts';
import { formatPeriod, monthsOf } from './period.ts';
import type { CostRow, SpendCell } from './rows.ts';

/**
 * Throws RangeError for a number that would turn into NaN, or make a row vanish. The readers let none of them through;
 * this is for callers of the library.
 */
export function assertNumbers(input: RoiInput, options: RoiOptions): void {
  const { margin = 1, usefulLifeYears = 1, discountRate = 0 } = options;
  if (!isShare(margin)) throw new RangeError(`a margin lies between 0 and 1, not at ${margin}`);
  if (!isLife(usefulLifeYears)) throw new RangeError(`a useful life is longer than 0 years, not ${usefulLifeYears}`);
  if (!(discountRate > -1 && Number.isFinite(discountRate))) {
    throw new RangeError(`a discount rate lies above −1, not at ${discountRate}`);
  }
  for (const cell of input.spend) assertCell(cell);
  for (const row of input.costs) assertCost(row);
  for (const { source, attribution = 1 } of input.returns ?? []) {
    if (!isShare(attribution)) {
      throw new RangeError(`the attribution of "${source}" lies between 0 and 1, not at ${attribution}`);
    }
  }
}

function assertCell({ people, retained = 0, spendSd = 0, sampleSize = 1, group = 0 }: SpendCell): void {
  if (!isCount(people)) throw new RangeError(`people are 0 or more, not ${people}`);
  if (!isCount(retained)) throw new RangeError(`people retained are 0 or more, not ${retained}`);
  if (!isCount(spendSd)) throw new RangeError(`a standard deviation is 0 or more, not ${spendSd}`);
  if (!(sampleSize >= 1 && Number.isFinite(sampleSize))) {
    throw new RangeError(`a sample holds at least one person, not ${sampleSize}`);
  }
  if (!(Number.isInteger(group) && group >= 0 && group < GROUPS)) {
    throw new RangeError(`a group lies between 0 and ${GROUPS - 1}, not at ${group}`);
  }
}

function assertCost({ period, until, usefulLifeYears = 1 }: CostRow): void {
  if (!isLife(usefulLifeYears)) throw new RangeError(`a useful life is longer than 0 years, not ${usefulLifeYears}`);
  if (until !== undefined && monthsOf(until).first < monthsOf(period).first) {
    throw new RangeError(`a cost of ${formatPeriod(period)} cannot end in ${formatPeriod(until)}`);
  }
}

const isShare = (value: number) => value >= 0 && value <= 1;
const isLife = (value: number) => value > 0 && Number.isFinite(value);
const isCount = (value: number) => value >= 0 && Number.isFinite(value);
