import type { OutcomeFigures, OutcomesResult, OutcomeVerdict } from '../../core/outcomes/result.ts';
import { count, text } from '../cells.ts';
import type { Block, Phrase } from '../report.ts';
import { differencePhrase, leastPhrase, type Measure, measureOf, rangePhrase, unitText, valueCell } from './measure.ts';
import { capital, listed, membersName, memberVerdict, VERDICTS } from './words.ts';

/** The answer for all outcomes together, in sentences that can be pasted into an e-mail. */
export function verdictBlock(result: OutcomesResult): Block {
  const { verdict, outcomes } = result;
  const kinds = new Set(outcomes.map(({ estimate }) => estimate));
  return {
    kind: 'verdict',
    ...memberVerdict(verdict),
    lead: [text(lead(result))],
    details: [kinds.has('change') ? [CHANGE] : [], kinds.has('gap') ? [kinds.size > 1 ? SOME_GAPS : GAP] : []].filter(
      (phrase) => phrase.length > 0,
    ),
  };
}

const CHANGE =
  'Compared is what members changed by, beyond what non-members changed by; members choose to join, so this is associated with membership.';
const GAP = 'One period only: a gap is unadjusted, an association. Members may have had it before they joined.';
const SOME_GAPS = 'Where only one period is known the gap is shown, unadjusted.';

function lead({ outcomes, memberCohorts, counts }: OutcomesResult): string {
  const who = capital(membersName(memberCohorts));
  const of = (verdict: OutcomeVerdict) =>
    outcomes.filter((own) => own.verdict === verdict).map(({ outcome }) => outcome);
  const [better, worse, unclear] = [of('better'), of('worse'), of('unclear')];
  if (outcomes.length === 0) return counts.length > 0 ? 'Counts are followed over time, and compared with nobody.' : '';
  if (better.length + worse.length + unclear.length === 0) {
    return `Differences only: which way is good was not said of ${listed(outcomes.map(({ outcome }) => outcome))}.`;
  }
  const parts = [
    ...(better.length > 0 ? [`do better than non-members on ${listed(better)}`] : []),
    ...(worse.length > 0 ? [`do worse on ${listed(worse)}`] : []),
  ];
  if (parts.length === 0)
    return `Cannot tell whether ${membersName(memberCohorts)} do better or worse on ${listed(unclear)}.`;
  const rest = unclear.length > 0 ? ` Cannot tell on ${listed(unclear)}.` : '';
  const isPlain = outcomes.every(({ estimate, within }) => estimate === 'gap' && within === null);
  return `${who} ${parts.join(', and ')}${isPlain ? ', unadjusted' : ''}.${rest}`;
}

/** Each outcome in its own sentence: the verdict, the difference, and what could have been seen, so that "cannot tell" is not read as "no effect". */
export function sentenceSection(result: OutcomesResult): Block {
  const blocks = result.outcomes.map((own): Block => ({ kind: 'paragraph', text: sentence(own, result) }));
  return { kind: 'section', id: 'in-words', title: 'In words', blocks };
}

function sentence(own: OutcomeFigures, result: OutcomesResult): Phrase {
  const measure = measureOf(own);
  const name = `${own.outcome}${unitText(measure)}`;
  const why = own.unclearReason === undefined ? '' : `, because ${own.unclearReason}`;
  const verdict = own.verdict === null ? '' : `${VERDICTS[own.verdict]}${why}. `;
  return [
    text(`${name}: ${verdict}`),
    ...difference(own, measure, result),
    ...leastPhrase('difference', measure, own.detectable),
    ...alike(own, measure),
    ...direction(own),
  ];
}

function difference(own: OutcomeFigures, measure: Measure, { memberCohorts }: OutcomesResult): Phrase {
  if (own.difference === null) return [`The difference is unknown: ${own.differenceReason}.`];
  const who = capital(membersName(memberCohorts));
  const interval: Phrase =
    own.interval === null
      ? [` (no interval: ${own.intervalReason})`]
      : [' (95% interval ', ...rangePhrase(measure, own.interval.difference), ')'];
  if (own.estimate === 'change') {
    return [
      `${who} changed by `,
      ...differencePhrase(measure, own.difference),
      ' beyond what non-members changed by',
      ...interval,
      '.',
    ];
  }
  return [
    `${who} are at `,
    valueCell(measure, own.members.value),
    ', non-members at ',
    valueCell(measure, own.nonMembers.value),
    ': a gap of ',
    ...differencePhrase(measure, own.difference),
    ...interval,
    ', unadjusted.',
  ];
}

function alike({ within, withinReason = '' }: OutcomeFigures, measure: Measure): Phrase {
  if (within === null) return withinReason.startsWith('refused') ? [text(` Within: ${withinReason}.`)] : [];
  const { columns, difference: value, interval, members } = within;
  if (value === null)
    return [text(` Among people alike in ${listed(columns)}: unknown, because ${within.differenceReason}.`)];
  return [
    text(` Among people alike in ${listed(columns)} it is `),
    ...differencePhrase(measure, value),
    ...(interval === null ? [] : [' (95% interval ', ...rangePhrase(measure, interval.difference), ')']),
    ', over ',
    count(members.compared),
    ' of ',
    count(members.all),
    ' members.',
  ];
}

function direction({ verdict }: OutcomeFigures): Phrase {
  return verdict === null ? [' Which way is good was not said.'] : [];
}
