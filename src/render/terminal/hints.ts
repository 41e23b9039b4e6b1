import { phraseText } from '../../report/format.ts';
import type { Block } from '../../report/report.ts';
import type { Look } from './look.ts';
import { wrap } from './prose.ts';
import { displayWidth } from './width.ts';

type Hints = Extract<Block, { kind: 'hints' }>['hints'];

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
