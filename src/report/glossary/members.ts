import type { GlossaryEntry } from './entry.ts';

const FIXTURE = 'members-ledger';
const COMMAND =
  'calc costs.csv spend.csv --currency EUR --outcomes outcomes.csv --higher earnings --lower scam --count contracts --money earnings --member-ledger member-ledger.csv --hour-value 18 --recognition recognition.csv';

/** What members get and give: the second ledger, of equal rank with the first. */
export const MEMBER_ENTRIES: readonly GlossaryEntry[] = [
  {
    id: 'member-return',
    title: 'Return of members',
    question: 'What did members get that they would not have got anyway?',
    formula: [
      'return = Σ over outcomes that are money: difference × unit value × member-months ÷ months of its time',
      '       + rewards, as they stand in the costs',
      'member-months = Σ over periods: people of the cohorts in the outcomes × months × weight',
    ],
    assumptions: [
      'The difference is that of outcomes: what members changed by beyond what non-members changed by.',
      'Its weight is 1 from the period that the change ends in; in months between the two periods it grows along a straight line.',
      'A gap in one period counts only with --count-unadjusted, and then with weight 1 throughout.',
    ],
    unknown:
      'Without an outcome behind --money, for an unadjusted gap, and over periods that hold members of the period that a change starts from, or earlier.',
    path: 'members.latest12.return',
    worked: {
      fixture: FIXTURE,
      command: COMMAND,
      value: 180400,
      text: 'Earnings of active members rose by 420 a year beyond those of non-members; 4,920 member-months ÷ 12 × 420 = 172,200, and rewards of 8,200 make 180,400.00.',
    },
  },
  {
    id: 'member-investment',
    title: 'Investment of members',
    question: 'What did members give?',
    formula: ['investment = hours × what an hour is worth + fees'],
    assumptions: [
      'Hours and fees are those of all members together, from --member-ledger, --hours and --fees.',
      'An amount of a longer period is spread evenly over its months.',
    ],
    unknown:
      'Where hours, what they are worth, or fees are not given for every month with members: what is missing is not taken for 0.',
    path: 'members.latest12.investment',
    worked: {
      fixture: FIXTURE,
      command: COMMAND,
      value: 87510,
      text: '4,315 hours at 18 each are 77,670, and fees of 9,840 make 87,510.00.',
    },
  },
  {
    id: 'member-surplus',
    title: 'Surplus of members',
    question: 'What did members have left?',
    formula: ['surplus = return of members − investment of members'],
    assumptions: ['Return and investment cover the same periods.'],
    unknown: 'Where one of the two is.',
    path: 'members.latest12.surplus',
    worked: { fixture: FIXTURE, command: COMMAND, value: 92890, text: '180,400 − 87,510 = 92,890.00.' },
  },
  {
    id: 'member-roi',
    title: 'ROI of members',
    question: 'For each unit of money that members gave, in time and fees, how much came back beyond it?',
    formula: ['ROI = surplus of members ÷ investment of members'],
    assumptions: ['The interval is that of the outcomes, scaled; rewards, hours and fees are counted, not estimated.'],
    unknown: 'Where the surplus is, or members gave nothing.',
    path: 'members.latest12.roi',
    worked: { fixture: FIXTURE, command: COMMAND, value: 92890 / 87510, text: '92,890 ÷ 87,510 = 1.0615, or +106%.' },
  },
  {
    id: 'share-of-pie',
    title: 'Share of the pie',
    question: 'Of what both sides gained, how much do members have?',
    formula: ['share = surplus of members ÷ (surplus of members + profit of the business)'],
    assumptions: [
      'Both cover the same periods.',
      "The interval is Fieller's, with the two sides taken as independent of each other.",
    ],
    unknown: 'Unless both sides have something left: what one has lost, the other cannot share.',
    path: 'members.latest12.shareOfPie',
    worked: {
      fixture: FIXTURE,
      command: COMMAND,
      value: 92890 / (92890 + 83833),
      text: '92,890 ÷ (92,890 + 83,833) = 0.5256, or 52.6%.',
    },
  },
  {
    id: 'give-back',
    title: 'Give-back',
    question: 'How much of what members bring does the business give back to them?',
    formula: ['give-back = rewards ÷ return of the business'],
    assumptions: ['Rewards are the costs of that category.'],
    unknown: 'Where the business has no return.',
    path: 'members.latest12.giveBack',
    worked: {
      fixture: FIXTURE,
      command: COMMAND,
      value: 8200 / 150553,
      text: '8,200 ÷ 150,553 = 0.0545, or 5.4%.',
    },
  },
  {
    id: 'recognition',
    title: 'Recognition coverage',
    question: 'Of those who contribute, how many are recognised or rewarded?',
    formula: ['coverage = Σ people recognised in a period ÷ Σ active members, over the latest twelve months'],
    assumptions: [
      'Somebody who is recognised several times in a period counts once.',
      'Without dates everybody in the file is set against the active members of the last period.',
    ],
    unknown: 'Without --recognition, or where more people were recognised than there are active members.',
    path: 'members.recognition.coverage',
    worked: {
      fixture: FIXTURE,
      command: COMMAND,
      value: 80 / 1640,
      text: 'In the four quarters of 2023, 80 people were recognised and 1,640 active: 80 ÷ 1,640 = 0.0488, or 4.9%.',
    },
  },
];
