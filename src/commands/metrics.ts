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

/** Paths of figures much like one that there is not: where it is in the right place, only its last part is compared. */
export function nearFigures(metric: string, near: readonly string[]): readonly string[] {
  const above = metric.slice(0, metric.lastIndexOf('.') + 1);
  const here = near.filter((name) => name.startsWith(above) && !name.slice(above.length).includes('.'));
  const own = closest(
    metric.slice(above.length),
    here.map((name) => name.slice(above.length)),
    2,
  );
  return own.length > 0 ? own.map((name) => above + name) : closest(metric, near, 2);
}
