import type { RoiOptions } from '../core/input.ts';

/**
 * Each figure explained as the question that it answers. `explain <metric>` prints an entry, `docs/method.md` is
 * generated from all of them, and a test computes every worked number from the fixture that it names.
 */
export interface GlossaryEntry {
  /** What `explain`, `--explain` and `--fail-under` take. */
  readonly id: string;
  readonly title: string;
  readonly question: string;
  /** One line per step. */
  readonly formula: readonly string[];
  readonly assumptions: readonly string[];
  /** When the figure is unknown. */
  readonly unknown: string;
  /** Where it stands in the JSON under `data`. */
  readonly path: string;
  readonly worked: WorkedNumber;
}

/** A figure of a bundled fixture, and how it comes about. */
export interface WorkedNumber {
  readonly fixture: string;
  /** What the calculation is run with, where it is not the default. */
  readonly options?: RoiOptions;
  readonly value: number | string;
  readonly text: string;
}

export const GLOSSARY: readonly GlossaryEntry[] = [
  {
    id: 'roi',
    title: 'Return on investment',
    question: 'For each unit of money that the community cost, how much came back beyond it?',
    formula: ['ROI = (return − cost) ÷ cost'],
    assumptions: [
      'One-off costs count by the part of their useful life that lies in the window.',
      'The return is what the uplift and the other returns bring; see those.',
    ],
    unknown: 'Where there is no cost, or credits exceed the costs.',
    path: 'totals.roi',
    worked: {
      fixture: 'worked-example',
      value: -32690 / 825270,
      text: '(792,580 − 825,270) ÷ 825,270 = −0.0396, or −4.0%.',
    },
  },
  {
    id: 'profit',
    title: 'Profit',
    question: 'How much more did the community return than it cost?',
    formula: ['profit = return − cost'],
    assumptions: ['Return and cost cover the same periods.'],
    unknown: 'Never: a loss is a profit below zero.',
    path: 'totals.profit',
    worked: { fixture: 'worked-example', value: -32690, text: '792,580 − 825,270 = −32,690.' },
  },
  {
    id: 'return',
    title: 'Return',
    question: 'What did the community bring in that would not have come anyway?',
    formula: [
      'return = Σ over periods, active members and lurkers: uplift × people × margin',
      '       + Σ over other returns: amount × attribution (× margin where it is revenue)',
    ],
    assumptions: [
      'Newcomers return nothing by definition: they are the yardstick.',
      'An uplift below zero counts against the community.',
    ],
    unknown: 'Never; before the first spending row it is 0, and the report says so.',
    path: 'totals.return',
    worked: {
      fixture: 'spending-challenge',
      value: 35000,
      text: 'An uplift of 20 from each of 1,750 active members: 20 × 1,750 = 35,000.',
    },
  },
  {
    id: 'uplift',
    title: 'Uplift',
    question: 'How much more does a member spend than newcomers did, beyond what non-members changed by anyway?',
    formula: [
      'uplift(c, t) = (m(c, t) − m(non_member, t)) − gap(B)',
      'For a baseline of one period b: uplift = m(c, t) − m(newcomer, b) − drift(t)',
    ],
    assumptions: [
      'm(c, t) is the spending per person of cohort c (active or lurker) in period t.',
      'Without the community, members would have changed as non-members did (parallel trends).',
      'It is associated with membership: members choose to join.',
    ],
    unknown: 'Where nobody is in the cohort.',
    path: 'periods.-1.cohorts.active.uplift',
    worked: {
      fixture: 'spending-challenge',
      value: 20,
      text: 'Newcomers spent 100, active members 130, and non-members went from 70 to 80: 130 − 100 − (80 − 70) = 20.',
    },
  },
  {
    id: 'baseline',
    title: 'Baseline gap',
    question: 'What did newcomers already spend beyond non-members, before the community could act on them?',
    formula: ['gap(B) = Σ n(newcomer, t) · (m(newcomer, t) − m(non_member, t)) ÷ Σ n(newcomer, t), over t in B'],
    assumptions: [
      'B is the first period with spending, unless --baseline names another, a range, or all.',
      'The newcomers of the baseline carry the whole sum: with few of them everything is noisy.',
    ],
    unknown: 'A baseline without newcomers is an error.',
    path: 'baseline.gap',
    worked: {
      fixture: 'worked-example',
      value: 10,
      text: 'Newcomers of 2021-01 spent 40 each and non-members 30: the gap is 10.',
    },
  },
  {
    id: 'drift',
    title: 'Drift',
    question: 'What would have happened anyway?',
    formula: ['drift(t) = m(non_member, t) − m(non_member, b)'],
    assumptions: ['Non-members were touched by everything but the community.'],
    unknown: 'Before the first spending row.',
    path: 'periods.-1.drift',
    worked: { fixture: 'spending-challenge', value: 10, text: 'Non-members went from 70 to 80: the drift is 10.' },
  },
  {
    id: 'cost',
    title: 'Cost',
    question: 'What did the community take?',
    formula: [
      'cost = Σ amount × share, over every period in which it recurs',
      'one-off cost in a period = amount ÷ (useful life in months) × months of the period within that life',
    ],
    assumptions: [
      'One-off costs are spread in a straight line over --life years (4), or their own useful_life_years.',
      'A cost that is missing is missing, not zero: the report names steady costs with holes.',
    ],
    unknown: 'Never.',
    path: 'totals.cost',
    worked: {
      fixture: 'worked-example',
      value: 825270,
      text: 'one_off 180,000 + ongoing 162,000 + staff 410,400 + developer 54,000 + misc 18,870 = 825,270.',
    },
  },
  {
    id: 'cash',
    title: 'Cash',
    question: 'What was paid, when it was paid?',
    formula: ['cash cost = Σ amount × share, one-off costs whole in their own period'],
    assumptions: ['What is not yet written off stands beside it.'],
    unknown: 'Never.',
    path: 'cash.cost',
    worked: {
      fixture: 'worked-example',
      value: 885270,
      text: '825,270 with 60,000 of the platform still to be written off: 885,270 was paid.',
    },
  },
  {
    id: 'latest12.roi',
    title: 'ROI of the latest twelve months',
    question: 'Does it pay now, whatever the start cost?',
    formula: ['(return − cost) ÷ cost, over the latest twelve months'],
    assumptions: ['A shorter window counts whole, and the report says so.'],
    unknown: 'Where these months have no cost.',
    path: 'latest12.roi',
    worked: {
      fixture: 'worked-example',
      value: 0.8110148229301951,
      text: '(499,213.48 − 275,654.00) ÷ 275,654.00 = 0.8110, or +81.1%.',
    },
  },
  {
    id: 'perActiveMember.roi',
    title: 'ROI per active member',
    question: 'What does an active member cost, and what does one bring?',
    formula: [
      'a = mean number of active members over the latest twelve months',
      'cost = variable cost ÷ a   (all cost with --member-cost total)',
      'benefit = return ÷ a,   profit = benefit − cost,   ROI = profit ÷ cost',
    ],
    assumptions: ['Staff, developer, misc and rewards grow with the members; the rest does not.'],
    unknown: 'Where there are no active members, or no such cost.',
    path: 'perActiveMember.roi',
    worked: {
      fixture: 'per-member',
      value: 0.4,
      text: 'A cost of 5 and a benefit of 7: profit 2, ROI 2 ÷ 5 = +40.0%.',
    },
  },
  {
    id: 'marginal',
    title: 'One more active member',
    question: 'What did one more active member cost, and bring?',
    formula: [
      '(variable cost of the latest twelve months − of the twelve before) ÷ growth of a',
      'the same for the return',
    ],
    assumptions: ['Everything that changed is put down to the growth.'],
    unknown: 'Below 24 months, or where the number of active members did not grow.',
    path: 'marginal.benefit',
    worked: {
      fixture: 'worked-example',
      value: 263.04328343795265,
      text: 'The return grew by 272,381.32 while active members grew by 1,035.5: 263.04 each.',
    },
  },
  {
    id: 'trend',
    title: 'Trend',
    question: 'By how much does profit change from one period to the next?',
    formula: ['least-squares slope of return, cost and profit over the latest 12 periods'],
    assumptions: ['A straight line; its 95% interval takes the periods as independent.'],
    unknown: 'Below two periods; the interval below three.',
    path: 'trend.profit',
    worked: {
      fixture: 'worked-example',
      value: 2319.773846153846,
      text: 'Profit went from 6,603.72 in 2023-01 to 32,167.12 in 2023-12: +2,319.77 a month on the fitted line.',
    },
  },
  {
    id: 'break-even',
    title: 'Break-even',
    question: 'Since when does it pay, and when is the whole paid back?',
    formula: [
      'period: the first period from which profit stays ≥ 0',
      'cumulative: the first period from which the sum of profits stays ≥ 0',
      'projected: the fitted profit line goes on until the sum reaches 0, at most 10 years ahead',
    ],
    assumptions: ['The projection holds if profit keeps to the line of the latest 12 periods.'],
    unknown: 'Where it has not come; the report says why.',
    path: 'breakEven.projected',
    worked: {
      fixture: 'worked-example',
      value: '2024-01',
      text: '32,690 is missing at the end of 2023; the fitted line brings 33,708 in the next month, 2024-01.',
    },
  },
  {
    id: 'parallel-trends',
    title: 'Parallel trends',
    question: 'Does the yardstick hold still?',
    formula: [
      'gap(t) = m(newcomer, t) − m(non_member, t)',
      'change = slope of the line fitted to gap(t) × (last period − first period)',
    ],
    assumptions: ['Newcomers of different periods are the same kind of people.'],
    unknown: 'Where only one period has newcomers; the interval below three.',
    path: 'parallelTrends.change',
    worked: {
      fixture: 'worked-example',
      value: -0.013513513513511832,
      text: 'Newcomers spent 10.00 beyond non-members in 2021-01 and 9.95 in 2023-12; the fitted line moved by −0.01.',
    },
  },
  {
    id: 'retention',
    title: 'Retention',
    question: 'How much of the uplift comes from customers who stayed?',
    formula: [
      'spending per person = r · v: share of customers who stayed × what each of them spent',
      'Δ(r·v) = Δr · v̄ + r̄ · Δv   (midpoint rule: the two parts add up exactly)',
    ],
    assumptions: ['Retention is a part of the uplift, never added to it.'],
    unknown: 'Without the column "retained" in every row that counts.',
    path: 'retention.retention',
    worked: {
      fixture: 'quarterly',
      value: 73128.60975732768,
      text: 'Of an uplift of 132,729.58, 73,128.61 comes from customers who stayed, 59,600.97 from what each of them spent.',
    },
  },
  {
    id: 'npv',
    title: 'Net present value',
    question: 'What is the whole worth in money of the first period?',
    formula: ['NPV = Σ (return − cash cost)(t) ÷ (1 + rate)^(years since the first period)'],
    assumptions: ['Given by --discount-rate. Costs count when they were paid. The first period is not discounted.'],
    unknown: 'Without --discount-rate.',
    path: 'economics.npv',
    worked: {
      fixture: 'worked-example',
      options: { discountRate: 0.08 },
      value: -141314.63196811703,
      text: 'At 8% a year, 36 monthly cash flows from −256,137.60 in 2021-01 to +37,167.12 in 2023-12: −141,314.63.',
    },
  },
  {
    id: 'irr',
    title: 'Internal rate of return',
    question: 'At which yearly rate would the whole be worth nothing today?',
    formula: ['the yearly rate at which NPV = 0'],
    assumptions: ['Costs count when they were paid.'],
    unknown: 'Where no rate does it, or several do: the reason says which.',
    path: 'economics.irr',
    worked: {
      fixture: 'worked-example',
      options: { discountRate: 0.08 },
      value: -0.10681125982053438,
      text: '885,270 was paid and 792,580 has come back within three years: −10.7% a year.',
    },
  },
];

export function findEntry(id: string): GlossaryEntry | undefined {
  return GLOSSARY.find((entry) => entry.id === id);
}
