import type { GlossaryEntry } from './entry.ts';

const SPENDING = 'effect members.csv transactions.csv';

/** What goes with joining at different times. */
export const EFFECT_ENTRIES: readonly GlossaryEntry[] = [
  {
    id: 'joining',
    of: 'effect',
    title: 'Joining',
    question: 'What did those who joined change by since, beyond those who had not joined?',
    formula: [
      'effect(g, t) = (m(joined in g, t) − m(joined in g, g − 1)) − (m(not joined, t) − m(not joined, g − 1))',
      'effect = Σ n(g) · effect(g, t) ÷ Σ n(g), over every g and every t from g on',
    ],
    assumptions: [
      'The same people are seen in every period, all of them known before the first.',
      'Without joining they would have changed as those who had not joined did (parallel trends).',
      'It is associated with joining: members choose when to join.',
    ],
    unknown: 'Where nobody joined within the periods, or nobody is left who had not.',
    path: 'effect.value',
    worked: {
      fixture: 'effect',
      command: SPENDING,
      value: 8.314728906714203,
      text: '52 people joined in three months; over all their months since, 264 in all, they spent 8.31 a month more than before, beyond what 51 others changed by.',
    },
  },
  {
    id: 'trend-limit',
    of: 'effect',
    title: 'Limit of parallel trends',
    question: 'By how much would trends have to part since joining, before the sign of the effect is open?',
    formula: [
      'v = the largest change from one period to the next before joining, in size',
      'H = mean number of periods since the last before joining',
      'limit = |effect| ÷ (v · H)',
    ],
    assumptions: [
      'In each period since joining trends part by no more than a multiple of v; the limit is that multiple.',
      'v is taken as it was estimated: chance makes it larger than it is.',
    ],
    unknown: 'Where nobody was seen for two periods before joining, or the effect has no interval.',
    path: 'sensitivity.breakdown',
    worked: {
      fixture: 'effect',
      command: SPENDING,
      value: 0.7285499854746168,
      text: 'The largest change before joining was 3.53, and the effect is 3.235 months away on average: 8.31 ÷ (3.53 × 3.235) = 0.73 times that change.',
    },
  },
];
