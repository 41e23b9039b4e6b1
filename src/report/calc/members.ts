import type { MemberFigures, RoiResult } from '../../core/result.ts';
import { change, count, period, price, range, signedPercent, text } from '../cells.ts';
import type { Block, Cell, Column, Phrase } from '../report.ts';

const COLUMNS: readonly Column[] = [
  { header: 'Year', align: 'left', priority: 1 },
  { header: 'Active members', align: 'right', priority: 3 },
  { header: 'Cost', align: 'right', priority: 2 },
  { header: 'Benefit', align: 'right', priority: 2 },
  { header: 'Profit', align: 'right', priority: 1 },
  { header: 'ROI', align: 'right', priority: 1 },
];

/** What an active member costs and brings: how well the community is run. */
export function memberSection(result: RoiResult): Block {
  const { perActiveMember: members } = result;
  const rows = Object.entries(members.years).map(([year, figures]) => memberRow(year, figures));
  const latest = result.latest12.periods < result.totals.periods ? 'Latest 12 months' : 'Whole window';
  const basis = members.costBasis === 'variable' ? 'staff, developer, misc and rewards' : 'every category';
  return {
    kind: 'section',
    id: 'members',
    title: 'Per active member',
    note: [`cost of ${basis}`],
    blocks: [
      { kind: 'table', columns: COLUMNS, rows, total: memberRow(latest, members) },
      { kind: 'facts', facts: [{ label: 'One more active member', value: oneMore(result) }] },
    ],
  };
}

function memberRow(label: string, figures: MemberFigures): Cell[] {
  return [
    text(label),
    count(figures.activeMembers),
    price(figures.cost, figures.reason),
    price(figures.benefit, figures.reason),
    price(figures.profit, figures.reason),
    signedPercent(figures.roi, figures.roiReason ?? figures.reason),
  ];
}

function oneMore({ marginal, marginalReason }: RoiResult): Phrase {
  if (marginal === null) return [`unknown: ${marginalReason}`];
  return ['cost ', price(marginal.cost), ' and brought ', price(marginal.benefit), ', against the year before'];
}

/** Whether the yardstick held still: always shown, since the uplift rests on it. */
export function yardstickSection(result: RoiResult): Block {
  const { periods, change: moved, interval, changeReason } = result.parallelTrends;
  const known = periods.filter((row) => row.gap !== null);
  const [first, last] = [known[0], known.at(-1)];
  const value: Phrase =
    first === undefined || last === undefined
      ? ['unknown: nobody is new']
      : [price(first.gap), ' in ', period(first.period), ', ', price(last.gap), ' in ', period(last.period)];
  const movement: Phrase =
    moved === null
      ? [`unknown: ${changeReason}`]
      : [
          change(moved),
          ...(interval === null ? [] : ['  ', range(change(interval.change[0]), change(interval.change[1]))]),
          steadiness(result),
        ];
  return {
    kind: 'section',
    id: 'yardstick',
    title: 'Parallel trends',
    note: ["newcomers' spending beyond non-members: the yardstick of the uplift, which should hold still"],
    blocks: [
      {
        kind: 'facts',
        facts: [
          { label: 'Gap', value },
          { label: 'Fitted change', value: movement },
        ],
      },
    ],
  };
}

function steadiness({ parallelTrends: { interval } }: RoiResult): string {
  if (interval === null) return '';
  return interval.change[0] > 0 || interval.change[1] < 0 ? '  it moved' : '  no sign that it moved';
}

/** The other ledger, of equal rank: a report without it says so. */
export function memberSideSection(): Block {
  const text: Phrase = [
    'This report tells what the business gains, not what members get. --outcomes outcomes.csv would set their earnings, skills and scams beside those of non-members, and their ledger beside this one. community-roi init writes a survey that asks for them.',
  ];
  return { kind: 'section', id: 'members-side', title: "Members' side", blocks: [{ kind: 'paragraph', text }] };
}
