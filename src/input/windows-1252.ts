/** What bytes 0x80–0x9F stand for in windows-1252, where it differs from Latin-1; a space where it knows none. */
const HIGH = '€ ‚ƒ„…†‡ˆ‰Š‹Œ Ž  ‘’“”•–—˜™š›œ žŸ';
const DIFFERENT = /[\x80-\x9F]/g;

/** Text of windows-1252 bytes; undefined where a byte stands for nothing in it. */
export function decodeWindows1252(bytes: Buffer): string | undefined {
  const text = bytes.toString('latin1');
  let known = true;
  const decoded = text.replace(DIFFERENT, (character) => {
    const meant = HIGH[character.charCodeAt(0) - 0x80]!;
    if (meant === ' ') known = false;
    return meant;
  });
  return known ? decoded : undefined;
}

/** Index of the first byte that stands for nothing in windows-1252, or -1. */
export function firstUndefined1252(bytes: Buffer): number {
  return bytes.findIndex((byte) => byte >= 0x80 && byte <= 0x9f && HIGH[byte - 0x80] === ' ');
}
