/** Remembers pairs of a person and a time, up to a fixed number of them. */
export interface SeenPairs {
  /** False where the pair was added before. */
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
      const high = Number.parseInt(digest.slice(2, 10), 16) || 1;
      const low = (Number.parseInt(digest.slice(10, 18), 16) ^ Math.imul(when + 1, 0x9e3779b1)) >>> 0;
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
