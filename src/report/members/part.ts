import { DEFAULT_MIN_PEOPLE } from '../../core/outcomes/options.ts';
import type { RoiResult } from '../../core/result.ts';
import { countSection } from '../outcomes/counts.ts';
import { sentenceSection } from '../outcomes/sentences.ts';
import { outcomeSection } from '../outcomes/tables.ts';
import type { Block } from '../report.ts';
import { memberCaveats } from './caveats.ts';
import type { MemberFacts, MemberPart } from './facts.ts';
import { recognitionSection } from './recognition.ts';
import { certainty, memberFigures, memberLead } from './sentences.ts';
import { ledgerSections, memberSection } from './tables.ts';

/** The members' side of the report of `calc`: both ledgers side by side, what the second one holds, and what it rests on. */
export function memberPart(facts: MemberFacts, business: RoiResult): MemberPart {
  const { side } = facts;
  return {
    data: side,
    lead: memberLead(facts),
    details: certainty(side),
    figures: memberFigures(side),
    sections: [
      sideSection(facts, business),
      ...outcomeSections(facts),
      ...recognitionSection(facts),
      ...impactSection(facts),
    ],
    caveats: memberCaveats(facts, DEFAULT_MIN_PEOPLE),
  };
}

function sideSection({ side }: MemberFacts, business: RoiResult): Block {
  return {
    kind: 'section',
    id: 'members-side',
    title: "Members' side",
    note: ['what members get beyond non-members, and what they give, beside the ledger of the business'],
    blocks: [...ledgerSections(side, business), memberSection(side)],
  };
}

function outcomeSections({ outcomes }: MemberFacts): Block[] {
  if (outcomes === undefined || outcomes.result.outcomes.length === 0) return [];
  return [outcomeSection(outcomes.result), sentenceSection(outcomes.result)];
}

/** Counts with nobody to compare with: a trend, never a return. */
function impactSection({ outcomes }: MemberFacts): Block[] {
  const heading = { kind: 'section', id: 'impact', title: 'Impact on the field' } as const;
  const [section] = outcomes === undefined ? [] : countSection(outcomes.result);
  if (section?.kind === 'section') return [{ ...section, ...heading }];
  const text = 'Unknown: nothing is counted; --count publications takes a column of --outcomes.';
  return [{ ...heading, blocks: [{ kind: 'paragraph', text: [text] }] }];
}
