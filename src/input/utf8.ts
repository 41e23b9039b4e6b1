/** How many bytes a UTF-8 character has by its first byte; 0 for a byte that begins none. */
function lengthBy(first: number): number {
  if (first < 0x80) return 1;
  if (first >= 0xc2 && first < 0xe0) return 2;
  if (first >= 0xe0 && first < 0xf0) return 3;
  return first >= 0xf0 && first < 0xf5 ? 4 : 0;
}

/** Where the last character of the bytes begins if it is cut off; their length if it is whole. */
export function wholeCharacters(bytes: Buffer): number {
  for (let back = 1; back <= 3 && back <= bytes.length; back++) {
    const byte = bytes[bytes.length - back]!;
    if (byte >= 0xc0) return lengthBy(byte) > back ? bytes.length - back : bytes.length;
    if (byte < 0x80) return bytes.length;
  }
  return bytes.length;
}

/** The first byte that is no UTF-8, in bytes that hold one. */
export function firstInvalid(bytes: Buffer): number {
  const decoder = new TextDecoder('utf-8', { fatal: true });
  const valid = (length: number) => {
    try {
      decoder.decode(bytes.subarray(0, length));
      return true;
    } catch {
      return false;
    }
  };
  // Everything up to a whole character before the first bad byte is valid, everything past it is not: halve.
  let [good, bad] = [0, bytes.length];
  while (bad - good > 8) {
    const middle = good + wholeCharacters(bytes.subarray(good, (good + bad) >> 1));
    if (middle <= good) break;
    if (valid(middle)) good = middle;
    else bad = middle;
  }
  while (good < bytes.length) {
    const length = lengthBy(bytes[good]!);
    if (length === 0 || good + length > bytes.length || !valid(good + length)) return good;
    good += length;
  }
  return bytes.length;
}
