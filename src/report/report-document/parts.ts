import { text } from '../cells.ts';
import type { Block, Phrase, Report } from '../report.ts';
import type { DocumentFacts, MissingFiles } from './facts.ts';
import { verdictOf } from './verdict.ts';

type Section = Extract<Block, { kind: 'section' }>;
type Caveats = Extract<Block, { kind: 'caveats' }>['caveats'];

/** What each part answers, as its heading. */
const HEADINGS: Readonly<Record<string, string>> = {
  calc: 'Return on investment',
  outcomes: 'What members get',
  event: 'After an event',
  dose: 'Does more go with better?',
  incidents: 'Scams and chargebacks',
  effect: 'After joining',
  since: 'Since last time',
};

/** The sections of both ledgers; outcomes stand in a part of their own where there is one. */
export function ledgerSections(calc: Report, { outcomes }: DocumentFacts['parts']): Section[] {
  const told = outcomes === undefined ? [] : ['outcomes', 'in-words'];
  return sectionsOf(calc)
    .filter(({ id }) => !told.includes(id))
    .map((section) => ({ ...section, folded: true }));
}

/** The sections of a part, below a heading with its answer. */
export function chapters(name: string, report: Report): Section[] {
  const verdict = verdictOf(report);
  const sentences = verdict === undefined ? [] : [verdict.lead, ...verdict.details].filter(({ length }) => length > 0);
  const heading: Section = {
    kind: 'section',
    id: name,
    title: HEADINGS[name] ?? name,
    blocks: sentences.map((sentence): Block => ({ kind: 'paragraph', text: sentence })),
  };
  const inside = { chapter: name, folded: true };
  return [heading, ...sectionsOf(report).map((section) => ({ ...section, ...inside, id: `${name}-${section.id}` }))];
}

/** All but the caveats, which stand at the end, and what to type next. */
export function sectionsOf({ blocks }: Report): Section[] {
  return blocks.filter((block): block is Section => block.kind === 'section' && block.id !== 'caveats');
}

/** One line for each part that is not there: which file would fill it. */
export function missingSection(missing: readonly MissingFiles[]): Section[] {
  if (missing.length === 0) return [];
  const facts = missing.map(({ part, files }) => ({ label: HEADINGS[part] ?? part, value: remedy(files) }));
  const note: Phrase = ['name the file below files: in the configuration'];
  return [{ kind: 'section', id: 'missing', title: 'Not in this report', note, blocks: [{ kind: 'facts', facts }] }];
}

function remedy(files: MissingFiles['files']): Phrase {
  return files.flatMap(({ name, summary }, at) => [
    ...(at === 0 ? [] : ['; ']),
    text(summary === '' ? name : `${name}: ${summary}`),
  ]);
}

/** The caveats of all parts, each once. */
export function caveatSection(reports: readonly Report[]): Section[] {
  const seen = new Map<string, Caveats[number]>();
  for (const caveat of reports.flatMap(caveatsOf)) seen.set(JSON.stringify(caveat), caveat);
  if (seen.size === 0) return [];
  return [
    { kind: 'section', id: 'caveats', title: 'Caveats', blocks: [{ kind: 'caveats', caveats: [...seen.values()] }] },
  ];
}

function caveatsOf({ blocks }: Report): Caveats {
  const sections = blocks.filter((block): block is Section => block.kind === 'section' && block.id === 'caveats');
  return sections
    .flatMap((section) => section.blocks)
    .flatMap((block) => (block.kind === 'caveats' ? block.caveats : []));
}
