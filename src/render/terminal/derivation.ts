import { phraseText } from '../../report/format.ts';
import type { Block } from '../../report/report.ts';
import type { Look } from './look.ts';
import { unbroken, wrap } from './prose.ts';
import { displayWidth } from './width.ts';

type Derivation = Extract<Block, { kind: 'derivation' }>;

/** Arithmetic, step below step, with the equals signs in one column. */
export function derivationLines(block: Derivation, look: Look, width: number): readonly string[] {
  const left = phraseText([block.left], look.format);
  const column = displayWidth(left) + 1;
  return block.lines.flatMap((line, index) => {
    const [first = '', ...others] = wrap(`= ${unbroken(line, look.format)}`, {
      width,
      first: column,
      hang: column + 2,
    });
    return index === 0 ? [`${look.paint.strong(left)} ${first.slice(column)}`, ...others] : [first, ...others];
  });
}
