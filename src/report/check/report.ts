import { watchFails } from '../../core/goals/judge.ts';
import { count, period } from '../cells.ts';
import { plainText } from '../plain.ts';
import type { Block, Check, Phrase, Report } from '../report.ts';
import { topic } from '../topics.ts';
import type { CheckFacts, ShownInitiative } from './facts.ts';
import { boundData, checkRows, periodData } from './rows.ts';
import { scorecardSection, watchSection } from './tables.ts';
import { type Bounded, missWords, nameOf } from './words.ts';

/** The report of `check`: the goals of both sides and what is watched, and what does not pass. */
export function checkReport(facts: CheckFacts): Report {
  const failures = failuresOf(facts);
  return {
    kind: 'check',
    passed: failures.length === 0,
    failures,
    checks: checksOf(facts),
    currency: facts.currency,
    data: checkData(facts),
    blocks: [title(facts), verdict(facts, failures), ...scorecardSection(facts), ...watchSection(facts)],
    table: checkRows(facts),
  };
}

function title({ to, initiatives, checks }: CheckFacts): Block {
  return {
    kind: 'title',
    text: [
      'Goals · ',
      period(to),
      ' · ',
      ...counted(initiatives.length, 'initiative'),
      ', ',
      ...counted(checks.length, 'check'),
    ],
  };
}

const FAILED = { verdict: 'negative', word: 'not passed' } as const;
const OPEN = { verdict: 'unclear', word: 'still open' } as const;
const PASSED = { verdict: 'positive', word: 'passed' } as const;

function verdict(facts: CheckFacts, failures: readonly Phrase[]): Block {
  const { initiatives, checks } = facts;
  const open = initiatives.filter(({ status }) => status === 'open');
  const warnings = checks.filter((check) => check.status !== 'met' && !watchFails(check));
  return {
    kind: 'verdict',
    ...(failures.length > 0 ? FAILED : open.length > 0 ? OPEN : PASSED),
    lead: [
      ...ofAll(initiatives.filter(({ status }) => status === 'passed').length, initiatives.length, 'initiative'),
      ...(initiatives.length > 0 && checks.length > 0 ? [' '] : []),
      ...ofAll(checks.filter(({ status }) => status === 'met').length, checks.length, 'check'),
    ],
    details: [],
    topics: [
      ...initiatives.flatMap((initiative) =>
        topic(plainText(initiative.name), misses(goalsOf(initiative).filter(isMiss))),
      ),
      ...topic('Checks', misses(checks.filter(watchFails))),
      ...open.flatMap(({ name }) => topic(plainText(name), [['still open: its date has not come.']])),
      ...topic('Warnings', misses(warnings)),
    ],
  };
}

/** `2 of 3 initiatives pass.` */
function ofAll(passed: number, all: number, noun: string): Phrase {
  if (all === 0) return [];
  const verb = passed === 1 || all === 1 ? ' passes.' : ' pass.';
  return [count(passed), ' of ', ...counted(all, noun), verb];
}

function counted(n: number, noun: string): Phrase {
  return [count(n), n === 1 ? ` ${noun}` : ` ${noun}s`];
}

const misses = (all: readonly Bounded[]) => all.map((judged): Phrase => [...missWords(judged), '.']);

const isMiss = ({ status }: Goal) => status === 'missed' || status === 'unknown';

const goalsOf = ({ business, members }: ShownInitiative) => [...business, ...members];

/** What does not pass, in words: goals that are missed or unknown, and checks of level error. */
function failuresOf({ initiatives, checks }: CheckFacts): Phrase[] {
  return [
    ...initiatives.flatMap((initiative) =>
      goalsOf(initiative)
        .filter(isMiss)
        .map((goal): Phrase => [{ kind: 'text', text: `${initiative.name}: ` }, ...missWords(goal)]),
    ),
    ...checks.filter(watchFails).map(missWords),
  ];
}

/** Every goal and check for formats that CI reads. */
function checksOf({ initiatives, checks }: CheckFacts): Check[] {
  return [
    ...initiatives.flatMap((initiative) =>
      goalsOf(initiative).map((goal): Check => {
        const passed = goal.status === 'met' || goal.status === 'open';
        const words: Phrase = goal.status === 'met' ? [] : missWords(goal);
        return { group: initiative.name, name: nameOf(goal), passed, message: words, place: goal.at };
      }),
    ),
    ...checks.map((check): Check => {
      const words: Phrase = check.status === 'met' ? [] : missWords(check);
      const warns = check.status !== 'met' && !watchFails(check);
      const own = { group: 'checks', name: nameOf(check), passed: !watchFails(check), message: words, place: check.at };
      return warns ? { ...own, warns } : own;
    }),
  ];
}

function checkData({ to, currency, initiatives, checks }: CheckFacts): unknown {
  return {
    to,
    currency,
    initiatives: initiatives.map(({ name, status, business, members }) => ({
      initiative: name,
      status,
      business: business.map(goalData),
      members: members.map(goalData),
    })),
    checks: checks.map(({ level, ...check }) => ({ ...judgedData(check), level })),
  };
}

type Goal = ShownInitiative['business'][number];

function goalData(goal: Goal): unknown {
  const by = periodData(goal.by);
  return { ...judgedData(goal), ...(by === null ? {} : { by }) };
}

function judgedData({ metric, label, bound, reading, status }: Bounded) {
  return {
    metric,
    ...(label === undefined ? {} : { label }),
    ...boundData(bound),
    value: reading.value,
    ...(reading.value === null ? { valueReason: reading.reason } : {}),
    status,
  };
}
