import type { EventResult, JudgedFigures } from '../../core/event/result.ts';
import { count, text } from '../cells.ts';
import { leastPhrase, type Measure, sizePhrase, valueCell } from '../outcomes/measure.ts';
import { memberVerdict, VERDICTS } from '../outcomes/words.ts';
import type { Block, Phrase } from '../report.ts';
import { changePhrase, intervalPhrase, isClear } from './measure.ts';

/** What goes with the event, in sentences that can be pasted into an e-mail. */
export function eventVerdict(result: EventResult, measure: Measure): Block {
  const { pooled, windows } = result;
  const details = [...story(pooled, windows.days, measure), ...check(pooled, windows.days, measure)];
  const associated = ['People choose to attend; this is associated with the event, and not shown to be its doing.'];
  return {
    kind: 'verdict',
    ...memberVerdict(result.verdict),
    lead: lead(result, measure),
    details: pooled.change === null ? [] : [...details, associated],
  };
}

function lead({ pooled, outcome, windows: { days } }: EventResult, measure: Measure): Phrase {
  const { change, changeReason, verdict, unclearReason } = pooled;
  if (change === null) return [`Cannot tell what goes with the event: ${changeReason}.`];
  if (verdict === 'unclear') {
    return unclearReason === undefined
      ? ['Cannot tell whether attendees have more or less after the event.']
      : [`Cannot tell what goes with the event, because ${unclearReason}.`];
  }
  const what = `${outcome === 'count' ? ' transactions' : ''} ${change.difference > 0 ? 'more' : 'less'}`;
  return [
    ...['After the event attendees have ', ...sizePhrase(measure, Math.abs(change.difference)), what],
    ...[
      ` each in ${days} days`,
      ...intervalPhrase(measure, change),
      ', beyond what people who never attended changed by.',
    ],
  ];
}

function story({ change, levels, verdict }: JudgedFigures, days: number, measure: Measure): Phrase[] {
  if (change === null || levels === null) return [];
  const { attendees, neverAttended } = levels;
  const value = (amount: number) => valueCell(measure, amount);
  const moved: Phrase = [
    `From the ${days} days before to the ${days} days from the event on attendees went from `,
    ...[value(attendees.before), ' to ', value(attendees.after), ', people who never attended from '],
    ...[value(neverAttended.before), ' to ', value(neverAttended.after)],
  ];
  const difference: Phrase =
    verdict === 'unclear' ? [': a difference of ', ...changePhrase(measure, change), '.'] : ['.'];
  return [[...moved, ...difference, ...leastPhrase('difference', measure, change.detectable)]];
}

function check(
  { placebo, placeboReason, beyondPlacebo, change }: JudgedFigures,
  days: number,
  measure: Measure,
): Phrase[] {
  if (placebo === null) return [[`There is no placebo: ${placeboReason}.`]];
  const still = placebo.interval === null ? '' : ', not clear of 0, as it should be';
  const said = isClear(placebo) ? ': attendees were on another path before the event' : still;
  const beyond: Phrase =
    isClear(change) && beyondPlacebo !== null
      ? [' Beyond the placebo the change is ', ...changePhrase(measure, beyondPlacebo), '.']
      : [];
  return [
    [`The placebo, the same ${days} days earlier, is `, ...changePhrase(measure, placebo), `${said}.`, ...beyond],
  ];
}

/** So many events are told of in words; the table has more. */
const MOST_SENTENCES = 12;

/** Each event in its own sentence. */
export function eventSentences({ events, windows: { days } }: EventResult, measure: Measure): Block[] {
  if (events.length === 0) return [];
  const blocks = events.slice(0, MOST_SENTENCES).map((own): Block => {
    const why = own.unclearReason === undefined ? '' : `, because ${own.unclearReason}`;
    const start = text(`${own.event}: ${VERDICTS[own.verdict]}${why}. `);
    if (own.change === null)
      return { kind: 'paragraph', text: [start, `The difference is unknown: ${own.changeReason}.`] };
    const placebo: Phrase =
      own.placebo === null
        ? []
        : [' Placebo: ', ...changePhrase(measure, own.placebo), isClear(own.placebo) ? ', clear of 0.' : '.'];
    return {
      kind: 'paragraph',
      text: [
        start,
        ...[count(own.attendees), ` attendees changed in ${days} days by `, ...changePhrase(measure, own.change)],
        ' beyond what people who never attended changed by.',
        ...placebo,
        ...leastPhrase('difference', measure, own.change.detectable),
      ],
    };
  });
  return [{ kind: 'section', id: 'in-words', title: 'In words', blocks }];
}
