import type { IncidentFigures, IncidentsResult, PerTransaction } from '../../core/incidents/result.ts';
import { count, range, text } from '../cells.ts';
import { differencePhrase, leastPhrase, rangePhrase } from '../outcomes/measure.ts';
import { capital, listed, membersName, memberVerdict, VERDICTS } from '../outcomes/words.ts';
import type { Block, Cell, Phrase } from '../report.ts';
import { shareMeasure, transactionFactor } from './measure.ts';

/** Whether members meet fewer, in sentences that can be pasted into an e-mail. */
export function incidentVerdict({ verdict, incidents, memberCohorts, transactions }: IncidentsResult): Block {
  const of = (wanted: string) => incidents.filter((own) => own.verdict === wanted).map(({ incident }) => incident);
  const [better, worse, unclear] = [of('better'), of('worse'), of('unclear')];
  const parts = [
    ...(better.length > 0 ? [`meet less of ${listed(better)} than non-members`] : []),
    ...(worse.length > 0 ? [`meet more of ${listed(worse)}`] : []),
  ];
  const basis = transactions === null ? '' : ' per transaction';
  const lead =
    parts.length === 0
      ? `Cannot tell whether ${membersName(memberCohorts)} meet less or more of ${listed(unclear)}.`
      : `${capital(membersName(memberCohorts))} ${parts.join(', and ')}${basis}.${unclear.length > 0 ? ` Cannot tell on ${listed(unclear)}.` : ''}`;
  const details: Phrase[] = [
    ['These are unadjusted differences, associations: members choose to join, and may have been more careful before.'],
  ];
  return { kind: 'verdict', ...memberVerdict(verdict), lead: [text(lead)], details };
}

/** Each kind of incident in its own sentence, per person and per transaction. */
export function incidentSentences(result: IncidentsResult): Block {
  const factor = transactionFactor(result.incidents);
  const blocks = result.incidents.map((own): Block => ({ kind: 'paragraph', text: sentence(own, factor) }));
  return { kind: 'section', id: 'in-words', title: 'In words', blocks };
}

function sentence(own: IncidentFigures, factor: number): Phrase {
  const { perTransaction: rates, perTransactionReason, verdict, people } = own;
  const per: Phrase =
    rates === null ? [` Per transaction: unknown, because ${perTransactionReason}.`] : [' ', ...perRate(rates, factor)];
  const measure = shareMeasure(own);
  const least = own.basis === 'person' ? leastPhrase('difference', measure, people.detectable) : [];
  const why = own.unclearReason === undefined ? '' : `, because ${own.unclearReason}`;
  return [text(`${own.incident}: ${VERDICTS[verdict]}${why}. `), ...perPerson(own), ...per, ...least];
}

function perPerson(own: IncidentFigures): Phrase {
  const { difference, differenceReason, interval, members, nonMembers } = own.people;
  if (difference === null) return [`The difference is unknown: ${differenceReason}.`];
  const measure = shareMeasure(own);
  return [
    ...['It happened to ', count(members.events), ' of ', count(members.people), ' members and to '],
    ...[count(nonMembers.events), ' of ', count(nonMembers.people), ' non-members: a difference of '],
    ...differencePhrase(measure, difference),
    ...(interval === null ? [] : [' (95% interval ', ...rangePhrase(measure, interval.difference), ')']),
    ...(measure.factor === 1 ? ['.'] : [' in ', count(measure.factor), ' people.']),
  ];
}

function perRate({ difference, interval, intervalReason, detectable }: PerTransaction, factor: number): Phrase {
  const rate = (value: number): Cell => ({ kind: 'count', count: value * factor, decimals: 2, signed: true });
  return [
    ...['Per ', count(factor), ' transactions the difference is ', rate(difference)],
    ...(interval === null
      ? [text(` (no interval: ${intervalReason})`)]
      : [' (95% interval ', range(rate(interval.difference[0]), rate(interval.difference[1])), ')']),
    '.',
    ...leastPhrase('difference', { kind: 'count', factor, decimals: 2 }, detectable),
  ];
}
