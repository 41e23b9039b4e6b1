import { LINES, type Line, RETURNING } from '../../core/cohort.ts';
import { type Span, spanColumns, spansOf } from './amortisation.ts';
import { formula } from './cells.ts';
import { lookUpSum } from './cohorts.ts';
import type { Model } from './model.ts';
import { layTable, type Table, type TableColumn } from './table.ts';

/** The return of each line by period, by the formula of the whole; undefined where spending is not split. */
export function lineSheet(model: Model, uplift: Table): Table | undefined {
  if (model.result.returnsByLine === null) return undefined;
  return layTable<Span>({
    name: 'Lines',
    title: 'Return by line',
    notes: ['The uplift of existing and of new products, by the formula of the whole; they add up to it.'],
    items: spansOf(model),
    columns: [...spanColumns<Span>(), ...LINES.flatMap((line) => lineColumns(line, model, uplift))],
  });
}

function lineColumns(line: Line, { workings, offset }: Model, uplift: Table): TableColumn<Span>[] {
  const mean = workings.grid.lines.find(({ name }) => name === line)?.mean;
  const returned = workings.uplift.returnByLine.get(line);
  return [
    {
      key: `${line}_non_member`,
      header: `Non-member spends, ${line}`,
      width: 26,
      cell: ({ at }, { ref }) => {
        const people = uplift.at('non_members', at);
        const spent = lookUpSum('spend', ref('month'), 'non_member', line);
        return formula(`IF(${people}=0,0,${spent}/${people})`, mean?.non_member[at + offset] ?? 0, 'price');
      },
    },
    {
      key: `${line}_return`,
      header: `Return, ${line}`,
      width: 18,
      name: `line_${line}_return`,
      cell: ({ at }, { ref }) => {
        const people = RETURNING.map((cohort) => uplift.at(`${cohort}_people`, at)).join('+');
        const spent = RETURNING.map((cohort) => lookUpSum('spend', ref('month'), cohort, line)).join('+');
        return formula(
          `(${spent}-(${people})*(${ref(`${line}_non_member`)}+${gapName(line)}))*margin`,
          returned?.[at + offset] ?? 0,
          'price',
        );
      },
    },
  ];
}

/** The name of the cell that holds a line's part of the baseline's gap. */
export const gapName = (line: Line): string => `baseline_gap_${line}`;

/** Newcomers less non-members of the baseline on one line, with the weights of the whole. */
export function lineGap(line: Line): string {
  const each = (cohort: string, people: string) => {
    const spent = `SUMIFS(cohort_spend,cohort_month,yard_month,cohort_name,"${cohort}",cohort_line,"${line}")`;
    return `${spent}/(${people}+(${people}=0))`;
  };
  return `SUMPRODUCT(yard_weight*(${each('newcomer', 'yard_newcomers')}-${each('non_member', 'yard_non_members')}))`;
}
