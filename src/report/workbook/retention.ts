import { RETURNING, type ReturningCohort } from '../../core/cohort.ts';
import { baselineRetained, midpoint, retainedAt } from '../../core/retention.ts';
import { type Span, spanColumns, spansOf } from './amortisation.ts';
import { formula } from './cells.ts';
import type { Model } from './model.ts';
import { layTable, type Table, type TableColumn } from './table.ts';

/** The share of a cohort that the baseline kept, as a formula. */
export function baselineRate(cohort: 'newcomer' | 'non_member'): string {
  const sum = (what: string) => `SUMIFS(cohort_${what},cohort_month,yard_month,cohort_name,"${cohort}")`;
  return `SUMPRODUCT(yard_weight*${sum('retained')}/(${sum('people')}+(${sum('people')}=0)))`;
}

/** The uplift split into customers who stayed and what each spent; undefined where that is not known. */
export function retentionSheet(model: Model, uplift: Table): Table | undefined {
  if (model.result.retention === null) return undefined;
  return layTable<Span>({
    name: 'Retention',
    title: 'Uplift by retention and spending',
    notes: [
      'The change of rate × value is split by the midpoint rule: Δ(r·v) = Δr·v̄ + r̄·Δv, against the baseline and net of non-members.',
    ],
    items: spansOf(model),
    columns: [
      ...spanColumns<Span>(),
      ...(['non_member', ...RETURNING] as const).flatMap((cohort) => stayedColumns(cohort, model)),
      ...RETURNING.flatMap((cohort) => partColumns(cohort, model, uplift)),
    ],
  });
}

const NONE = { rate: 0, value: 0 };
const NAMES = { non_member: 'Non-members', active: 'Active', lurker: 'Lurkers' } as const;

function stayedColumns(cohort: keyof typeof NAMES, model: Model): TableColumn<Span>[] {
  const sum = (what: string, month: string) => `SUMIFS(cohort_${what},cohort_month,${month},cohort_name,"${cohort}")`;
  const of = (at: number) => retainedAt(model.workings.grid, cohort, at + model.offset);
  return [
    {
      key: `${cohort}_rate`,
      header: `${NAMES[cohort]} retained`,
      width: 19,
      cell: ({ at }, { ref }) => {
        const [kept, people] = [sum('retained', ref('month')), sum('people', ref('month'))];
        return formula(`IF(${people}=0,0,${kept}/${people})`, of(at)?.rate ?? 0, 'percent');
      },
    },
    {
      key: `${cohort}_value`,
      header: `${NAMES[cohort]}: each who stayed`,
      width: 26,
      cell: ({ at }, { ref }) => {
        const rate = ref(`${cohort}_rate`);
        const lines = model.workings.grid.lines.length;
        const mean = `${sum('spend', ref('month'))}/${sum('people', ref('month'))}${lines > 1 ? `*${lines}` : ''}`;
        return formula(`IF(${rate}=0,0,${mean}/${rate})`, of(at)?.value ?? 0, 'price');
      },
    },
  ];
}

/** What retention and spending each made of one cohort's return. */
function partColumns(cohort: ReturningCohort, model: Model, uplift: Table): TableColumn<Span>[] {
  const { grid, baseline } = model.workings;
  const newcomer = baselineRetained(grid, 'newcomer', baseline);
  const nonMember = baselineRetained(grid, 'non_member', baseline);
  const parts = (at: number) => {
    const own = retainedAt(grid, cohort, at + model.offset);
    const anyway = retainedAt(grid, 'non_member', at + model.offset);
    if (own === undefined || anyway === undefined || newcomer === undefined || nonMember === undefined) return NONE;
    const [gained, without] = [midpoint(newcomer, own), midpoint(nonMember, anyway)];
    const factor = (grid.people[cohort][at + model.offset] ?? 0) * model.margin;
    return {
      rate: (gained.retention - without.retention) * factor,
      value: (gained.spendPerRetained - without.spendPerRetained) * factor,
    };
  };
  return (['rate', 'value'] as const).map((part) => ({
    key: `${cohort}_${part}_part`,
    header: `${NAMES[cohort]}: from ${part === 'rate' ? 'retention' : 'spending'}`,
    width: 25,
    name: `${cohort}_by_${part}`,
    cell: ({ at }, { ref }) => {
      const [moved, held] = part === 'rate' ? ['rate', 'value'] : ['value', 'rate'];
      const change = (who: string, base: string) =>
        `(${ref(`${who}_${moved}`)}-baseline_${base}_${moved})*(${ref(`${who}_${held}`)}+baseline_${base}_${held})/2`;
      const people = uplift.at(`${cohort}_people`, at);
      return formula(
        `IF(${people}=0,0,(${change(cohort, 'newcomer')}-${change('non_member', 'non_member')})*${people}*margin)`,
        parts(at)[part],
        'price',
      );
    },
  }));
}
