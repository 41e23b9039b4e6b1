import type { LedgerOutcome, MemberHorizon, MemberSide } from '../../core/members/result.ts';
import { MONTHS_PER } from '../../core/period.ts';
import type { Horizon, RoiResult } from '../../core/result.ts';
import { count, counted, percent, period, signedPercent, text } from '../cells.ts';
import { knownHorizon } from '../members/sentences.ts';
import type { Block, Phrase } from '../report.ts';
import { cents, derivation, type Fact, facts, ratio } from './parts.ts';

/** What an explanation of the members' side is made from. */
interface Asked {
  readonly side: MemberSide;
  /** The whole window, or the latest twelve months where these alone are known. */
  readonly own: MemberHorizon;
  /** The business over the same periods. */
  readonly business: Horizon;
  readonly isWhole: boolean;
}

type MemberExplanation = (asked: Asked) => readonly Block[];

const EXPLANATIONS: Readonly<Record<string, MemberExplanation>> = {
  'member-return': (asked) => [returnLines(asked), ...outcomeLines(asked), facts(rewardsFact(asked), when(asked))],
  'member-investment': (asked) => [investmentLines(asked), facts(when(asked))],
  'member-surplus': (asked) => [surplusLines(asked), facts(...partFacts(asked), when(asked))],
  'member-roi': (asked) => [roiLines(asked), facts(...partFacts(asked), ...interval(asked, 'roi'), when(asked))],
  'share-of-pie': (asked) => [
    shareLines(asked),
    facts(...pieFacts(asked), ...interval(asked, 'shareOfPie'), when(asked)),
  ],
  'give-back': (asked) => [
    giveBackLines(asked),
    facts(rewardsFact(asked), ...interval(asked, 'giveBack'), when(asked)),
  ],
  recognition: recognitionLines,
};

/** The arithmetic of a figure of the members' ledger with the numbers put in; undefined where the figure is none of it. */
export function explainMembers(
  id: string,
  side: MemberSide,
  { totals, latest12 }: RoiResult,
): readonly Block[] | undefined {
  const own = knownHorizon(side) ?? side.latest12;
  const isWhole = own === side;
  return EXPLANATIONS[id]?.({ side, own, business: isWhole ? totals : latest12, isWhole });
}

/** A line of arithmetic, or why there is none. */
function lines(
  left: string,
  formula: string,
  value: number | null,
  reason: string | undefined,
  ...rest: Phrase[]
): Block {
  return value === null
    ? derivation(left, [formula], [text(`unknown: ${reason ?? ''}`)])
    : derivation(left, [formula], ...rest);
}

function returnLines({ own }: Asked): Block {
  const { outcomeReturn, rewards, return: value, returnReason } = own;
  const sum: Phrase = [cents(outcomeReturn ?? 0), ' + ', cents(rewards)];
  return lines('return', 'money of outcomes + rewards', value, returnReason, sum, [cents(value ?? 0)]);
}

function outcomeLines({ side, isWhole }: Asked): Block[] {
  return side.outcomes.flatMap((own) => (own.counted === null ? [] : [outcomeLine(own, own.counted, isWhole)]));
}

function outcomeLine(own: LedgerOutcome, counted: NonNullable<LedgerOutcome['counted']>, isWhole: boolean): Block {
  const { each, per, unitValue } = counted;
  const months = isWhole ? counted.memberMonths : counted.latest12MemberMonths;
  const reason = isWhole ? counted.memberMonthsReason : counted.latest12MemberMonthsReason;
  const length = MONTHS_PER[per];
  const worth = unitValue === 1 ? '' : ' × unit value';
  const product: Phrase = [cents(each), ' × ', count(months, '', 1), length === 1 ? '' : ` ÷ ${length}`];
  return lines(
    own.outcome,
    `${own.direction === 'lower' ? '−' : ''}difference${worth} × member-months ÷ months of a ${per}`,
    months,
    reason,
    product,
    [cents((each * (months ?? 0)) / length)],
  );
}

function investmentLines({ own, side }: Asked): Block {
  const { hours, hoursValue, fees, investment, investmentReason } = own;
  const worth: Phrase =
    hours === null || side.hourValue === null ? [cents(hoursValue ?? 0)] : [cents(hours), ' × ', cents(side.hourValue)];
  return lines(
    'investment',
    'hours × what an hour is worth + fees',
    investment,
    investmentReason,
    [...worth, ' + ', cents(fees ?? 0)],
    [cents(investment ?? 0)],
  );
}

function surplusLines({ own: { return: gained, investment, surplus, surplusReason } }: Asked): Block {
  const difference: Phrase = [cents(gained ?? 0), ' − ', cents(investment ?? 0)];
  return lines('surplus', 'return − investment', surplus, surplusReason, difference, [cents(surplus ?? 0)]);
}

function roiLines({ own: { surplus, investment, roi, roiReason } }: Asked): Block {
  const quotient: Phrase = [cents(surplus ?? 0), ' ÷ ', cents(investment ?? 0)];
  return lines('ROI', 'surplus ÷ investment', roi, roiReason, quotient, [
    ratio(roi ?? 0),
    '  →  ',
    signedPercent(roi, roiReason),
  ]);
}

function shareLines({ own: { surplus, shareOfPie, shareOfPieReason }, business }: Asked): Block {
  return lines(
    'share',
    'surplus of members ÷ (surplus of members + profit of the business)',
    shareOfPie,
    shareOfPieReason,
    [cents(surplus ?? 0), ' ÷ (', cents(surplus ?? 0), ' + ', cents(business.profit), ')'],
    [ratio(shareOfPie ?? 0), '  →  ', percent(shareOfPie, shareOfPieReason)],
  );
}

function giveBackLines({ own: { rewards, giveBack, giveBackReason }, business }: Asked): Block {
  return lines(
    'give-back',
    'rewards ÷ return of the business',
    giveBack,
    giveBackReason,
    [cents(rewards), ' ÷ ', cents(business.return)],
    [ratio(giveBack ?? 0), '  →  ', percent(giveBack, giveBackReason)],
  );
}

function recognitionLines({ side: { recognition, recognitionReason } }: Asked): Block[] {
  if (recognition === null) return [facts({ label: 'coverage', value: [text(`unknown: ${recognitionReason}`)] })];
  const { coverage, coverageReason, recognised, contributors, from, to, people, times } = recognition;
  return [
    lines(
      'coverage',
      'Σ recognised ÷ Σ active members',
      coverage,
      coverageReason,
      [count(recognised), ' ÷ ', count(contributors)],
      [ratio(coverage ?? 0), '  →  ', percent(coverage, coverageReason)],
    ),
    facts(
      { label: 'in all', value: [...counted(people, 'person', 'people'), ', ', ...counted(times, 'time', 'times')] },
      { label: 'periods', value: [period(from), ' to ', period(to)] },
    ),
  ];
}

function rewardsFact({ own }: Asked): Fact {
  return { label: 'rewards', value: [cents(own.rewards), '   costs of that category; see --explain cost'] };
}

function partFacts({ own }: Asked): Fact[] {
  const shown = (value: number | null, reason = ''): Phrase =>
    value === null ? [text(`unknown: ${reason}`)] : [cents(value)];
  return [
    { label: 'return', value: [...shown(own.return, own.returnReason), '   see --explain member-return'] },
    {
      label: 'investment',
      value: [...shown(own.investment, own.investmentReason), '   see --explain member-investment'],
    },
  ];
}

function pieFacts({ own, business }: Asked): Fact[] {
  const surplus: Phrase = own.surplus === null ? [text(`unknown: ${own.surplusReason}`)] : [cents(own.surplus)];
  return [
    { label: 'surplus of members', value: [...surplus, '   see --explain member-surplus'] },
    { label: 'profit of the business', value: [cents(business.profit), '   see --explain profit'] },
  ];
}

function interval({ own }: Asked, key: 'roi' | 'shareOfPie' | 'giveBack'): Fact[] {
  if (own.interval === null) return [];
  const ends = own.interval[key];
  const value: Phrase =
    ends === null ? [text(`unknown: ${own.interval[`${key}Reason`]}`)] : [percent(ends[0]), ' to ', percent(ends[1])];
  return [{ label: '95% interval', value }];
}

function when({ own, isWhole }: Asked): Fact {
  const which = isWhole ? 'whole window' : 'latest 12 months';
  return { label: which, value: [period(own.from), ' to ', period(own.to)] };
}
