import { metricElsewhere, metricUnknown } from '../errors/usage.ts';
import { closest } from '../input/spelling.ts';
import { type Explainer, entriesOf, findEntry, GLOSSARY, type GlossaryEntry } from '../report/glossary.ts';

/**
 * The glossary's entry for a metric that the user named; a usage error, with the nearest names, where there is none.
 * `command`: the one whose figures are meant; missing means all.
 */
export function entryNamed(id: string, command?: Explainer): GlossaryEntry {
  const known = command === undefined ? GLOSSARY : entriesOf(command);
  const entry = findEntry(id);
  if (entry !== undefined && known.includes(entry)) return entry;
  if (entry !== undefined) throw metricElsewhere(id, entry.of ?? 'calc');
  const ids = known.map((own) => own.id);
  throw metricUnknown(id, closest(id, ids, 2), ids);
}
