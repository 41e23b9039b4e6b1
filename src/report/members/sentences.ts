import type { MemberHorizon, MemberSide } from '../../core/members/result.ts';
import { amount, percent, range, signedPercent, text } from '../cells.ts';
import { verdictBlock } from '../outcomes/sentences.ts';
import type { Block, Phrase } from '../report.ts';
import type { MemberFacts } from './facts.ts';

/** The answer for members in a sentence: of the whole window, or of the latest twelve months where that is all that is known. */
export function memberLead({ side, outcomes }: MemberFacts): Phrase {
  const known = knownHorizon(side);
  if (known !== undefined)
    return [known === side ? 'Members: ' : 'Members, latest 12 months: ', ...ledgerPhrase(known)];
  const lead = outcomes === undefined ? [] : leadOf(outcomes.result);
  const reason = text(`Their ledger is unknown (${side.latest12.surplusReason ?? ''}).`);
  return lead.length > 0
    ? [...lead, ' ', reason]
    : ['Members: ', text(`unknown, because ${side.latest12.surplusReason}.`)];
}

/** The whole window, or the latest twelve months; undefined where the surplus of neither is known. */
export function knownHorizon(side: MemberSide): MemberHorizon | undefined {
  return [side, side.latest12].find(({ surplus }) => surplus !== null);
}

function leadOf(result: Parameters<typeof verdictBlock>[0]): Phrase {
  const block = verdictBlock(result);
  return block.kind === 'verdict' ? block.lead : [];
}

function ledgerPhrase({ roi, interval, return: returned, investment, surplus, shareOfPie }: MemberHorizon): Phrase {
  const share: Phrase = shareOfPie === null ? ['.'] : ['; ', percent(shareOfPie), ' of the pie.'];
  if (roi === null) return [...gained(surplus ?? 0), ', and nothing given', ...share];
  const ends = interval?.roi ?? null;
  const around: Phrase = ends === null ? [] : [' ', range(signedPercent(ends[0]), signedPercent(ends[1]))];
  const money: Phrase = [...gained(returned ?? 0), ' on ', amount(investment), ' given', ...share];
  return ['ROI ', signedPercent(roi), ...around, '. ', ...money];
}

function gained(money: number): Phrase {
  return money < 0 ? [amount(-money), ' lost'] : [amount(money), ' gained'];
}

/** The figures of members that a page sets large; none where their ledger is unknown. */
export function memberFigures(side: MemberSide): NonNullable<Extract<Block, { kind: 'verdict' }>['figures']> {
  const known = knownHorizon(side);
  if (known === undefined) return [];
  const { roi, roiReason, interval, shareOfPie } = known;
  const ends = interval?.roi ?? null;
  const note: Phrase =
    ends === null ? ['no error bars'] : ['95% ', range(signedPercent(ends[0]), signedPercent(ends[1]))];
  const own = { label: "Members' ROI", value: signedPercent(roi, roiReason), note };
  return shareOfPie === null
    ? [own]
    : [own, { label: "Members' share", value: percent(shareOfPie), note: ['of the pie'] }];
}

/** What the interval says of the sign of the members' surplus; without one, why there is none. */
export function certainty(side: MemberSide): Phrase[] {
  const known = knownHorizon(side);
  if (known === undefined) return [];
  const { verdict, interval, intervalReason } = known;
  if (interval === null) return [[text(`No error bars for members: ${intervalReason}.`)]];
  if (verdict === 'positive') return [['Members gain even at the low end of the 95% interval.']];
  if (verdict === 'negative') return [['Members lose even at the high end of the 95% interval.']];
  return [['Cannot tell whether members gain: the 95% interval holds both a gain and a loss.']];
}
