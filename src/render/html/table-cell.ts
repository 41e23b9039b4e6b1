import { type FormatOptions, phraseText } from '../../report/format.ts';
import type { Cell, Column } from '../../report/report.ts';
import { isBar } from '../terminal/cells.ts';
import { escapeHtml, valueHtml } from './escape.ts';
import { element } from './svg/element.ts';
import { inkOf } from './svg/palette.ts';

type Maybe<T> = T | undefined;

/** The head of a column; one of bars has a name that only programs that read aloud need. */
export function headerCell(column: Maybe<Column>, place: number, isDrawn: boolean, format: FormatOptions): string {
  const header = phraseText([column?.header ?? ''], format);
  if (header === '') return isDrawn ? '<th scope="col"><span class="unseen">As a bar</span></th>' : '<td></td>';
  return `<th scope="col"${place > 0 && column?.align === 'right' ? ' class="n"' : ''}>${escapeHtml(header)}</th>`;
}

/** The first cell of a row, which names it. */
export function rowHeader(cell: Maybe<Cell>, format: FormatOptions): string {
  if (cell === undefined || (cell.kind === 'text' && cell.text === '')) return '<td></td>';
  return `<th scope="row">${valueHtml(cell, format)}</th>`;
}

/** Any other cell. A number below zero is red, which its minus says as well. */
export function bodyCell(cell: Maybe<Cell>, column: Maybe<Column>, format: FormatOptions): string {
  if (cell === undefined) return '<td></td>';
  if (isBar(cell)) return `<td class="bar">${barSvg(cell)}</td>`;
  const isNegative = (cell.kind === 'money' && cell.amount < 0) || (cell.kind === 'percent' && cell.ratio < 0);
  const names = [
    ...(column?.align === 'right' ? ['n'] : []),
    ...(isNegative ? ['neg'] : []),
    ...(cell.kind === 'unknown' ? ['unknown'] : []),
  ];
  return `<td${names.length === 0 ? '' : ` class="${names.join(' ')}"`}>${valueHtml(cell, format)}</td>`;
}

const TALL = 10;

/** A share, or a stretch with a mark on it; the figures stand beside it. */
function barSvg(cell: Cell): string {
  const open = { viewBox: `0 0 100 ${TALL}`, preserveAspectRatio: 'none', 'aria-hidden': 'true' };
  if (cell.kind === 'bar') return element('svg', open, piece(0, atLeastSeen(cell.share), 0));
  if (cell.kind !== 'span') return '';
  const [from, to, mark] = [percent(cell.from), percent(cell.to), percent(cell.mark)];
  const track = element('rect', { width: 100, height: TALL, fill: '#eaeef2', class: 'k' });
  const line = element('rect', { x: mark - 0.5, width: 1, height: TALL, fill: '#1f2328', class: 'm' });
  return element('svg', open, track + piece(from, Math.min(to, mark), 1) + piece(Math.max(from, mark), to, 0) + line);
}

function piece(from: number, to: number, series: number): string {
  const { color, name } = inkOf(series);
  if (to <= from) return '';
  return element('rect', { x: from, width: to - from, height: TALL, fill: color, class: `f ${name}` });
}

const percent = (share: number): number => Math.min(Math.max(share, 0), 1) * 100;
/** A share above 0 always shows. */
const atLeastSeen = (share: number): number => (share > 0 ? Math.max(0.5, percent(share)) : 0);
