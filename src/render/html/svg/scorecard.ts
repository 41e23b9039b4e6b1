import { type FormatOptions, formatCell, phraseText } from '../../../report/format.ts';
import { plainText } from '../../../report/plain.ts';
import type { GoalLine, Scorecard } from '../../../report/report.ts';
import { escapeHtml } from '../escape.ts';
import { coordinate as at, element, type Names, picture, type Size } from './element.ts';
import { GRID, type Ink, inkOf, QUIET, TEXT } from './palette.ts';
import { textLines, wrapped } from './wrap.ts';

type Initiative = Scorecard['initiatives'][number];

const ROW = 58;
const HEAD = 40;
const GAP = 24;

/** Goals as ticks and crosses with their values, the business on the left and members on the right, or below. */
export function scorecardSvg(
  id: string,
  card: Scorecard,
  names: Names,
  size: Omit<Size, 'height'>,
  format: FormatOptions,
): string {
  let y = 0;
  const parts = card.initiatives.map((own) => {
    const { svg, height } = initiative(own, y, size, format);
    y += height + GAP;
    return svg;
  });
  return picture(id, { ...size, height: y - GAP + 2 }, names, parts.join(''));
}

function initiative(own: Initiative, top: number, size: Omit<Size, 'height'>, format: FormatOptions) {
  const isNarrow = size.kind === 'narrow';
  const width = isNarrow ? size.width : (size.width - GAP) / 2;
  const [business, members] = [side('For the business', own.business), side('For the members', own.members)];
  const rows = isNarrow
    ? [business(0, top + HEAD), members(0, top + HEAD + 22 + own.business.length * ROW)]
    : [business(0, top + HEAD), members(width + GAP, top + HEAD)];
  const lines = isNarrow ? own.business.length + own.members.length : Math.max(own.business.length, own.members.length);
  const height = HEAD + (isNarrow ? 44 : 22) + lines * ROW;
  const rule = element('line', { x1: 0, y1: top + 24, x2: size.width, y2: top + 24, ...GRID });
  const title = textLines([plainText(own.name)], 22, top + 14, { ...TEXT, 'font-weight': '600' });
  return { svg: sign(own, 7, top + 10) + title + rule + rows.join(''), height };

  function side(name: string, goals: readonly GoalLine[]) {
    return (x: number, y: number): string =>
      textLines([name], x, y + 6, QUIET) +
      goals.map((goal, i) => line(goal, x, y + 28 + i * ROW, width, format)).join('');
  }
}

function line(goal: GoalLine, x: number, y: number, width: number, format: FormatOptions): string {
  const [metric = ''] = wrapped(plainText(goal.metric), width - 22);
  const values = `${formatCell(goal.value, format)} · goal ${phraseText(goal.goal, format)}`;
  return (
    sign(goal, x + 7, y - 4) +
    element('text', { x: x + 22, y, ...TEXT }, escapeHtml(metric)) +
    textLines([wrapped(values, width - 22)[0] ?? ''], x + 22, y + 15, QUIET) +
    (goal.drawn === undefined ? '' : bullet(goal.drawn, inkFor(goal), x + 22, y + 22, width - 22))
  );
}

/** How far the value has come, with an upright line where the goal is. */
function bullet(
  { value, threshold }: NonNullable<GoalLine['drawn']>,
  { color, name }: Ink,
  x: number,
  y: number,
  width: number,
): string {
  const [low, high] = [Math.min(0, value, threshold), Math.max(0, value, threshold)];
  const place = (of: number) => x + (high > low ? ((of - low) / (high - low)) * (width - 4) : 0);
  const [from, to] = [Math.min(place(0), place(value)), Math.max(place(0), place(value))];
  const track = element('rect', { x, y, width: width - 4, height: 8, fill: '#eaeef2', class: 'k' });
  const bar = element('rect', {
    x: from,
    y,
    width: Math.max(1, to - from),
    height: 8,
    fill: color,
    class: `f ${name}`,
  });
  return (
    track +
    bar +
    element('line', {
      x1: place(threshold),
      y1: y - 3,
      x2: place(threshold),
      y2: y + 11,
      'stroke-width': 2,
      stroke: TEXT.fill,
      class: 'w',
    })
  );
}

/** A tick, a cross, or a ring for what is still open: shape says it, and colour says it again. */
function sign({ passed, open }: Judged, x: number, y: number): string {
  const { color, name } = inkFor({ passed, open });
  const d = passed
    ? `M${at(x - 6)} ${at(y)}l4 4.5l7-9`
    : `M${at(x - 5)} ${at(y - 5)}l10 10M${at(x + 5)} ${at(y - 5)}l-10 10`;
  const look = { fill: 'none', stroke: color, 'stroke-width': '2.4', class: `l ${name}` };
  return open === true && !passed
    ? element('circle', { cx: x, cy: y, r: 5, ...look })
    : element('path', { d, ...look });
}

type Judged = { readonly passed: boolean; readonly open?: boolean | undefined };

function inkFor({ passed, open }: Judged): Ink {
  return inkOf(passed ? 0 : open === true ? 2 : 1);
}
