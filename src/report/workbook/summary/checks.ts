import type { SheetRow } from '../../workbook.ts';
import { formula, line, text } from '../cells.ts';
import type { Model } from '../model.ts';
import { type MakePart, SUMMARY } from './part.ts';

/** Half a cent, as rounding may add up to over a long table. */
const equal = (a: string, b: string) => `ABS(${a}-(${b}))<0.005`;

/** What must hold whatever is changed: parts add up, and no row was left without its formulas. */
export function checkPart({ result, rows: { returns = [] } }: Model): MakePart {
  const checks: [string, string][] = [
    ['Years add up to the cost of the window', equal('SUM(years_cost)', 'total_cost')],
    ['Years add up to the return of the window', equal('SUM(years_return)', 'total_return')],
    ['Categories add up to the cost', equal('SUM(category_cost)', 'total_cost')],
    ['Each row of Costs has its formulas', 'COUNT(cost_amount)=COUNT(cost_a_month)'],
    ['Each row of Cohorts has its formulas', 'COUNT(cohort_people)=COUNT(cohort_month)'],
    ['The weights of the baseline add up to 1', 'ABS(SUM(yard_weight)-1)<0.000000001'],
  ];
  if (Object.keys(result.returnsBySource).length > 0) {
    checks.push(['Sources add up to the return', equal('SUM(source_return)', 'total_return')]);
  }
  if (returns.length > 0)
    checks.push(['Each row of Returns has its formulas', 'COUNT(return_counted)=COUNT(return_a_month)']);
  const uplift = 'SUM(period_return)-SUM(period_other_return)';
  if (result.returnsByLine !== null) {
    checks.push(['Lines add up to the uplift', equal('SUM(line_existing_return)+SUM(line_new_return)', uplift)]);
  }
  if (result.retention !== null) {
    const parts = ['active', 'lurker'].flatMap((cohort) => [`SUM(${cohort}_by_rate)`, `SUM(${cohort}_by_value)`]);
    checks.push(['Retention and spending add up to the uplift', equal(parts.join('+'), uplift)]);
  }
  return (first) => {
    const rows: SheetRow[] = [
      line('Checks', 'section'),
      [text('Check', 'header'), text('', 'header'), text('Holds', 'header')],
    ];
    const start = first + rows.length;
    for (const [says, written] of checks) rows.push([text(says), null, formula(written, true, 'plain')]);
    const range = `C${start}:C${first + rows.length - 1}`;
    rows.push([text('All of them', 'total'), null, formula(`AND(${range})`, true, 'plain', 'total')]);
    return { rows, names: [{ name: 'all_checks', range: `${SUMMARY}!$C$${first + rows.length - 1}` }] };
  };
}
