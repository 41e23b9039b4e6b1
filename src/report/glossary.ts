import type { GlossaryEntry } from './glossary/entry.ts';
import { LEDGER_ENTRIES } from './glossary/ledger.ts';
import { TIME_ENTRIES } from './glossary/over-time.ts';

export type { GlossaryEntry } from './glossary/entry.ts';

/**
 * Each figure explained as the question that it answers. `explain <metric>` prints an entry, `docs/method.md` is
 * generated from all of them, and a test computes every worked number from the fixture that it names.
 */
export const GLOSSARY: readonly GlossaryEntry[] = [...LEDGER_ENTRIES, ...TIME_ENTRIES];

export function findEntry(id: string): GlossaryEntry | undefined {
  return GLOSSARY.find((entry) => entry.id === id);
}
