import type { MemberHorizon } from '../../../core/members/result.ts';
import type { Range } from '../../../core/result.ts';
import type { NumberFormat } from '../../workbook.ts';
import { formula, given, input, text } from '../cells.ts';
import type { Model } from '../model.ts';
import type { Setting } from '../setting.ts';
import { type Figure, list, type MakePart } from '../summary/part.ts';
import { horizonsOf } from './outcomes.ts';

/** What members gave, as the files and options say: blue cells of the sheet Inputs. */
export function givenSettings({ members }: Model): Setting[] {
  if (members === undefined) return [];
  return [
    {
      label: "Worth of a member's hour",
      value: input(members.hourValue ?? undefined, 'price'),
      says: 'What hours given are counted at.',
      name: 'hour_value',
    },
    ...horizonsOf(members).flatMap(({ name, horizon }): Setting[] => {
      const over = name === 'members' ? 'over the whole window' : 'over the latest 12 months';
      return [
        {
          label: `Hours given ${over}`,
          value: input(horizon.hours ?? undefined, 'decimal'),
          says: '',
          name: `${name}_time`,
        },
        {
          label: `Fees paid ${over}`,
          value: input(horizon.fees ?? undefined, 'price'),
          says: '',
          name: `${name}_paid`,
        },
      ];
    }),
  ];
}

/** The members' ledger, over the whole window and over the latest twelve months. */
export function memberLedgerParts({ members }: Model): MakePart[] {
  if (members === undefined) return [];
  return horizonsOf(members).map(({ title, key, name, horizon }) => list(title, figuresOf(key, name, horizon)));
}

/** How the formulas of a horizon call what lies on other sheets. */
const ELSEWHERE = {
  members: { gained: 'members_gained', rewards: 'SUM(period_rewards)', profit: 'total_profit', return: 'total_return' },
  members_latest: {
    gained: 'members_latest_gained',
    rewards: 'SUMPRODUCT((period_month>=latest_from)*period_rewards)',
    profit: 'latest_profit',
    return: 'latest_return',
  },
} as const;

/** A figure of the ledger that may be unknown. */
type Figured = Exclude<
  Extract<keyof MemberHorizon, string>,
  'from' | 'to' | 'periods' | 'rewards' | 'interval' | 'verdict' | `${string}Reason`
>;

function figuresOf(key: string, name: keyof typeof ELSEWHERE, horizon: MemberHorizon): Figure[] {
  const other = ELSEWHERE[name];
  const { interval } = horizon;
  const own = (figure: string) => `${name}_${figure}`;
  /** Unknown where the calculation says so; a ratio that its own formula leaves open is empty. */
  const figure = (label: string, of: Figured, called: string, written: string, format: NumberFormat): Figure => {
    const value = horizon[of];
    const isOpen = value === null && !written.startsWith('IF(');
    const head = { label, key: `${key}.${of}` };
    if (isOpen) return { ...head, value: text('not known'), says: `${horizon[`${of}Reason`]}.` };
    return { ...head, value: formula(written, value, format), name: own(called) };
  };
  const open = (written: string) => (horizon.surplus === null ? '' : written);
  const got = (end: string) => `SUM(${other.gained}_${end})+${own('rewards')}`;
  const left = (end: string) => `${got(end)}-${own('gave')}`;
  const pie = `${own('left')}/(${own('left')}+${other.profit})`;
  return [
    figure('From outcomes', 'outcomeReturn', 'outcomes', `SUM(${other.gained})`, 'money'),
    {
      label: 'Rewards received',
      key: `${key}.rewards`,
      value: formula(other.rewards, horizon.rewards, 'money'),
      name: own('rewards'),
    },
    {
      ...figure('Return', 'return', 'got', `${own('outcomes')}+${own('rewards')}`, 'money'),
      ...ends(interval?.return, got, 'money'),
    },
    figure('Hours given', 'hours', 'hours', own('time'), 'count'),
    figure('Their worth', 'hoursValue', 'worth', `${own('hours')}*hour_value`, 'money'),
    figure('Fees paid', 'fees', 'fees', own('paid'), 'money'),
    figure('Investment', 'investment', 'gave', `${own('worth')}+${own('fees')}`, 'money'),
    {
      ...figure('Surplus', 'surplus', 'left', `${own('got')}-${own('gave')}`, 'money'),
      ...ends(interval?.surplus, left, 'money'),
    },
    {
      ...figure('ROI', 'roi', 'roi', open(`IF(${own('gave')}>0,${own('left')}/${own('gave')},"")`), 'percent'),
      ...ends(interval?.roi, (end) => `(${left(end)})/${own('gave')}`, 'percent'),
    },
    {
      ...figure(
        'Share of the pie',
        'shareOfPie',
        'share',
        open(`IF(AND(${own('left')}>0,${other.profit}>0),${pie},"")`),
        'percent',
      ),
      ...givenEnds(interval?.shareOfPie),
    },
    {
      ...figure(
        'Give-back',
        'giveBack',
        'back',
        `IF(${other.return}>0,${own('rewards')}/${other.return},"")`,
        'percent',
      ),
      ...givenEnds(interval?.giveBack),
    },
  ];
}

type Ends = Pick<Figure, 'low' | 'high'>;

/** The ends of an interval as formulas over those of the outcomes. */
function ends(range: Range | null | undefined, written: (end: 'low' | 'high') => string, format: NumberFormat): Ends {
  if (range === null || range === undefined) return {};
  return { low: formula(written('low'), range[0], format), high: formula(written('high'), range[1], format) };
}

/** The ends of an interval that takes the errors of both sides: values. */
function givenEnds(range: Range | null | undefined): Ends {
  if (range === null || range === undefined) return {};
  return { low: given(range[0], 'percent'), high: given(range[1], 'percent') };
}
