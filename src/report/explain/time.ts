import { amount, count, percent, period, signedPercent } from '../cells.ts';
import type { Block, Cell, Column, Phrase } from '../report.ts';
import { cents, derivation, type Explanation, facts, formulaBlocks, ratio } from './parts.ts';

export const explainMember: Explanation = ({ perActiveMember: members, latest12 }) => {
  const { activeMembers, cost, benefit, profit, roi, reason, roiReason } = members;
  if (cost === null || benefit === null || profit === null) return [unknownFact('per active member', reason)];
  const total = (each: number): Phrase => [cents(each * activeMembers), ' ÷ ', count(activeMembers, '', 2)];
  return [
    derivation('cost', [`${members.costBasis} cost ÷ active members`], total(cost), [cents(cost)]),
    derivation('benefit', ['return ÷ active members'], total(benefit), [cents(benefit)]),
    derivation('profit', ['benefit − cost'], [cents(benefit), ' − ', cents(cost)], [cents(profit)]),
    derivation(
      'ROI',
      ['profit ÷ cost'],
      [cents(profit), ' ÷ ', cents(cost)],
      roi === null ? [`unknown: ${roiReason}`] : [ratio(roi), '  →  ', signedPercent(roi)],
    ),
    facts(
      { label: 'periods', value: [period(latest12.from), ' to ', period(latest12.to)] },
      { label: 'active members', value: [count(activeMembers, '', 2), ', the mean of these periods'] },
    ),
  ];
};

export const explainMarginal: Explanation = ({ marginal, marginalReason }) => {
  if (marginal === null) return [unknownFact('one more active member', marginalReason)];
  const { cost, benefit, activeMembers } = marginal;
  const growth = count(activeMembers, '', 2);
  const line = (each: number): Phrase => [cents(each * activeMembers), ' ÷ ', growth];
  return [
    derivation('cost', ['growth of variable cost ÷ growth of active members'], line(cost), [cents(cost)]),
    derivation('benefit', ['growth of return ÷ growth of active members'], line(benefit), [cents(benefit)]),
    facts({ label: 'compared', value: ['the latest twelve months with the twelve before'] }),
  ];
};

export const explainTrend: Explanation = ({ trend, periods, unit }) => {
  const used = periods.slice(-trend.periods);
  const rows = used.map((row) => [period(row.period), cents(row.return), cents(row.cost), cents(row.profit)]);
  const slope = (key: 'return' | 'cost' | 'profit') => {
    const value = trend[key];
    const range = trend.interval?.[key];
    const phrase: Phrase = value === null ? [`unknown: ${trend.reason}`] : [cents(value), ` per ${unit}`];
    return {
      label: `slope of ${key}`,
      value: range === undefined ? phrase : [...phrase, '   95% interval ', cents(range[0]), ' to ', cents(range[1])],
    };
  };
  return [
    ...formulaBlocks('trend'),
    balanceTable(['Return', 'Cost', 'Profit'], rows),
    facts(slope('return'), slope('cost'), slope('profit')),
  ];
};

export const explainBreakEven: Explanation = ({ breakEven, totals, periods }) => {
  const first = (value: string | null, reason: string | undefined): Phrase =>
    value === null ? [`none: ${reason}`] : [period(value)];
  const last = periods.at(-1);
  return [
    ...formulaBlocks('break-even'),
    facts(
      { label: 'period', value: first(breakEven.period, breakEven.periodReason) },
      { label: 'cumulative', value: first(breakEven.cumulative, breakEven.cumulativeReason) },
      { label: 'projected', value: first(breakEven.projected, breakEven.projectedReason) },
      { label: 'profit so far', value: [cents(totals.profit)] },
      { label: 'profit of the last period', value: last === undefined ? [] : [cents(last.profit)] },
    ),
  ];
};

export const explainNpv: Explanation = ({ economics, periods }) => {
  if (economics === null) return [unknownFact('NPV', 'it takes --discount-rate')];
  const flows = periods.map((row) => [
    period(row.period),
    cents(row.return),
    cents(row.cashCost),
    cents(row.return - row.cashCost),
  ]);
  return [
    ...formulaBlocks('npv'),
    balanceTable(['Return', 'Cash cost', 'Cash flow'], flows),
    facts(
      { label: 'NPV', value: [amount(economics.npv), ' at ', percent(economics.discountRate), ' a year'] },
      {
        label: 'IRR',
        value: economics.irr === null ? [`unknown: ${economics.irrReason}`] : [percent(economics.irr), ' a year'],
      },
    ),
  ];
};

function unknownFact(label: string, reason: string | undefined) {
  return facts({ label, value: [`unknown: ${reason}`] });
}

/** A row for each period: what came in, what went out, and what is left. */
function balanceTable(
  [gain, loss, left]: readonly [string, string, string],
  rows: readonly (readonly Cell[])[],
): Block {
  const columns: Column[] = [
    { header: 'Period', align: 'left', priority: 1 },
    { header: gain, align: 'right', priority: 2 },
    { header: loss, align: 'right', priority: 2 },
    { header: left, align: 'right', priority: 1 },
  ];
  return { kind: 'table', columns, rows };
}
