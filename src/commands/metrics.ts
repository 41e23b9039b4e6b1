import { metricUnknown } from '../errors/usage.ts';
import type { UserError } from '../errors/user-error.ts';
import { closest } from '../input/spelling.ts';
import { findEntry, GLOSSARY, type GlossaryEntry } from '../report/glossary.ts';

/** The glossary's entry for a metric that the user named; a usage error, with the nearest names, where there is none. */
export function entryNamed(id: string): GlossaryEntry {
  const entry = findEntry(id);
  if (entry === undefined)
    throw unknownMetric(
      id,
      GLOSSARY.map((known) => known.id),
    );
  return entry;
}

export function unknownMetric(metric: string, all: readonly string[]): UserError {
  return metricUnknown(metric, closest(metric, all, 2), all);
}
