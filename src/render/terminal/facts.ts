import { phraseText } from '../../report/format.ts';
import type { Block, Phrase } from '../../report/report.ts';
import type { Look } from './look.ts';
import { unbroken, wrap } from './prose.ts';
import { displayWidth, padEnd } from './width.ts';

type Facts = Extract<Block, { kind: 'facts' }>['facts'];
type Caveats = Extract<Block, { kind: 'caveats' }>['caveats'];
type Hints = Extract<Block, { kind: 'hints' }>['hints'];

const GAP = 3;
/** Values begin in one column only if they keep at least this much room. */
const SHORTEST_VALUE = 24;

/** Labels in one column and values in another, or `label: value` where there is no room for two. */
export function factLines(facts: Facts, look: Look, width: number): readonly string[] {
  const labels = facts.map((fact) => phraseText([fact.label], look.format));
  const column = Math.max(0, ...labels.map(displayWidth)) + GAP;
  const isNarrow = width - column < SHORTEST_VALUE;
  return facts.flatMap((fact, index) => {
    const value = withReason(fact.value, look);
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

/** What to know before relying on the figures, each with the code it has in the JSON. */
export function caveatLines(caveats: Caveats, look: Look, width: number): readonly string[] {
  const { glyphs, paint, format } = look;
  return caveats.flatMap(({ code, message }) => {
    const lines = wrap(`${unbroken(message, format)} ${code}`, { width, first: 2, hang: 2 });
    return lines.map((line, index) => {
      const bulleted = index === 0 ? `${glyphs.bullet} ${line.slice(2)}` : line;
      return index === lines.length - 1 && bulleted.endsWith(code)
        ? bulleted.slice(0, -code.length) + paint.quiet(code)
        : bulleted;
    });
  });
}

/** What to type next: on one line where it fits. */
export function hintLines(hints: Hints, look: Look, width: number): readonly string[] {
  const { paint, format } = look;
  const parts = hints.map(({ label, command }) => ({
    label: phraseText([`${label}:`], format),
    command: phraseText([command], format),
  }));
  const painted = parts.map((part) => `${paint.quiet(part.label)} ${paint.command(part.command)}`);
  const oneLine = painted.join(' '.repeat(4));
  if (displayWidth(oneLine) <= width) return [oneLine];
  // A command stays on one line, so that it can be copied.
  return parts.flatMap(({ label, command }, index) =>
    displayWidth(`${label} ${command}`) <= width
      ? [painted[index] ?? '']
      : [...wrap(label, { width }).map(paint.quiet), `  ${paint.command(command)}`],
  );
}
