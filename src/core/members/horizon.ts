import { isUnknown, type Unknown, unknown } from '../../stats/unknown.ts';
import { LEVEL } from '../input.ts';
import { known } from '../known.ts';
import type { CostsByCategory, Horizon, Range } from '../result.ts';
import type { OutcomeMoney } from './money.ts';
import { giveBack, giveBackInterval, type Slice, shareInterval, shareOfPie } from './pie.ts';
import type { MemberHorizon, MemberInterval } from './result.ts';

/** What a run of periods holds, before it is put together. */
export interface HorizonParts {
  /** Money from all outcomes that count. */
  readonly outcomes: OutcomeMoney | Unknown;
  readonly hours: number | Unknown;
  readonly fees: number | Unknown;
  readonly hourValue: number | undefined;
  readonly costs: CostsByCategory;
  /** The other ledger over the same periods. */
  readonly business: Horizon;
}

/** The members' ledger over a run of periods. A part that is missing leaves what rests on it unknown, and is never taken for 0. */
export function memberHorizon(parts: HorizonParts): MemberHorizon {
  const { outcomes, hours, fees, hourValue, costs, business } = parts;
  const rewards = costs.rewards ?? 0;
  const gained = isUnknown(outcomes) ? outcomes : outcomes.value;
  const hoursValue = isUnknown(hours) ? hours : worth(hours, hourValue);
  const returned = plus(gained, rewards);
  const investment = plus(hoursValue, fees);
  const surplus = plus(returned, isUnknown(investment) ? investment : -investment);
  const interval = intervalOf(parts, rewards, surplus, investment);
  return {
    from: business.from,
    to: business.to,
    periods: business.periods,
    ...known('outcomeReturn', gained),
    rewards,
    ...known('return', returned),
    ...known('hours', hours),
    ...known('hoursValue', hoursValue),
    ...known('fees', fees),
    ...known('investment', investment),
    ...known('surplus', surplus),
    ...known('roi', ratio(surplus, investment)),
    ...known('shareOfPie', shareOfPie(surplus, business.profit)),
    ...known('giveBack', giveBack(rewards, business.return)),
    ...known('interval', interval),
    ...known('verdict', isUnknown(surplus) ? surplus : verdictOf(interval)),
  };
}

function worth(hours: number, hourValue: number | undefined): number | Unknown {
  if (hours === 0) return 0;
  return hourValue === undefined ? unknown('nobody said what an hour is worth: --hour-value 25') : hours * hourValue;
}

function plus(a: number | Unknown, b: number | Unknown): number | Unknown {
  if (isUnknown(a)) return a;
  return isUnknown(b) ? b : a + b;
}

function ratio(surplus: number | Unknown, investment: number | Unknown): number | Unknown {
  if (isUnknown(surplus)) return surplus;
  if (isUnknown(investment)) return investment;
  return investment > 0 ? surplus / investment : unknown('members gave nothing');
}

function intervalOf(
  { outcomes, business }: HorizonParts,
  rewards: number,
  surplus: number | Unknown,
  investment: number | Unknown,
): MemberInterval | Unknown {
  if (isUnknown(outcomes)) return outcomes;
  if (isUnknown(outcomes.interval)) return outcomes.interval;
  const [low, high] = outcomes.interval;
  const returned: Range = [low + rewards, high + rewards];
  const left: Range | Unknown = isUnknown(investment)
    ? investment
    : [returned[0] - investment, returned[1] - investment];
  const own: Slice = { value: surplus, interval: left };
  const other: Slice = {
    value: business.profit,
    interval: business.interval?.profit ?? unknown(`the business has no interval: ${business.intervalReason}`),
  };
  const share = shareOfPie(surplus, business.profit);
  const businessReturn = business.interval?.return;
  return {
    level: LEVEL,
    return: returned,
    ...known('surplus', left),
    ...known('roi', rangeOver(left, investment)),
    ...known('shareOfPie', isUnknown(share) ? share : shareInterval(own, other)),
    ...known(
      'giveBack',
      isUnknown(giveBack(rewards, business.return)) || businessReturn === undefined
        ? unknown(
            businessReturn === undefined
              ? `the business has no interval: ${business.intervalReason}`
              : 'the business has no return',
          )
        : giveBackInterval(rewards, businessReturn),
    ),
  };
}

function rangeOver(left: Range | Unknown, investment: number | Unknown): Range | Unknown {
  if (isUnknown(left)) return left;
  if (isUnknown(investment)) return investment;
  return investment > 0 ? [left[0] / investment, left[1] / investment] : unknown('members gave nothing');
}

/** The verdict comes from the interval and not from the sign. */
function verdictOf(interval: MemberInterval | Unknown): 'positive' | 'negative' | 'unclear' {
  if (isUnknown(interval) || interval.surplus === null) return 'unclear';
  const [low, high] = interval.surplus;
  if (low > 0) return 'positive';
  return high < 0 ? 'negative' : 'unclear';
}
