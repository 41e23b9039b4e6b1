import { attribute, scanXml } from './xml.ts';

/** Formats that every spreadsheet knows by number and that show a day. 45–47 and 18–21 show a time alone. */
const BUILT_IN = new Set([14, 15, 16, 17, 22, 27, 28, 29, 30, 31, 34, 35, 36, 50, 51, 52, 53, 54, 57, 58]);
const QUOTED = /"[^"]*"|\\.|_.|\*.|\[[^\]]*\]/g;

/** For each style of a cell, whether it shows a number as a date. */
export function dateStyles(stylesXml: string): boolean[] {
  const custom = new Map<number, boolean>();
  const styles: boolean[] = [];
  let inCellFormats = false;
  scanXml(stylesXml, {
    open(name, attributes) {
      if (name === 'numFmt') {
        custom.set(Number(attribute(attributes, 'numFmtId')), showsDay(attribute(attributes, 'formatCode') ?? ''));
      } else if (name === 'cellXfs') inCellFormats = true;
      else if (name === 'xf' && inCellFormats) {
        const format = Number(attribute(attributes, 'numFmtId') ?? 0);
        styles.push(custom.get(format) ?? BUILT_IN.has(format));
      }
    },
    close(name) {
      if (name === 'cellXfs') inCellFormats = false;
    },
  });
  return styles;
}

/** `dd.mm.yyyy` and `mmm-yy` show a day or a month, `[h]:mm` and `0.00` do not. */
function showsDay(code: string): boolean {
  const letters = (code.split(';')[0] ?? '').replace(QUOTED, '').toLowerCase();
  return /[yd]/.test(letters) || (letters.includes('mmm') && !/[hs]/.test(letters));
}

const DAY = 86_400_000;

/**
 * The day that a spreadsheet counts from 1900 (or 1904), as 2024-01-31. Those that count from 1900 believe in a
 * 29 February 1900, so that days before it are one further on. Undefined for what is no day.
 */
export function dayOf(serial: number, from1904: boolean): string | undefined {
  const whole = Math.floor(serial);
  if (whole < 1 || whole > 2_958_465) return undefined;
  const days = from1904 ? whole + 1462 : whole < 60 ? whole + 1 : whole;
  return new Date(Date.UTC(1899, 11, 30) + days * DAY).toISOString().slice(0, 10);
}
