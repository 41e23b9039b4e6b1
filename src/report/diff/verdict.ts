import type { Factor, Movement } from '../../core/decomposition.ts';
import { amount, period, range, signedPercent } from '../cells.ts';
import type { Block, Phrase, Verdict } from '../report.ts';
import { pointsCell, profitCell, shownParts } from './shown.ts';
import { type DiffFacts, spanPhrase } from './side.ts';

/** What each factor is called in a sentence. */
const CAUSES: Readonly<Record<Factor, string>> = {
  volume: 'how many members there were',
  uplift: 'what members spent',
  drift: 'what non-members changed by',
  otherReturns: 'other returns',
  cost: 'cost',
  margin: 'the margin',
};

/** Where ROI went, and what moved it most. */
export function movementVerdict(facts: DiffFacts): Block {
  return {
    kind: 'verdict',
    verdict: verdictOf(facts),
    lead: lead(facts),
    details: [profit(facts), compared(facts), certainty(facts)],
  };
}

function lead({ movement, old, now }: DiffFacts): Phrase {
  const { roi, roiReason, largest } = movement;
  if (roi === null) return [`How far ROI moved is unknown, because ${roiReason}. `, ...mostly(movement, 'profit')];
  const [before, after] = [signedPercent(old.account.roi), signedPercent(now.account.roi)];
  if (largest === null) return ['ROI has not moved: it is ', after, ' in both.'];
  return [
    'ROI moved by ',
    pointsCell(roi * 100),
    ' points, from ',
    before,
    ' to ',
    after,
    '. ',
    ...mostly(movement, 'it'),
  ];
}

function mostly(movement: Movement, what: string): Phrase {
  const { largest, roi } = movement;
  const most = largest === null ? undefined : shownParts(movement).get(largest);
  if (largest === null || most === undefined) return [];
  const size: Phrase = roi === null ? [most.profit] : [most.points, ' points'];
  return [`What moved ${what} most is ${CAUSES[largest]}: `, ...size, '.'];
}

function profit({ movement, old, now }: DiffFacts): Phrase {
  if (movement.largest === null) return ['Nor has profit: it is ', amount(now.account.profit), '.'];
  const ends = ['from ', amount(old.account.profit), ' to ', amount(now.account.profit)];
  return ['Profit moved by ', profitCell(movement.profit), ', ', ...ends, '.'];
}

function compared({ horizon, old, now }: DiffFacts): Phrase {
  const what: Phrase =
    horizon === 'totals'
      ? ['the whole window']
      : horizon === 'latest12'
        ? ['the latest twelve months']
        : ['the year ', period(horizon)];
  return ['Compared is ', ...what, ': ', ...spanPhrase(old.account), ' with ', ...spanPhrase(now.account), '.'];
}

/** Whether the two could be told apart, as far as their intervals say. */
function certainty(facts: DiffFacts): Phrase {
  const [before, after] = [facts.old.account.roiInterval, facts.now.account.roiInterval];
  if (before === null || after === null) return [`No error bars: ${whoHasNone(before, after)}.`];
  const [first, second] = [before, after].map(([low, high]) => range(signedPercent(low), signedPercent(high)));
  const pair: Phrase = ['The 95% intervals, ', first!, ' and ', second!, ','];
  if (verdictOf(facts) === 'unclear') return [...pair, ' overlap: cannot tell whether it moved.'];
  return [...pair, ' lie apart.'];
}

function whoHasNone(before: unknown, after: unknown): string {
  if (before === null && after === null) return 'neither result has any';
  return before === null ? 'the old result has none' : 'the new result has none';
}

/** Up or down only where the intervals lie apart. */
function verdictOf({ old, now }: DiffFacts): Verdict {
  const [before, after] = [old.account.roiInterval, now.account.roiInterval];
  if (before === null || after === null) return 'unclear';
  if (after[0] > before[1]) return 'positive';
  return after[1] < before[0] ? 'negative' : 'unclear';
}
