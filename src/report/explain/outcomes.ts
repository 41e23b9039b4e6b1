import type { DoseFigures, DoseResult, Slope } from '../../core/dose/result.ts';
import type { EventResult } from '../../core/event/result.ts';
import type { IncidentFigures, IncidentsResult } from '../../core/incidents/result.ts';
import type { OutcomeFigures, OutcomesResult } from '../../core/outcomes/result.ts';
import { count, text } from '../cells.ts';
import { arithmeticSection } from '../event/arithmetic.ts';
import { eventMeasure } from '../event/measure.ts';
import { decimalsOf } from '../outcomes/measure.ts';
import type { Block, Phrase } from '../report.ts';
import { derivation, type Fact, facts, ratio } from './parts.ts';

/** The arithmetic of a figure of `outcomes`, outcome by outcome. */
export function explainOutcomes(id: string, { outcomes }: OutcomesResult): readonly Block[] {
  const each = { 'unadjusted-gap': gap, 'change-against-change': change, 'risk-ratio': riskRatio, 'e-value': eValue }[
    id
  ];
  return each === undefined ? [] : outcomes.flatMap(each);
}

/** The arithmetic of a figure of `event`: as the report itself shows it. */
export function explainEvent(id: string, result: EventResult): readonly Block[] {
  const left = id === 'placebo' ? 'placebo' : 'difference';
  const [section] = arithmeticSection(result, eventMeasure(result));
  const blocks = section?.kind === 'section' ? section.blocks : [];
  const lines = blocks.filter((block) => block.kind === 'derivation' && block.left === left);
  const { placeboReason, changeReason, levelsReason } = result.pooled;
  if (lines.length === 0) return unknownLine(left, (id === 'placebo' ? placeboReason : changeReason) ?? levelsReason);
  const change = id === 'placebo' ? result.pooled.placebo : result.pooled.change;
  return [...lines, facts(...range('95% interval', change?.interval?.difference))];
}

/** The arithmetic of a figure of `dose`. */
export function explainDose(id: string, { outcomes }: DoseResult): readonly Block[] {
  return outcomes.flatMap((own) => (id === 'within-person' ? within(own) : across(own)));
}

/** The arithmetic of a figure of `incidents`. */
export function explainIncidents(_id: string, { incidents }: IncidentsResult): readonly Block[] {
  return incidents.flatMap(perTransaction);
}

/** A number with as many digits as show three or four. */
const plain = (value: number, beside = value): Phrase[number] => count(value, '', decimalsOf(Math.abs(beside)));

const unknownLine = (left: string, reason = ''): Block[] => [derivation(left, [text(`unknown: ${reason}`)])];

const range = (label: string, ends: readonly [number, number] | null | undefined): Fact[] =>
  ends == null ? [] : [{ label, value: [plain(ends[0], ends[1]), ' to ', plain(ends[1])] }];

function gap({
  outcome,
  estimate,
  members,
  nonMembers,
  difference,
  differenceReason,
  interval,
}: OutcomeFigures): Block[] {
  if (estimate !== 'gap') return unknownLine(outcome, 'two periods are compared; see --explain change-against-change');
  if (difference === null) return unknownLine(outcome, differenceReason);
  const [own, other] = [members.value ?? 0, nonMembers.value ?? 0];
  return [
    derivation(outcome, ['m(members) − m(non-members)'], [plain(own), ' − ', plain(other)], [plain(difference, own)]),
    facts(
      ...sideFacts('members', members),
      ...sideFacts('non-members', nonMembers),
      ...range('95% interval', interval?.difference),
    ),
  ];
}

function sideFacts(label: string, { events, people }: OutcomeFigures['members']): Fact[] {
  const value: Phrase =
    events === null ? [count(people), ' people'] : [count(events), ' of ', count(people), ' people'];
  return [{ label, value }];
}

function change(own: OutcomeFigures): Block[] {
  const { outcome, levels, difference, differenceReason, members, nonMembers, interval, from, to } = own;
  if (levels === null) return unknownLine(outcome, 'there is one period; see --explain unadjusted-gap');
  if (difference === null) return unknownLine(outcome, differenceReason);
  const scale = levels.members.after ?? 0;
  const step = ({ before, after }: typeof levels.members): Phrase => [
    ...['(', plain(after ?? 0, scale), ' − ', plain(before ?? 0, scale), ')'],
  ];
  const changes: Phrase = [plain(members.value ?? 0, scale), ' − ', ...inBrackets(nonMembers.value ?? 0, scale)];
  return [
    derivation(
      outcome,
      ['change of members − change of non-members'],
      [...step(levels.members), ' − ', ...step(levels.nonMembers)],
      changes,
      [plain(difference, scale)],
    ),
    facts(
      { label: 'periods', value: [text(`${from} and ${to}`)] },
      ...sideFacts('members', members),
      ...sideFacts('non-members', nonMembers),
      ...range('95% interval', interval?.difference),
    ),
  ];
}

function inBrackets(value: number, scale: number): Phrase {
  return value < 0 ? ['(', plain(value, scale), ')'] : [plain(value, scale)];
}

function riskRatio({ outcome, members, nonMembers, ratio: figures, ratioReason }: OutcomeFigures): Block[] {
  if (figures === null) return unknownLine(outcome, ratioReason);
  const half = figures.halfAdded ? 0.5 : 0;
  const part = ({ events, people }: OutcomeFigures['members']): Phrase => [
    ...['(', count((events ?? 0) + half, '', half * 2), ' ÷ ', count(people + 2 * half), ')'],
  ];
  return [
    derivation(
      outcome,
      ['(events ÷ people)(members) ÷ (events ÷ people)(non-members)'],
      [...part(members), ' ÷ ', ...part(nonMembers)],
      [ratio(figures.value)],
    ),
    facts(
      ...range('95% interval', figures.interval),
      ...(half === 0 ? [] : [{ label: '½', value: ['added to each count, because one is 0'] }]),
    ),
  ];
}

function eValue({ outcome, ratio: figures, ratioReason }: OutcomeFigures): Block[] {
  if (figures === null) return unknownLine(outcome, ratioReason);
  const { value, eValue: found } = figures;
  const larger = value < 1 ? 1 / value : value;
  return [
    ...(value < 1 ? [derivation('R', ['1 ÷ ratio'], ['1 ÷ ', ratio(value)], [ratio(larger)])] : []),
    derivation(
      outcome,
      ['R + √(R · (R − 1))'],
      [ratio(larger), ' + √(', ratio(larger), ' × ', ratio(larger - 1), ')'],
      [ratio(found.value)],
    ),
    facts({ label: 'of the end nearer to 1', value: [ratio(found.limit)] }),
  ];
}

function across({ outcome, slope, slopeReason, people, spearman }: DoseFigures): Block[] {
  if (slope === null) return unknownLine(outcome, slopeReason);
  const facing: Fact[] =
    spearman === null ? [] : [{ label: "Spearman's rank correlation", value: [ratio(spearman.rho)] }];
  return slopeLines(
    outcome,
    slope,
    ['least-squares slope of the outcome on the level'],
    [{ label: 'people', value: [count(people)] }, ...facing],
  );
}

function within({ outcome, within: own, withinReason }: DoseFigures): Block[] {
  if (own === null) return unknownLine(outcome, withinReason);
  const who: Phrase = [count(own.changed), ' of ', count(own.people), ' people changed their level'];
  const formula: Phrase = ['slope of the change of the outcome on the change of the level'];
  return slopeLines(outcome, own.slope, formula, [{ label: 'people', value: who }]);
}

function slopeLines(outcome: string, slope: Slope, formula: Phrase, more: readonly Fact[]): Block[] {
  return [
    derivation(outcome, formula, [plain(slope.value), ' for each level more']),
    facts(
      ...more,
      ...range('95% interval', slope.interval),
      ...(slope.detectable === null
        ? []
        : [{ label: 'the smallest slope that these data could have shown', value: [plain(slope.detectable)] }]),
    ),
  ];
}

function perTransaction({ incident, perTransaction: own, perTransactionReason }: IncidentFigures): Block[] {
  if (own === null) return unknownLine(incident, perTransactionReason);
  const { members, nonMembers, ratio: figures, ratioReason, interval } = own;
  const rate = ({ incidents, transactions }: typeof members): Phrase => [
    ...['(', count(incidents), ' ÷ ', count(transactions), ')'],
  ];
  return [
    derivation(
      incident,
      ['(incidents ÷ transactions)(members) ÷ (incidents ÷ transactions)(non-members)'],
      [...rate(members), ' ÷ ', ...rate(nonMembers)],
      [ratio(members.rate), ' ÷ ', ratio(nonMembers.rate)],
      figures === null ? [text(`unknown: ${ratioReason}`)] : [ratio(figures.value)],
    ),
    facts(
      ...range('95% interval of the ratio', figures?.interval),
      { label: 'difference of the rates', value: [ratio(own.difference)] },
      ...range('its 95% interval', interval?.difference),
    ),
  ];
}
