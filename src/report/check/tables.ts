import { blank, text } from '../cells.ts';
import type { Block, Cell, Column, GoalLine, Picture } from '../report.ts';
import type { CheckFacts, ShownInitiative } from './facts.ts';
import { boundWords, nameOf, STATUS_WORDS, valueCell, wantedCell } from './words.ts';

const GOAL_COLUMNS: readonly Column[] = ['For the business', 'For the members'].flatMap((side): Column[] => [
  { header: side, align: 'left', priority: 1, leads: true },
  { header: 'Now', align: 'right', priority: 1 },
  { header: 'Wanted', align: 'left', priority: 1 },
]);

/** The scorecard: for each initiative its goals for the business, beside those for the members. */
export function scorecardSection({ initiatives }: CheckFacts): Block[] {
  if (initiatives.length === 0) return [];
  return [
    {
      kind: 'section',
      id: 'goals',
      title: 'Goals',
      note: ['an initiative passes when every goal of both sides is met'],
      pictures: [scorecard(initiatives)],
      blocks: initiatives.flatMap((initiative): Block[] => [
        { kind: 'paragraph', text: [text(`${initiative.name}: ${STATUS_WORDS[initiative.status]}`)] },
        { kind: 'table', columns: GOAL_COLUMNS, rows: initiativeRows(initiative) },
      ]),
    },
  ];
}

function initiativeRows({ business, members }: ShownInitiative): Cell[][] {
  const lines = Math.max(business.length, members.length);
  return Array.from({ length: lines }, (_, i) => [...goalCells(business[i]), ...goalCells(members[i])]);
}

function goalCells(goal: ShownInitiative['business'][number] | undefined): Cell[] {
  if (goal === undefined) return [blank, blank, blank];
  return [text(`${MARKS[goal.status]}\u00a0${nameOf(goal)}`), valueCell(goal), wantedCell(goal)];
}

const MARKS = { met: '✓', missed: '✗', open: '○', unknown: '?' } as const;

function scorecard(initiatives: readonly ShownInitiative[]): Picture {
  const lines = (initiative: ShownInitiative, side: 'business' | 'members') =>
    initiative[side].map(
      (goal): GoalLine => ({
        metric: nameOf(goal),
        value: valueCell(goal),
        goal: boundWords(goal.bound, goal.measure),
        passed: goal.status === 'met',
        open: goal.status === 'open',
        ...(goal.reading.value === null ? {} : { drawn: { value: goal.reading.value, threshold: goal.bound.value } }),
      }),
    );
  return {
    kind: 'scorecard',
    description: 'Goals of each initiative: for the business, and beside them for the members',
    initiatives: initiatives.map((initiative) => ({
      name: initiative.name,
      passed: initiative.status === 'passed',
      open: initiative.status === 'open',
      business: lines(initiative, 'business'),
      members: lines(initiative, 'members'),
    })),
  };
}

/** What is watched: figures with a bound that belong to no initiative. */
export function watchSection({ checks }: CheckFacts): Block[] {
  if (checks.length === 0) return [];
  const columns: readonly Column[] = [
    { header: 'Check', align: 'left', priority: 1 },
    { header: 'Now', align: 'right', priority: 1 },
    { header: 'Wanted', align: 'right', priority: 1 },
    { header: 'Level', align: 'left', priority: 2 },
    { header: 'Result', align: 'left', priority: 1 },
  ];
  const rows = checks.map((check) => [
    text(nameOf(check)),
    valueCell(check),
    wantedCell(check),
    text(check.level === 'warn' ? 'warning' : 'error'),
    text(STATUS_WORDS[check.status]),
  ]);
  return [{ kind: 'section', id: 'checks', title: 'Checks', blocks: [{ kind: 'table', columns, rows }] }];
}
