import type { Factor, FactorMovement } from '../../core/decomposition.ts';
import { amount, blank, change, count, percent, price, signedPercent, span, text, unknown } from '../cells.ts';
import type { Block, Cell, Column, Picture } from '../report.ts';
import { pointsCell, profitCell, shownParts } from './shown.ts';
import type { DiffFacts } from './side.ts';

const COLUMNS: readonly Column[] = [
  { header: 'Part', align: 'left', priority: 1 },
  { header: 'Old', align: 'right', priority: 2 },
  { header: 'New', align: 'right', priority: 2 },
  { header: 'Points', align: 'right', priority: 1 },
  { header: '', align: 'left', priority: 4 },
  { header: 'Profit', align: 'right', priority: 3 },
];

const PARTS: Readonly<Record<Factor, { readonly name: string; readonly meaning: string }>> = {
  volume: { name: 'Volume', meaning: 'active members and lurkers, times months; who of them is active counts here' },
  uplift: { name: 'Uplift', meaning: "what each spent a month beyond the baseline's newcomers" },
  drift: { name: 'Drift', meaning: 'what non-members changed by, a month: it counts against the uplift' },
  otherReturns: { name: 'Other returns', meaning: 'advertising, support saved and the like' },
  cost: { name: 'Cost', meaning: 'one-off costs by the part of their life that lies in the window' },
  margin: { name: 'Margin', meaning: 'the share of what members spent that counts' },
};

/** What each part was, became and did; the parts add up to the movement. */
export function movementSection({ movement, old, now }: DiffFacts): Block {
  const { factors, roi, roiReason = '' } = movement;
  const shown = shownParts(movement);
  const sizes = factors.map((factor) => factor.roi ?? 0);
  const [low, high] = [Math.min(0, ...sizes), Math.max(0, ...sizes)];
  const place = (value: number) => (high > low ? (value - low) / (high - low) : 0);
  const bar = ({ roi }: FactorMovement): Cell =>
    roi === null ? blank : span(place(Math.min(0, roi)), place(Math.max(0, roi)), place(0));
  const rows = factors.map((part) => [
    text(PARTS[part.factor].name),
    sizeCell(part.factor, part.before),
    sizeCell(part.factor, part.after),
    shown.get(part.factor)!.points,
    bar(part),
    shown.get(part.factor)!.profit,
  ]);
  const total = [
    text('ROI'),
    signedPercent(old.account.roi, roiReason),
    signedPercent(now.account.roi, roiReason),
    roi === null ? unknown(roiReason) : pointsCell(roi * 100),
    blank,
    profitCell(movement.profit),
  ];
  const facts = factors.map(({ factor }) => ({ label: PARTS[factor].name, value: [PARTS[factor].meaning] }));
  return {
    kind: 'section',
    id: 'movement',
    title: 'Movement',
    note: ['percentage points of ROI, and money of profit, that each part added; they add up, whatever their order'],
    pictures: movementPictures(factors, shown),
    blocks: [
      { kind: 'table', columns: COLUMNS, rows, total },
      { kind: 'facts', facts },
    ],
  };
}

/** What each part added to ROI or took from it. */
function movementPictures(factors: readonly FactorMovement[], shown: ReturnType<typeof shownParts>): Picture[] {
  if (factors.some(({ roi }) => roi === null)) return [];
  const bars = factors.map(({ factor, roi }) => ({
    label: [PARTS[factor].name],
    ends: [{ value: (roi ?? 0) * 100, text: [shown.get(factor)!.points] }],
  }));
  const description = 'Percentage points of ROI that each part added';
  return [{ kind: 'bars', description, measure: 'count', origin: { value: 0, label: ['0 points'] }, bars }];
}

function sizeCell(factor: Factor, value: number | null): Cell {
  const nobody = 'there were no members';
  switch (factor) {
    case 'volume':
      return count(value);
    case 'uplift':
      return price(value, nobody);
    case 'drift':
      return change(value, nobody);
    case 'margin':
      return percent(value);
    case 'otherReturns':
    case 'cost':
      return amount(value);
  }
}
