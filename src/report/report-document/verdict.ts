import type { Block, Phrase, Report } from '../report.ts';
import type { DocumentFacts } from './facts.ts';

type VerdictBlock = Extract<Block, { kind: 'verdict' }>;

export const verdictOf = (report: Report | undefined): VerdictBlock | undefined =>
  report?.blocks.find((block): block is VerdictBlock => block.kind === 'verdict');

/** The answer for the business, then for the members, then what became of the goals and what has changed. */
export function documentVerdict({ parts, scorecard, since }: DocumentFacts): Block {
  const { calc, outcomes } = parts;
  const main = [calc, ...Object.values(parts)].find((part) => verdictOf(part) !== undefined);
  const { verdict, lead, details, figures } = verdictOf(main) ?? NOTHING;
  return {
    kind: 'verdict',
    verdict,
    lead,
    details: [
      ...details,
      ...(calc === undefined ? [['What the business gains is not known: no costs and no spending are named.']] : []),
      ...(main === outcomes ? [] : [members(outcomes, calc)]),
      ...(scorecard === undefined ? [] : [leadAfter('Goals: ', scorecard)]),
      ...(since === undefined ? [] : [leadAfter('Since last time: ', since)]),
    ].filter(({ length }) => length > 0),
    ...(figures === undefined ? {} : { figures }),
  };
}

const NOTHING: VerdictBlock = { kind: 'verdict', verdict: 'unclear', lead: [], details: [] };

/** What members get, or which file would say so: never a figure of the business in its place. */
function members(outcomes: Report | undefined, calc: Report | undefined): Phrase {
  const { members: ledger } = (calc?.data ?? {}) as { readonly members?: unknown };
  const hasLedger = typeof ledger === 'object' && ledger !== null;
  if (outcomes !== undefined) return leadAfter(hasLedger ? 'Outcomes: ' : 'Members: ', outcomes);
  return hasLedger ? [] : ['What members get is not known: no file of outcomes is named.'];
}

function leadAfter(label: string, report: Report): Phrase {
  const lead = verdictOf(report)?.lead ?? [];
  return lead.length === 0 ? [] : [label, ...lead];
}
