import type { EngineContext } from './engine.ts';
import type { PlainFile } from './examine.ts';
import { lineJudge } from './plain-line.ts';

const LF = 0x0a;
/** A line that is longer is handed on unseen. */
const LONGEST_LINE = 1 << 20;

/**
 * Passes over the lines of a file that are as plain as it looked and hands on the others: our own reader then finds
 * every problem of a large file in little more than the time of a scan. Of a line that is passed over its end stays, so
 * that the lines behind it keep their numbers. `passed` is told how many
 * there have been.
 */
export function passOver(
  file: PlainFile,
  { signal }: Pick<EngineContext, 'signal'>,
  passed: (rows: number) => void = () => {},
): (text: AsyncIterable<Buffer>) => AsyncGenerator<Buffer> {
  return async function* others(text) {
    const judge = lineJudge(file);
    let rest: Buffer = Buffer.alloc(0);
    /** Whether a line that is handed on reaches into what comes next: the header, to begin with. */
    let open = true;
    let count = 0;
    for await (const chunk of text) {
      signal.throwIfAborted();
      const joined = rest.length === 0 ? chunk : Buffer.concat([rest, chunk]);
      const end = judge.hasLost() ? joined.length : joined.lastIndexOf(LF) + 1;
      rest = joined.subarray(end);
      if (judge.hasLost()) yield joined;
      else if (end > 0) {
        const from = open ? joined.indexOf(LF) + 1 : 0;
        open = false;
        yield* handOn(joined, from, end);
        passed(count);
      } else if (rest.length > LONGEST_LINE) {
        yield rest;
        rest = rest.subarray(rest.length);
        open = true;
      }
    }
    if (rest.length > 0) yield rest;

    /** Everything up to `from`, and the lines behind it that are not plain. */
    function* handOn(lines: Buffer, from: number, end: number): Generator<Buffer> {
      const kept = Buffer.allocUnsafe(end);
      let length = lines.copy(kept, 0, 0, from);
      for (let at = from; at < end; ) {
        const next = judge.look(lines, at);
        if (judge.hasLost()) {
          length += lines.copy(kept, length, at, end);
          break;
        }
        if (judge.isPlain()) {
          kept[length++] = LF;
          count++;
        } else length += lines.copy(kept, length, at, next);
        at = next;
      }
      yield kept.subarray(0, length);
    }
  };
}
