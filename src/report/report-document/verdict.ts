import type { Block, Facts, Report } from '../report.ts';
import { topic } from '../topics.ts';
import type { DocumentFacts } from './facts.ts';

type VerdictBlock = Extract<Block, { kind: 'verdict' }>;

export const verdictOf = (report: Report | undefined): VerdictBlock | undefined =>
  report?.blocks.find((block): block is VerdictBlock => block.kind === 'verdict');

/** The answer for the business, then for the members, then what became of the goals and what has changed. */
export function documentVerdict({ parts, scorecard, since }: DocumentFacts): Block {
  const { calc, outcomes } = parts;
  const main = [calc, ...Object.values(parts)].find((part) => verdictOf(part) !== undefined);
  const block = verdictOf(main) ?? NOTHING;
  const { topics = main === calc ? topic('Business', block.details) : [] } = block;
  return {
    ...block,
    details: main === calc ? [] : block.details,
    topics: [
      ...topics,
      ...(calc === undefined ? topic('Business', [['not known: no costs and no spending are named.']]) : []),
      ...(main === outcomes ? [] : members(outcomes, calc)),
      ...lead('Goals', scorecard),
      ...lead('Since last time', since),
    ],
  };
}

const NOTHING: VerdictBlock = { kind: 'verdict', verdict: 'unclear', lead: [], details: [] };

/** What members get, or which file would say so: never a figure of the business in its place. */
function members(outcomes: Report | undefined, calc: Report | undefined): Facts {
  const { members: ledger } = (calc?.data ?? {}) as { readonly members?: unknown };
  const hasLedger = typeof ledger === 'object' && ledger !== null;
  if (outcomes !== undefined) return isTold(outcomes, calc) ? [] : lead(hasLedger ? 'Outcomes' : 'Members', outcomes);
  return hasLedger ? [] : topic('Members', [['not known: no file of outcomes is named.']]);
}

/** Whether the answer of the ledgers says it already: it does where the ledger of members is unknown. */
function isTold(outcomes: Report, calc: Report | undefined): boolean {
  const words = (report: Report | undefined) => JSON.stringify(verdictOf(report)?.lead ?? []).slice(1, -1);
  return words(calc).includes(words(outcomes));
}

function lead(label: string, report: Report | undefined): Facts {
  return topic(label, [verdictOf(report)?.lead ?? []]);
}
