import { displayWidth, isSimple } from './width.ts';

const FIRST = 0xe000;
const LAST = 0xf8fe;
const FILLER = '\uf8ff';
const STAND_IN = new RegExp(`[\\ue000-\\uf8fe]${FILLER}*`, 'g');

/** Characters that hold the place of text. */
export interface StandIns {
  put(text: string): string;
  restore(laidOut: string): string;
}

/**
 * Text that cli-table3 would measure wrong (newer emoji, the marks of Thai or Hindi) is laid out as private characters
 * of the right width, whose place it takes afterwards. Text from files holds no private characters.
 */
export function makeStandIns(): StandIns {
  const texts: string[] = [];
  return {
    put(text) {
      const width = displayWidth(text);
      if (isSimple(text) || width === 0 || texts.length > LAST - FIRST) return text;
      texts.push(text);
      return String.fromCharCode(FIRST + texts.length - 1) + FILLER.repeat(width - 1);
    },
    restore(laidOut) {
      if (texts.length === 0) return laidOut;
      return laidOut.replace(STAND_IN, (standIn) => texts[standIn.charCodeAt(0) - FIRST] ?? standIn);
    },
  };
}
