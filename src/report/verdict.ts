import type { Horizon, RoiResult } from '../core/result.ts';
import { amount, count, period, range, signedPercent, text } from './cells.ts';
import type { Block, Phrase } from './report.ts';

/** The answer in sentences that can be pasted into an e-mail. */
export function verdictBlock(result: Omit<RoiResult, 'caveats'>): Block {
  const { totals } = result;
  return {
    kind: 'verdict',
    verdict: result.verdict,
    lead: lead(totals),
    details: [direction(result), certainty(result)].filter((phrase) => phrase.length > 0),
    figures: figures(result),
  };
}

type Verdict = Extract<Block, { kind: 'verdict' }>;

/** The figures that a page sets large: they repeat what the sentences say. */
function figures({ totals, latest12, breakEven }: Omit<RoiResult, 'caveats'>): NonNullable<Verdict['figures']> {
  const { cumulative, projected } = breakEven;
  const latest = { label: 'ROI, latest 12 months', value: signedPercent(latest12.roi, latest12.roiReason) };
  return [
    { label: 'ROI', value: signedPercent(totals.roi, totals.roiReason), note: rangeNote(totals) },
    { label: 'Return', value: amount(totals.return) },
    { label: 'Cost', value: amount(totals.cost) },
    ...(latest12.periods < totals.periods ? [{ ...latest, note: rangeNote(latest12) }] : []),
    cumulative !== null || projected === null
      ? { label: 'Paid back', value: cumulative === null ? text('not yet') : period(cumulative) }
      : { label: 'Paid back', value: period(projected), note: ['at this trend'] },
  ];
}

function rangeNote(horizon: Horizon): Phrase {
  const [, range] = roiRange(horizon);
  return range === undefined ? ['no error bars'] : ['95% ', range];
}

const HALF_A_CENT = 0.005;

function lead(totals: Horizon): Phrase {
  const money: Phrase = [amount(totals.return), ' returned on ', amount(totals.cost), ' spent: '];
  const balance: Phrase =
    Math.abs(totals.profit) < HALF_A_CENT
      ? ['exactly what it cost.']
      : totals.profit < 0
        ? [amount(-totals.profit), ' short so far.']
        : [amount(totals.profit), ' more than it cost.'];
  if (totals.roi !== null) return ['ROI ', signedPercent(totals.roi), ...roiRange(totals), '. ', ...money, ...balance];
  return [`ROI unknown, because ${totals.roiReason}. `, amount(totals.return), ' returned.'];
}

/** Where it is going: the latest twelve months, since when it pays, and when the whole is paid back. */
function direction({ totals, latest12, breakEven, unit }: Omit<RoiResult, 'caveats'>): Phrase {
  const phrase: (Phrase[number] | Phrase)[] = [];
  if (latest12.periods < totals.periods) {
    phrase.push('Latest 12 months ', percentOrUnknown(latest12), '. ');
  }
  if (breakEven.period === null) {
    phrase.push(`The latest ${unit} cost more than it returned. `);
  } else if (breakEven.period !== totals.from) {
    phrase.push(`Each ${unit} since `, period(breakEven.period), ' has returned more than it cost. ');
  }
  if (breakEven.cumulative !== null && breakEven.cumulative !== totals.from) {
    phrase.push('The whole was paid back in ', period(breakEven.cumulative), '.');
  } else if (breakEven.projected !== null) {
    phrase.push('At this trend the whole is paid back in ', period(breakEven.projected), '.');
  }
  return phrase.flat();
}

function percentOrUnknown(horizon: Horizon): Phrase[number] {
  return signedPercent(horizon.roi, horizon.roiReason);
}

/** What the interval says of the sign; without one, what would give it. */
function certainty({ totals, verdict }: Omit<RoiResult, 'caveats'>): Phrase {
  const { interval } = totals;
  if (interval === null) return [`No error bars: ${totals.intervalReason}.`];
  if (verdict === 'positive') return ['Even the low end of the 95% interval has paid back.'];
  if (verdict === 'negative') return ['Even the high end of the 95% interval has not paid back.'];
  const { roi, return: returned } = interval.detectable;
  return [
    'Cannot tell: the 95% interval holds both profit and loss. The smallest difference that these data could have shown is ',
    ...(roi === null
      ? [amount(returned)]
      : [count(roi * 100, '', roi < 1 ? 1 : 0), ' points of ROI, or ', amount(returned)]),
    '.',
  ];
}

/** ` [−9.0%, +1.0%]`, where there is an interval. */
function roiRange({ interval }: Horizon): Phrase {
  if (interval === null || interval.roi === null) return [];
  return [' ', range(signedPercent(interval.roi[0]), signedPercent(interval.roi[1]))];
}
