import { count, people, range, text } from '../cells.ts';
import { differenceCell, leastPhrase, type Measure, valueCell } from '../outcomes/measure.ts';
import { memberVerdict } from '../outcomes/words.ts';
import type { Block, Phrase } from '../report.ts';
import { type EffectFacts, effectMeasure, preTrendPhrase } from './facts.ts';

/** What goes with joining, in sentences that can be pasted into an e-mail. */
export function effectVerdictBlock(facts: EffectFacts): Block {
  const { verdict } = facts.result;
  const measure = effectMeasure(facts);
  return {
    kind: 'verdict',
    ...memberVerdict(verdict),
    lead: lead(facts, measure),
    details: [size(facts, measure), before(facts), ...breakdown(facts)],
  };
}

const BEYOND = 'beyond what those who had not joined changed by';

function lead({ result, outcome }: EffectFacts, measure: Measure): Phrase {
  const { effect, verdict, unclearReason, unit } = result;
  const { value, interval } = effect;
  const isOpen = interval === null || (interval[0] <= 0 && interval[1] >= 0);
  if (value === null || isOpen || verdict === 'unclear') {
    const why = unclearReason === undefined ? '' : `, because ${unclearReason}`;
    const what = outcome === 'spending' ? 'members spend more or less' : 'members are better or worse off';
    return [`Cannot tell whether ${what} since joining${why}.`];
  }
  const amount = valueCell(measure, Math.abs(value));
  if (outcome === 'spending') {
    return ['Since joining, members spend ', amount, ` ${value > 0 ? 'more' : 'less'} a ${unit}, ${BEYOND}.`];
  }
  const way = value > 0 ? 'higher' : 'lower';
  return ['Since joining, the outcome of members is ', amount, ` ${way} in each ${unit}, ${BEYOND}.`];
}

function size({ result }: EffectFacts, measure: Measure): Phrase {
  const { effect, people: who } = result;
  const { value, valueReason, interval, intervalReason, detectable } = effect;
  if (value === null) return [text(`The estimate is unknown: ${valueReason}.`)];
  const error: Phrase =
    interval === null
      ? [text(`no interval: ${intervalReason}`)]
      : ['95% interval ', range(differenceCell(measure, interval[0]), differenceCell(measure, interval[1]))];
  return [
    ...['The estimate is ', differenceCell(measure, value), ' (', ...error, '), over ', ...people(who.joined)],
    ' who joined and all their time since. Members choose to join, so this is associated with joining.',
    ...leastPhrase('difference', measure, detectable),
  ];
}

function before({ result: { preTrend } }: EffectFacts): Phrase {
  const { passed, basisReason } = preTrend;
  const test = preTrendPhrase(preTrend);
  if (test === undefined) return [text(`Whether trends were alike before joining is unknown: ${basisReason}.`)];
  return passed === true
    ? ['Before joining, no difference in trends was found (', ...test, '), which is no proof that there was none.']
    : ['Before joining, they were already changing in other ways than those who had not joined (', ...test, ').'];
}

function breakdown({ result }: EffectFacts): Phrase[] {
  const { sensitivity, unit, effect } = result;
  if (sensitivity === null || effect.interval === null) return [];
  const ratio = count(sensitivity.breakdownInterval, '', 2);
  if (sensitivity.breakdownInterval === 0) return [];
  return [
    [
      `The sign is open as soon as trends part, in each ${unit} since joining, by `,
      ratio,
      ` times the largest change from one ${unit} to the next that was seen before joining.`,
    ],
  ];
}
