import { EFFECT_ENTRIES } from './glossary/effect.ts';
import type { Explainer, GlossaryEntry } from './glossary/entry.ts';
import { LEDGER_ENTRIES } from './glossary/ledger.ts';
import { MEMBER_ENTRIES } from './glossary/members.ts';
import { OUTCOME_ENTRIES } from './glossary/outcomes.ts';
import { TIME_ENTRIES } from './glossary/over-time.ts';

export type { Explainer, GlossaryEntry } from './glossary/entry.ts';

/**
 * Each figure explained as the question that it answers. `explain <metric>` prints an entry, `docs/method.md` is
 * generated from all of them, and a test computes every worked number from the fixture that it names.
 */
export const GLOSSARY: readonly GlossaryEntry[] = [
  ...LEDGER_ENTRIES,
  ...TIME_ENTRIES,
  ...MEMBER_ENTRIES,
  ...OUTCOME_ENTRIES,
  ...EFFECT_ENTRIES,
];

export function findEntry(id: string): GlossaryEntry | undefined {
  return GLOSSARY.find((entry) => entry.id === id);
}

/** The figures that a command shows. */
export function entriesOf(command: Explainer): GlossaryEntry[] {
  return GLOSSARY.filter(({ of = 'calc' }) => of === command);
}

/** Where a figure stands in the JSON, in words: `data.outcomes[].difference`. */
export function shownPath({ path }: GlossaryEntry): string {
  return `data.${path.replace(/\.\d+(?=\.|$)/g, '[]')}`;
}
