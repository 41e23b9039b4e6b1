import { type Money, scale } from '../core/money.ts';
import type { CostRow } from '../core/rows.ts';
import { lifeRange, shareRange } from '../errors/cell.ts';
import { lifeNotOneOff, untilBeforePeriod, untilOffStep, valueMissing } from '../errors/row.ts';
import { type CostRecord, costRow, LONGEST_LIFE_YEARS } from '../schema/costs.ts';
import { isRequired } from '../schema/parts.ts';
import type { Kind, KindColumn } from './kind.ts';
import { amounts, currencies, names, periods, shares, texts, years } from './kind-columns.ts';
import { categories } from './names/categories.ts';
import { COST_HEADERS } from './names/headers.ts';
import type { FoundCurrency, InputSummary, ReadContext, ReadOptions } from './options.ts';
import { origins, type RowOrigin } from './origins.ts';
import { readFiles } from './read-file.ts';

/** Costs, rows with equal keys added up. */
export interface CostsFile {
  readonly rows: readonly CostRow[];
  /** Where each of the rows comes from. */
  readonly origins: readonly RowOrigin[];
  readonly currency?: FoundCurrency;
  readonly inputs: readonly InputSummary[];
}

const column = (name: keyof typeof COST_HEADERS, key: keyof CostRecord, reader: KindColumn['reader']): KindColumn => ({
  name,
  key,
  reader,
  aliases: COST_HEADERS[name],
  required: isRequired(costRow.whole, key),
  kept: true,
});

export const COSTS: Kind<CostRecord> = {
  name: 'costs',
  columns: [
    column('period', 'period', periods),
    column('category', 'category', names('category', categories)),
    { ...column('amount', 'amount', amounts), money: true },
    column('until', 'until', periods),
    { ...column('item', 'item', texts), text: true, kept: false },
    column('share', 'share', shares),
    column('useful_life_years', 'usefulLifeYears', years),
    column('currency', 'currency', currencies),
  ],
  schema: costRow.whole,
  narrow: costRow.only,
  complain(code, key, written) {
    if (code === 'SHARE_RANGE') return shareRange(written(key));
    if (code === 'LIFE_RANGE') return lifeRange(written(key), LONGEST_LIFE_YEARS);
    if (code === 'LIFE_NOT_ONE_OFF') return lifeNotOneOff(written('category'));
    if (code === 'UNTIL_BEFORE_PERIOD') return untilBeforePeriod(written('until'), written('period'));
    if (code === 'UNTIL_OFF_STEP') return untilOffStep(written('until'), written('period'));
    return valueMissing();
  },
};

/**
 * Reads cost files. Rows that differ in amount and item alone are added up while they are read, so that memory grows
 * with what the answer needs; an amount with a share counts with that share.
 */
export async function readCosts(
  sources: readonly string[],
  options: ReadOptions,
  context: ReadContext,
): Promise<CostsFile> {
  const sums = new Map<string, { row: Omit<CostRow, 'amount'>; amount: Money }>();
  const places = origins();
  const read = await readFiles(sources, COSTS, options, context, (record, place) => {
    const { period, until, category, usefulLifeYears, share } = record;
    const amount = share === undefined ? record.amount : scale(record.amount, share);
    const end = until === undefined ? '' : `${until.unit}${until.index}`;
    const key = `${period.unit}${period.index}|${end}|${category}|${usefulLifeYears ?? ''}`;
    const sum = sums.get(key);
    if (sum !== undefined) sum.amount += amount;
    else sums.set(key, { row: keyOf(record), amount });
    places.add(key, place.file, place.line);
  });
  const rows = [...sums.values()].map(({ row, amount }) => ({ ...row, amount }));
  return { rows, origins: places.list(), ...read };
}

function keyOf({ period, until, category, usefulLifeYears }: CostRecord): Omit<CostRow, 'amount'> {
  return {
    period,
    ...(until === undefined ? {} : { until }),
    category,
    ...(usefulLifeYears === undefined ? {} : { usefulLifeYears }),
  };
}
