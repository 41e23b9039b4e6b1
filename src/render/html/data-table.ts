import type { FormatOptions } from '../../report/format.ts';
import { plainText } from '../../report/plain.ts';
import type { Cell, Lines } from '../../report/report.ts';
import { valueCell } from './figure-values.ts';
import type { Ids } from './ids.ts';
import { tableHtml } from './table.ts';

const GAP: Cell = { kind: 'text', text: '–' };

/** The figures of a chart, folded below it. */
export function dataTable(lines: Lines, ids: Ids, format: FormatOptions): string {
  const columns = lines.series.flatMap(({ name, low }) => [name, ...(low === undefined ? [] : [`${name}, interval`])]);
  const rows = lines.x.map((x, i) => [
    { kind: 'text', text: x } as const,
    ...lines.series.flatMap((series) => cellsAt(series, i, lines)),
  ]);
  const table = tableHtml(
    {
      kind: 'table',
      columns: [xHeader(lines), ...columns].map((header, i) => ({
        header: plainText(header),
        align: i === 0 ? 'left' : 'right',
        priority: 1,
      })),
      rows,
    },
    { name: ids.label(`Figures: ${plainText(lines.description)}`), format },
  );
  return `<details>\n<summary>Figures of this chart</summary>\n${table}\n</details>\n`;
}

function xHeader({ xLabel = 'period' }: Lines): string {
  return xLabel.slice(0, 1).toUpperCase() + xLabel.slice(1);
}

function cellsAt({ values, low, high }: Lines['series'][number], at: number, lines: Lines): Cell[] {
  const cell = (value: number | null | undefined) =>
    value === null || value === undefined ? GAP : valueCell(value, lines);
  if (low === undefined) return [cell(values[at])];
  const [from, to] = [cell(low[at]), cell(high?.[at])];
  return [cell(values[at]), from === GAP || to === GAP ? GAP : { kind: 'interval', low: from, high: to }];
}
