import type { GlossaryEntry } from './entry.ts';

const EVENTS = 'event events.csv orders.csv';
const SURVEY = 'outcomes survey.csv --lower chargeback';

/** What members have beyond non-members. */
export const OUTCOME_ENTRIES: readonly GlossaryEntry[] = [
  {
    id: 'unadjusted-gap',
    of: 'outcomes',
    title: 'Unadjusted gap',
    question: 'How far apart are members and non-members?',
    formula: ['gap = m(members) − m(non-members), in one period'],
    assumptions: [
      'None is made, and so the gap says nothing of what membership changed: members may have had it before they joined.',
      "The interval is Welch's for means and Newcombe's for shares.",
    ],
    unknown: 'Where a side has fewer people than are shown (--min-people).',
    path: 'outcomes.1.difference',
    worked: {
      fixture: 'outcomes',
      command: SURVEY,
      value: 18 / 213 - 22 / 147,
      text: 'Chargebacks met 18 of 213 members and 22 of 147 non-members: 8.5% − 15.0% = −6.5%.',
    },
  },
  {
    id: 'change-against-change',
    of: 'outcomes',
    title: 'Change against change',
    question: 'How much more did members change than non-members did in the same time?',
    formula: [
      'difference = (m(members, after) − m(members, before)) − (m(non-members, after) − m(non-members, before))',
    ],
    assumptions: [
      'The same people are seen in both periods; in a file by cohort they are taken as independent samples.',
      'Without the community members would have changed as non-members did (parallel trends).',
      'It is associated with membership: members choose to join.',
    ],
    unknown: 'With one period, or where a side has fewer people than are shown (--min-people).',
    path: 'outcomes.0.difference',
    worked: {
      fixture: 'outcomes',
      command: 'outcomes two-periods.csv --higher skill',
      value: 2.68900015647004,
      text: 'From 2022 to 2023 83 members rose by 3.26 and 77 non-members by 0.57: 3.26 − 0.57 = 2.69.',
    },
  },
  {
    id: 'risk-ratio',
    of: 'outcomes',
    title: 'Risk ratio',
    question: 'How many times as often does it happen to members?',
    formula: ['ratio = (events ÷ people)(members) ÷ (events ÷ people)(non-members)'],
    assumptions: ["The interval is Katz's, on the logarithm.", 'Where a count is 0, ½ is added to each.'],
    unknown: 'For what is no share of one period, and where nothing happened.',
    path: 'outcomes.1.ratio.value',
    worked: {
      fixture: 'outcomes',
      command: SURVEY,
      value: 18 / 213 / (22 / 147),
      text: '(18 ÷ 213) ÷ (22 ÷ 147) = 0.0845 ÷ 0.1497 = 0.56.',
    },
  },
  {
    id: 'e-value',
    of: 'outcomes',
    title: 'E-value',
    question:
      'How strongly would something hidden have to go with both joining and the outcome, to account for the ratio?',
    formula: ['E = R + √(R · (R − 1)), with R the ratio, or 1 ÷ the ratio where that is below 1'],
    assumptions: [
      'Something hidden goes with joining and with the outcome by risk ratios of E each, beyond all that was compared within.',
      'Source: T. J. VanderWeele and P. Ding (2017).',
    ],
    unknown: 'Where the ratio is.',
    path: 'outcomes.1.ratio.eValue.value',
    worked: {
      fixture: 'outcomes',
      command: SURVEY,
      value: 2.9394687856954,
      text: '1 ÷ 0.5647 = 1.7710, and 1.7710 + √(1.7710 × 0.7710) = 2.94.',
    },
  },
  {
    id: 'event-change',
    of: 'event',
    title: 'Change with an event',
    question: 'What did attendees change by after the event, beyond people who never attended?',
    formula: [
      'difference = (m(attendees, s … s+44) − m(attendees, s−45 … s−1)) − the same of those who never attended',
      'over the dates s of first attendance, weighted by attendees',
    ],
    assumptions: [
      'Attendees would have changed as those who never attended did; the placebo shows whether they did so before.',
      'It is associated with the event: people choose to attend.',
    ],
    unknown: 'Where the windows leave the data, or too few attended to be shown.',
    path: 'pooled.change.difference',
    worked: {
      fixture: 'monthly',
      command: EVENTS,
      value: 21.12608511314395,
      text: '100 attendees went up by 21.41, people who never attended by 0.28: 21.41 − 0.28 = 21.13.',
    },
  },
  {
    id: 'placebo',
    of: 'event',
    title: 'Placebo',
    question: 'Were attendees on another path already, before the event could have done anything?',
    formula: [
      'placebo = (m(attendees, s−45 … s−1) − m(attendees, s−90 … s−46)) − the same of those who never attended',
    ],
    assumptions: ['Nothing had happened yet: a placebo away from 0 says that attendees differed before.'],
    unknown: 'Where the data do not reach two windows back.',
    path: 'pooled.placebo.difference',
    worked: {
      fixture: 'monthly',
      command: EVENTS,
      value: 6.105590452575861,
      text: 'In the 45 days earlier 100 attendees had gone up by 10.03 already, and people who never attended by 3.92: 6.11.',
    },
  },
  {
    id: 'dose-slope',
    of: 'dose',
    title: 'Dose slope',
    question: 'How much more of the outcome goes with one level more?',
    formula: ['slope = Σ (level − mean level)(value − mean value) ÷ Σ (level − mean level)²'],
    assumptions: [
      'A straight line; its errors allow for unequal spread (HC1).',
      'Across people it is an association: who does more may have been better off before.',
    ],
    unknown: 'Where all people are at the same level, or there are too few of them.',
    path: 'outcomes.0.slope.value',
    worked: {
      fixture: 'outcomes',
      command: 'dose groups.csv --map levels.level=groups --higher earnings',
      value: 1965.42850626415,
      text: 'Over 240 people in 0 to 5 groups, each group more goes with earnings higher by 1,965.43.',
    },
  },
  {
    id: 'within-person',
    of: 'dose',
    title: 'Slope within the same person',
    question: "When somebody's level changes, how does their own outcome change?",
    formula: [
      'slope of the change of the outcome on the change of the level, from each period to the next,',
      'net of what everybody changed by in that step',
    ],
    assumptions: [
      'What stays the same about a person drops out; what changes together with the level does not.',
      'The interval is that of the delete-a-group jackknife over people.',
    ],
    unknown: 'With one period, or where nobody changed their level.',
    path: 'outcomes.0.within.slope.value',
    worked: {
      fixture: 'outcomes',
      command: 'dose topics.csv --higher revenue',
      value: 3.98366524489599,
      text: 'Of 120 people 116 changed their level; each topic more went with a revenue higher by 3.98.',
    },
  },
  {
    id: 'incidents-per-transaction',
    of: 'incidents',
    title: 'Incidents per transaction',
    question: 'Does it happen to members less often, given how much they do?',
    formula: ['rate = incidents ÷ transactions, ratio = rate(members) ÷ rate(non-members)'],
    assumptions: [
      'Who does more meets more trouble, so that people alone cannot be compared.',
      'The transactions of one person are alike: the interval is that of the delta method over people.',
    ],
    unknown: 'Without the column "transactions", or where non-members met none.',
    path: 'incidents.0.perTransaction.ratio.value',
    worked: {
      fixture: 'outcomes',
      command: 'incidents incidents.csv',
      value: 37 / 2256 / (29 / 990),
      text: '37 chargebacks in 2,256 transactions against 29 in 990: 0.0164 ÷ 0.0293 = 0.56.',
    },
  },
];
