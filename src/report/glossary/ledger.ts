import type { GlossaryEntry } from './entry.ts';

/** What came back, what it cost, and what the two rest on. */
export const LEDGER_ENTRIES: readonly GlossaryEntry[] = [
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
];
