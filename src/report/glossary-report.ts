import { GLOSSARY, type GlossaryEntry, shownPath } from './glossary.ts';
import type { Block, Report } from './report.ts';

/** What `explain <metric>` shows: the question, the formula, the assumptions, a worked number. */
export function glossaryReport(entry: GlossaryEntry): Report {
  return {
    kind: 'explain',
    passed: true,
    currency: null,
    data: entry,
    blocks: [{ kind: 'title', text: [`${entry.title} (${entry.id})`] }, ...glossaryBlocks(entry)],
    table: [
      ['metric', 'title', 'question', 'formula', 'unknown'],
      [entry.id, entry.title, entry.question, entry.formula.join('; '), entry.unknown],
    ],
  };
}

function glossaryBlocks(entry: GlossaryEntry): Block[] {
  return [
    { kind: 'paragraph', text: [entry.question] },
    section('Formula', entry.formula),
    section('Assumptions', entry.assumptions),
    section('Unknown', [entry.unknown]),
    section(`Worked, in fixtures/${entry.worked.fixture}`, [entry.worked.text, ...commandOf(entry)]),
    section('In the JSON', [shownPath(entry) + (entry.of === undefined ? '' : `, of ${entry.of}`)]),
  ];
}

/** What to type in the folder of the fixture, where it takes more than costs and spending. */
function commandOf({ worked: { command } }: GlossaryEntry): string[] {
  return command === undefined ? [] : [`community-roi ${command}`];
}

/** Every metric with its question: what `explain` without a metric lists. */
export function glossaryIndex(): Report {
  return {
    kind: 'explain',
    passed: true,
    currency: null,
    data: { metrics: GLOSSARY },
    blocks: [
      { kind: 'title', text: ['What can be explained'] },
      { kind: 'facts', facts: GLOSSARY.map((entry) => ({ label: entry.id, value: [entry.question] })) },
      { kind: 'hints', hints: [{ label: 'With the numbers of a report', command: 'calc … --explain <metric>' }] },
    ],
    table: [['metric', 'question'], ...GLOSSARY.map((entry) => [entry.id, entry.question])],
  };
}

function section(title: string, lines: readonly string[]): Block {
  const blocks = lines.map((line): Block => ({ kind: 'paragraph', text: [line] }));
  return { kind: 'section', id: title.toLowerCase(), title, blocks };
}
