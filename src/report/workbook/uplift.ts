import { RETURNING, type ReturningCohort } from '../../core/cohort.ts';
import type { PeriodFigures } from '../../core/result.ts';
import { type Span, spanColumns, spansOf } from './amortisation.ts';
import { formula } from './cells.ts';
import { lookUpCount, lookUpSum } from './cohorts.ts';
import type { Model } from './model.ts';
import { layTable, type Table, type TableColumn } from './table.ts';

interface Row extends Span {
  readonly figures: PeriodFigures;
}

/** What active members and lurkers spend beyond the baseline's newcomers, net of what non-members changed by. */
export function upliftSheet(model: Model): Table {
  const { grid } = model.workings;
  const lines = grid.lines.length;
  const items = spansOf(model).map((span): Row => {
    return { ...span, figures: model.result.periods[span.at]! };
  });
  const nonMember = ({ at }: Row) => {
    const onGrid = at + model.offset;
    return grid.lines.reduce((sum, { mean }) => sum + (mean.non_member[onGrid] ?? 0), 0);
  };
  return layTable<Row>({
    name: 'Uplift',
    title: 'Uplift by period',
    notes: [
      'Uplift = what a member spends − what a non-member spends − the gap of the baseline. Return = uplift × people × margin.',
    ],
    items,
    columns: [
      ...spanColumns<Row>(),
      {
        key: 'non_members',
        header: 'Non-members',
        width: 13,
        cell: ({ at }, { ref }) =>
          formula(
            lookUpCount('people', ref('month'), 'non_member', lines),
            grid.people.non_member[at + model.offset] ?? 0,
            'count',
          ),
      },
      {
        key: 'non_member_each',
        header: 'Non-member spends',
        width: 17,
        cell: (row, { ref }) =>
          formula(
            `IF(${ref('non_members')}=0,0,${lookUpSum('spend', ref('month'), 'non_member')}/${ref('non_members')})`,
            nonMember(row),
            'price',
          ),
      },
      {
        key: 'drift',
        header: 'Drift',
        width: 12,
        cell: ({ figures }, { ref }) =>
          formula(
            `IF(COUNTIF(cohort_month,${ref('month')})=0,"",${ref('non_member_each')}-baseline_non_member)`,
            figures.drift,
            'signed',
          ),
      },
      ...RETURNING.flatMap((cohort) => cohortColumns(cohort, lines)),
    ],
  });
}

function cohortColumns(cohort: ReturningCohort, lines: number): TableColumn<Row>[] {
  const of = ({ figures }: Row) => figures.cohorts[cohort];
  const name = cohort === 'active' ? 'Active' : 'Lurker';
  return [
    {
      key: `${cohort}_people`,
      header: `${name} people`,
      width: 14,
      name: `period_${cohort}`,
      cell: (row, { ref }) =>
        formula(lookUpCount('people', ref('month'), cohort, lines), of(row)?.people ?? 0, 'count'),
    },
    {
      key: `${cohort}_each`,
      header: `${name} spends`,
      width: 14,
      cell: (row, { ref }) =>
        formula(
          `IF(${ref(`${cohort}_people`)}=0,"",${lookUpSum('spend', ref('month'), cohort)}/${ref(`${cohort}_people`)})`,
          of(row)?.spendPerPerson ?? null,
          'price',
        ),
    },
    {
      key: `${cohort}_uplift`,
      header: `${name} uplift`,
      width: 14,
      cell: (row, { ref }) =>
        formula(
          `IF(${ref(`${cohort}_people`)}=0,"",${ref(`${cohort}_each`)}-${ref('non_member_each')}-baseline_gap)`,
          of(row)?.uplift ?? null,
          'signed',
        ),
    },
    {
      key: `${cohort}_return`,
      header: `${name} return`,
      width: 16,
      name: `period_${cohort}_return`,
      cell: (row, { ref }) =>
        formula(
          `IF(${ref(`${cohort}_people`)}=0,0,${ref(`${cohort}_uplift`)}*${ref(`${cohort}_people`)}*margin)`,
          of(row)?.return ?? 0,
          'price',
        ),
    },
  ];
}
