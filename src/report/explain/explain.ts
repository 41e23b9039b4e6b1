import type { RoiResult } from '../../core/result.ts';
import { phraseText } from '../format.ts';
import type { GlossaryEntry } from '../glossary.ts';
import type { Provenance } from '../provenance.ts';
import type { Block, Phrase, Report } from '../report.ts';
import { explainCash, explainCost, explainLatest12, explainProfit, explainReturn, explainRoi } from './ledger.ts';
import type { Explanation } from './parts.ts';
import { explainBreakEven, explainMarginal, explainMember, explainNpv, explainTrend } from './time.ts';
import { explainBaseline, explainDrift, explainParallelTrends, explainRetention, explainUplift } from './uplift.ts';

/** One for each entry about the business; the golden outputs of `--explain` go through them all. */
const EXPLANATIONS: Readonly<Record<string, Explanation>> = {
  roi: explainRoi,
  profit: explainProfit,
  return: explainReturn,
  uplift: explainUplift,
  baseline: explainBaseline,
  drift: explainDrift,
  cost: explainCost,
  cash: explainCash,
  'latest12.roi': explainLatest12,
  'perActiveMember.roi': explainMember,
  marginal: explainMarginal,
  trend: explainTrend,
  'break-even': explainBreakEven,
  'parallel-trends': explainParallelTrends,
  retention: explainRetention,
  npv: explainNpv,
  irr: explainNpv,
};

/** The arithmetic of a metric with the numbers put in and the rows that they came from. */
function explainBlocks(id: string, result: RoiResult, from: Provenance): readonly Block[] {
  return EXPLANATIONS[id]?.(result, from) ?? [];
}

/** The report of `calc --explain`: the entry of the glossary with the numbers put in. */
export function explainReport(entry: GlossaryEntry, result: RoiResult, loaded: Explained): Report {
  return explainedReport(entry, explainBlocks(entry.id, result, loaded.provenance), loaded.currency);
}

/** An entry of the glossary with its arithmetic. */
export function explainedReport(entry: GlossaryEntry, blocks: readonly Block[], currency: string | null): Report {
  return {
    kind: 'explain',
    passed: true,
    currency,
    data: { metric: entry.id, question: entry.question, formula: entry.formula, arithmetic: plainLines(blocks) },
    blocks: [
      { kind: 'title', text: [`${entry.title}: ${entry.question}`] },
      ...blocks,
      { kind: 'hints', hints: [{ label: 'What it rests on', command: `community-roi explain ${entry.id}` }] },
    ],
    table: [['arithmetic'], ...plainLines(blocks).map((line) => [line])],
  };
}

interface Explained {
  readonly currency: string | null;
  readonly provenance: Provenance;
}

/** The arithmetic as lines of text, for programs. */
function plainLines(blocks: readonly Block[]): string[] {
  const say = (phrase: Phrase) => phraseText(phrase, { locale: 'en-US', currency: null, ascii: false });
  return blocks.flatMap((block): string[] => {
    switch (block.kind) {
      case 'derivation':
        return block.lines.map((line, i) => `${i === 0 ? block.left : ''} = ${say(line)}`.trim());
      case 'facts':
        return block.facts.map(({ label, value }) => `${label}: ${say(value)}`);
      case 'paragraph':
        return [say(block.text)];
      case 'table':
        return [...block.rows, ...(block.total === undefined ? [] : [block.total])].map((row) =>
          row.map((cell) => say([cell])).join('  '),
        );
      default:
        return [];
    }
  });
}
