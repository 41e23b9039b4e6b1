import type { BookCell, Value } from '../render/xlsx/book.ts';

type Cells = ReadonlyMap<string, BookCell>;

/** A figure of the summary: the key that stands beside it, and what the cell holds. */
export interface Shown {
  readonly key: string;
  readonly value: Value | undefined;
}

const HORIZON: Readonly<Record<string, string>> = {
  Cost: 'cost',
  Return: 'return',
  Profit: 'profit',
  ROI: 'roi',
  'Active members': 'activeMembers',
  Benefit: 'benefit',
  'Return low': 'return.0',
  'Return high': 'return.1',
  'Profit low': 'profit.0',
  'Profit high': 'profit.1',
  'ROI low': 'roi.0',
  'ROI high': 'roi.1',
  Detectable: 'detectable.return',
  'Detectable ROI': 'detectable.roi',
};

/** Every figure of the summary that names its key in the JSON. */
export function summaryFigures(cells: Cells): Shown[] {
  const shown: Shown[] = [];
  let heads: readonly string[] = [];
  for (let row = 1; row <= lastRow(cells); row++) {
    const at = (column: number) => cells.get(`${String.fromCharCode(65 + column)}${row}`)?.value;
    const key = at(1);
    if (key === 'Key in the JSON') heads = Array.from({ length: 12 }, (_, i) => String(at(i) ?? ''));
    else if (typeof key === 'string' && key !== '') shown.push(...rowFigures(key, heads, at));
  }
  return shown;
}

function rowFigures(key: string, heads: readonly string[], at: (column: number) => Value | undefined): Shown[] {
  if (heads[0] === 'Horizon') {
    return heads.flatMap((head, i) => {
      const name = HORIZON[head];
      return name === undefined || (at(2) === '–' && i > 1) ? [] : [{ key: `${key}.${name}`, value: at(i) }];
    });
  }
  const [parent, leaf] = [key.slice(0, key.lastIndexOf('.')), key.slice(key.lastIndexOf('.') + 1)];
  const figures: Shown[] = [{ key, value: at(2) }];
  if (heads[3] === 'Low' && at(3) !== undefined) {
    figures.push({ key: `${parent}.interval.${leaf}.0`, value: at(3) });
    figures.push({ key: `${parent}.interval.${leaf}.1`, value: at(4) });
  }
  if (heads[0] === 'Category') {
    figures.push({ key: `costsByCategoryLatest12.${leaf}`, value: at(4) });
    if (heads[5] !== '') figures.push({ key: `costsByCategoryBefore12.${leaf}`, value: at(5) });
  }
  return figures;
}

function lastRow(cells: Cells): number {
  return Math.max(...[...cells.keys()].map((reference) => Number(reference.replace(/\D/g, ''))));
}

/** What the JSON holds at a dotted path. */
export function at(data: unknown, path: string): unknown {
  let here = data;
  for (const key of path.split('.')) here = (here as Record<string, unknown> | null | undefined)?.[key];
  return here;
}

/** What is no figure, or none of the summary: settings, labels, counts of periods, and the figures of each period. */
const ELSEWHERE = [
  /^(?:options|inputs|caveats|window|match|cohortRules)\b/,
  /^members\.(?:hourValue|outcomes|impact|recognition)\b/,
  /^periods\./,
  /^parallelTrends\.periods\./,
  /\.(?:level|periods|discountRate)$/,
];

/** The paths of all numbers of a result that the summary has to show. */
export function numbersOf(data: unknown, path = ''): string[] {
  if (typeof data === 'number') return ELSEWHERE.some((pattern) => pattern.test(path)) ? [] : [path];
  if (data === null || typeof data !== 'object') return [];
  return Object.entries(data).flatMap(([key, value]) => numbersOf(value, path === '' ? key : `${path}.${key}`));
}
