import type { BaselineEffect } from '../../core/baseline-effect.ts';
import type { AssumptionEffect, NumberEffect, Sensitivity } from '../../core/sensitivity.ts';
import { count, percent, period, price, signedPercent, span, text } from '../cells.ts';
import type { Bars, Block, Cell, Column, Phrase, Picture } from '../report.ts';

const COLUMNS: readonly Column[] = [
  { header: 'Assumption', align: 'left', priority: 1 },
  { header: 'From', align: 'right', priority: 2 },
  { header: 'To', align: 'right', priority: 2 },
  { header: 'ROI from', align: 'right', priority: 1 },
  { header: 'ROI to', align: 'right', priority: 1 },
  { header: '', align: 'left', priority: 4 },
  { header: 'Break-even', align: 'right', priority: 3 },
];

/** What ROI rests on: one assumption moved at a time, the one that moves it most first. */
export function sensitivitySection({ roi, roiReason, assumptions }: Sensitivity): Block {
  const blocks: Block[] =
    roi === null
      ? [{ kind: 'paragraph', text: [`Unknown, because ${roiReason}.`] }]
      : [tornado(roi, assumptions), { kind: 'facts', facts: assumptions.flatMap(baselineFacts) }];
  const note: Phrase = ['ROI of the whole window with one assumption moved, the others as they are'];
  const pictures = roi === null ? [] : [tornadoPicture(roi, assumptions)];
  return { kind: 'section', id: 'sensitivity', title: 'Sensitivity', note, pictures, blocks };
}

function tornado(roi: number, assumptions: readonly AssumptionEffect[]): Block {
  const all = assumptions.flatMap(({ roiFrom, roiTo }) => [roiFrom ?? roi, roiTo ?? roi]);
  const [low, high] = [Math.min(roi, ...all), Math.max(roi, ...all)];
  const place = (value: number | null) => (high > low ? ((value ?? roi) - low) / (high - low) : 0.5);
  const rows = assumptions.map((effect) => {
    const [from, to] = [place(effect.roiFrom), place(effect.roiTo)];
    return [
      text(nameOf(effect)),
      ...rangeCells(effect),
      signedPercent(effect.roiFrom, NO_COST),
      signedPercent(effect.roiTo, NO_COST),
      span(Math.min(from, to), Math.max(from, to), place(roi)),
      breakEvenCell(effect),
    ];
  });
  return { kind: 'table', columns: COLUMNS, rows };
}

/** The same as bars on either side of ROI as it is. */
function tornadoPicture(roi: number, assumptions: readonly AssumptionEffect[]): Picture {
  const bars = assumptions.map((effect): Bars['bars'][number] => {
    const [from, to] = rangeCells(effect);
    const ends = [effect.roiFrom, effect.roiTo].filter((value) => value !== null && value !== roi);
    return {
      label: [nameOf(effect), ' ', from, ' to ', to],
      ends: ends.map((value) => ({ value: value!, text: [signedPercent(value)] })),
    };
  });
  const origin: Bars['origin'] = { value: roi, label: ['as it is ', signedPercent(roi)] };
  return { kind: 'bars', description: 'ROI where one assumption is moved', measure: 'percent', origin, bars };
}

const NO_COST = 'there is no cost';

const NAMES: Readonly<Record<NumberEffect['assumption'], string>> = {
  margin: 'Margin',
  life: 'Useful life',
  attribution: 'Other returns counted',
  uplift: 'Uplift counted',
  staff: 'Staff cost',
};

function nameOf({ assumption, unit }: AssumptionEffect): string {
  if (assumption === 'baseline') return 'Baseline';
  return unit === 'years' ? `${NAMES[assumption]} (years)` : NAMES[assumption];
}

function rangeCells(effect: AssumptionEffect): [Cell, Cell] {
  return effect.assumption === 'baseline'
    ? [period(effect.from), period(effect.to)]
    : [valueCell(effect, effect.from), valueCell(effect, effect.to)];
}

/** Of the baseline, the gap between newcomers and non-members. */
function breakEvenCell(effect: AssumptionEffect): Cell {
  if (effect.assumption === 'baseline') return price(effect.breakEvenAt, effect.breakEvenAtReason);
  return valueCell(effect, effect.breakEvenAt, effect.breakEvenAtReason);
}

function valueCell({ unit }: NumberEffect, value: number | null, reason = ''): Cell {
  if (unit === 'share') return percent(value, reason);
  // Two digits of a year name its month.
  return count(value, reason, value === null || Number.isInteger(value) ? 0 : 2);
}

function baselineFacts(effect: AssumptionEffect): { label: string; value: Phrase }[] {
  if (effect.assumption !== 'baseline') return [];
  const { each, gap, value, breakEvenAt } = effect;
  const list = each.flatMap(
    ({ baseline, roi }, i): Phrase => [i === 0 ? '' : ', ', period(baseline), ' ', signedPercent(roi, NO_COST)],
  );
  const facts = [{ label: 'ROI by baseline', value: list }];
  if (breakEvenAt === null) return facts;
  return [...facts, { label: 'Break-even of the baseline', value: gapPhrase(value, gap, breakEvenAt) }];
}

function gapPhrase(baseline: BaselineEffect['value'], gap: number, breakEvenAt: number): Phrase {
  const whose: Phrase = baseline === 'all' ? ['newcomers'] : ['newcomers of ', period(baseline)];
  return [...whose, ' spent ', price(gap), ' beyond non-members; at ', price(breakEvenAt), ' ROI is 0'];
}
