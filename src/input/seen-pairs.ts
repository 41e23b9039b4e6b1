/** Remembers pairs of a person and a time, up to a fixed number of them. */
export interface SeenPairs {
  /** False where the pair was added before. The digest is that of the person, a character for each byte. */
  add(digest: string, when: number): boolean;
  /** Whether there were more pairs than are remembered; those beyond are taken for new. */
  full(): boolean;
}

/** How many pairs are remembered. */
const MOST = 1_000_000;
const SLOTS = 2 ** 21;

/**
 * A set of 64-bit hashes in a table of fixed size (16 MB), because a set of strings would grow with the file. That two
 * of a million different pairs share a hash has a chance of 3 in 10⁸.
 */
export function seenPairs(): SeenPairs {
  let table: Uint32Array | undefined;
  let size = 0;
  let overflow = false;
  return {
    add(digest, when) {
      table ??= new Uint32Array(2 * SLOTS);
      const high = wordAt(digest, 1) || 1;
      const low = (wordAt(digest, 5) ^ Math.imul(when + 1, 0x9e3779b1)) >>> 0;
      for (let slot = (high ^ low) & (SLOTS - 1); ; slot = (slot + 1) & (SLOTS - 1)) {
        const held = table[2 * slot]!;
        if (held === high && table[2 * slot + 1] === low) return false;
        if (held !== 0) continue;
        if (size === MOST) {
          overflow = true;
          return true;
        }
        table[2 * slot] = high;
        table[2 * slot + 1] = low;
        size++;
        return true;
      }
    },
    full: () => overflow,
  };
}

/** Four bytes of a digest as an unsigned number. */
function wordAt(digest: string, at: number): number {
  const byte = (i: number) => digest.charCodeAt(at + i);
  return ((byte(0) << 24) | (byte(1) << 16) | (byte(2) << 8) | byte(3)) >>> 0;
}
