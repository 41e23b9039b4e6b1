import type { DoseFigures, DoseResult, Slope } from '../../core/dose/result.ts';
import { count, text } from '../cells.ts';
import { differencePhrase, leastPhrase, rangePhrase, unitText } from '../outcomes/measure.ts';
import { listed, memberVerdict, VERDICTS } from '../outcomes/words.ts';
import type { Block, Phrase } from '../report.ts';
import { slopeMeasure } from './measure.ts';

/** Whether more goes with better, in sentences that can be pasted into an e-mail. */
export function doseVerdict(result: DoseResult): Block {
  const { verdict, outcomes } = result;
  const isWithin = outcomes.some(({ basis }) => basis === 'within');
  return {
    kind: 'verdict',
    ...memberVerdict(verdict),
    lead: [text(lead(outcomes))],
    details: [[isWithin ? WITHIN : ACROSS]],
  };
}

const ACROSS =
  'This is an association: people at different levels differ in other ways as well. Levels of the same people in two periods would show what goes with a change.';
const WITHIN =
  'Compared is what the same person changed by, net of what everybody changed by; people choose when to do more, so this is associated with the level.';

function lead(outcomes: readonly DoseFigures[]): string {
  const of = (verdict: string) => outcomes.filter((own) => own.verdict === verdict).map(({ outcome }) => outcome);
  const [better, worse, unclear] = [of('better'), of('worse'), of('unclear')];
  if (better.length + worse.length + unclear.length === 0) {
    return `Slopes only: which way is good was not said of ${listed(outcomes.map(({ outcome }) => outcome))}.`;
  }
  const parts = [
    ...(better.length > 0 ? [`better ${listed(better)}`] : []),
    ...(worse.length > 0 ? [`worse ${listed(worse)}`] : []),
  ];
  const rest = unclear.length > 0 ? ` Cannot tell on ${listed(unclear)}.` : '';
  return parts.length === 0
    ? `Cannot tell whether more goes with better or with worse ${listed(unclear)}.`
    : `More goes with ${parts.join(', and with ')}.${rest}`;
}

/** Each outcome in its own sentence. */
export function doseSentences({ outcomes }: DoseResult): Block {
  const blocks = outcomes.map((own): Block => ({ kind: 'paragraph', text: sentence(own) }));
  return { kind: 'section', id: 'in-words', title: 'In words', blocks };
}

function sentence(own: DoseFigures): Phrase {
  const { within, slope, slopeReason, verdict } = own;
  const why = own.unclearReason === undefined ? '' : `, because ${own.unclearReason}`;
  const start = text(`${own.outcome}: ${verdict === null ? '' : `${VERDICTS[verdict]}${why}. `}`);
  const across: Phrase =
    slope === null
      ? [`The slope across people is unknown: ${slopeReason}.`]
      : ['Each level more goes with ', ...slopePhrase(own, slope), ' across people, an association.'];
  const inside: Phrase =
    within === null
      ? []
      : [
          ' Within the same person each level more goes with a change of ',
          ...slopePhrase(own, within.slope),
          ' beyond that of everybody; the level of ',
          ...[count(within.changed), ' of ', count(within.people), ' people changed.'],
        ];
  const basis = own.basis === 'within' ? within?.slope : slope;
  const least = basis == null ? [] : leastPhrase('slope', slopeMeasure(own, basis), basis.detectable);
  return [start, ...across, ...inside, ...least, verdict === null ? ' Which way is good was not said.' : ''];
}

function slopePhrase(own: DoseFigures, slope: Slope): Phrase {
  const { value, interval } = slope;
  const measure = slopeMeasure(own, slope);
  const shown: Phrase = interval === null ? [] : [' (95% interval ', ...rangePhrase(measure, interval), ')'];
  return [...differencePhrase(measure, value), text(unitText(measure)), ...shown];
}
