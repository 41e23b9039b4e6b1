import type { Block } from '../../report/report.ts';
import type { Look } from './look.ts';
import { unbroken, wrap } from './prose.ts';

type Caveats = Extract<Block, { kind: 'caveats' }>['caveats'];

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
