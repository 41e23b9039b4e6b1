import type { DoseFigures, DoseResult, Slope } from '../../core/dose/result.ts';
import type { Report } from '../report.ts';

const HEADER = ['outcome', 'row', 'level_from', 'level_to', 'people', 'value', 'low', 'high', 'p', 'verdict'];

/** A row per level, and one per slope: what `--format csv` writes. */
export function doseRows({ outcomes }: DoseResult): Report['table'] {
  return [HEADER, ...outcomes.flatMap(rowsOf)];
}

function rowsOf(own: DoseFigures): Report['table'][number][] {
  const { outcome, levels, slope, within, people, basis, verdict } = own;
  const line = (row: string, n: number, value: Slope | null): Report['table'][number] => [
    ...[outcome, row, null, null, n, value?.value ?? null],
    ...[...(value?.interval ?? [null, null]), value?.p ?? null, row === `${basis} slope` ? verdict : null],
  ];
  return [
    ...levels.map(({ from, to, people: n, value, interval }) => [
      outcome,
      'level',
      from,
      to,
      n,
      value,
      ...(interval ?? [null, null]),
      null,
      null,
    ]),
    line('across slope', people, slope),
    ...(within === null ? [] : [line('within slope', within.people, within.slope)]),
  ];
}
