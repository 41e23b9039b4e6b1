import { text } from '../cells.ts';
import type { Block, Phrase, Report } from '../report.ts';
import type { DocumentFacts } from './facts.ts';
import { caveatSection, chapters, ledgerSections, missingSection, sectionsOf } from './parts.ts';
import { documentVerdict } from './verdict.ts';

/** One document of all reports: the answer for both sides, what was wanted, what has changed, then each part. */
export function reportDocument(facts: DocumentFacts): Report {
  const { parts, scorecard, since } = facts;
  const all = Object.values(parts);
  const failures = all.flatMap((part) => part.failures ?? []);
  return {
    kind: 'report',
    passed: all.every(({ passed }) => passed),
    ...(failures.length === 0 ? {} : { failures }),
    currency: all.find(({ currency }) => currency !== null)?.currency ?? null,
    data: documentData(facts),
    blocks: [
      { kind: 'title', text: title(facts) },
      documentVerdict(facts),
      ...(scorecard === undefined ? [] : sectionsOf(scorecard)),
      ...(since === undefined ? [] : chapters('since', since)),
      ...Object.entries(parts).flatMap(([name, part]) =>
        name === 'calc' ? ledgerSections(part, parts) : chapters(name, part),
      ),
      ...missingSection(facts.missing),
      ...caveatSection([...all, ...(since === undefined ? [] : [since])]),
    ],
    ...(scorecard?.checks === undefined ? {} : { checks: scorecard.checks }),
    table: all[0]?.table ?? [],
    // Finance audits the ledger: its formulas are those of calc.
    ...(parts['calc']?.workbook === undefined ? {} : { workbook: parts['calc'].workbook }),
  };
}

function documentData({ title: name, config, parts, missing, scorecard, since }: DocumentFacts): unknown {
  return {
    ...(name === undefined ? {} : { title: name }),
    config,
    ...Object.fromEntries(Object.entries(parts).map(([part, { data }]) => [part, data])),
    ...(scorecard === undefined ? {} : { check: scorecard.data }),
    ...(since === undefined ? {} : { since: since.data }),
    missing: missing.map(({ part, files }) => ({ part, files: files.map(({ name: file }) => file) })),
  };
}

/** The document's own title, and from the first part what it covers. */
function title({ title: name, parts }: DocumentFacts): Phrase {
  const first =
    Object.values(parts)[0]?.blocks.find((block): block is TitleBlock => block.kind === 'title')?.text ?? [];
  return name === undefined ? first : [text(name), ' · ', ...afterDot(first)];
}

type TitleBlock = Extract<Block, { kind: 'title' }>;

/** What stands behind the name of a report: `Community ROI · 2021-01 to 2023-12`. */
function afterDot([first = '', ...rest]: Phrase): Phrase {
  if (typeof first !== 'string') return [first, ...rest];
  const behind = first.replace(/^[^·]*· /, '');
  return behind === '' ? rest : [behind, ...rest];
}
