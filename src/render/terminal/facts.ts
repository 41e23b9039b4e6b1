import { phraseText } from '../../report/format.ts';
import type { Facts, Phrase } from '../../report/report.ts';
import type { Look } from './look.ts';
import { unbroken, wrap } from './prose.ts';
import { displayWidth, padEnd } from './width.ts';

const GAP = 3;
/** Values begin in one column only if they keep at least this much room. */
const SHORTEST_VALUE = 24;

/** Labels in one column and values in another, or `label: value` where there is no room for two. */
export function factLines(facts: Facts, look: Look, width: number): readonly string[] {
  const labels = facts.map((fact) => phraseText([fact.label], look.format));
  const column = Math.max(0, ...labels.map(displayWidth)) + GAP;
  const values = facts.map((fact) => withReason(fact.value, look));
  const longest = Math.max(0, ...values.map(displayWidth));
  const isNarrow = width - column < Math.min(longest, SHORTEST_VALUE);
  return values.flatMap((value, index) => {
    const label = labels[index] ?? '';
    if (isNarrow) return wrap(`${label}: ${value}`, { width, hang: 2 });
    const [first = '', ...others] = wrap(value, { width, first: column, hang: column });
    return [padEnd(label, column) + first.slice(column), ...others];
  });
}

/** A value that is unknown says why. */
function withReason(value: Phrase, { format }: Look): string {
  const [only] = value;
  if (value.length !== 1 || typeof only !== 'object' || only.kind !== 'unknown') return unbroken(value, format);
  return `${unbroken(value, format)} ${phraseText([only.reason], format)}`;
}
