import type { CellStyle } from 'hucre/xlsx';
import { currencyOf } from '../../report/currency.ts';
import type { Look, NumberFormat } from '../../report/workbook.ts';

const BLUE = '0000FF';
const PALE = 'EAF2FB';
const DARK = '1F3864';
const GREY = '595959';
const FONT = { name: 'Calibri', size: 11 } as const;
const THIN = { style: 'thin', color: { rgb: 'BFBFBF' } } as const;

const LOOKS: Readonly<Record<Look, CellStyle>> = {
  title: { font: { ...FONT, bold: true, size: 16, color: { rgb: DARK } } },
  section: { font: { ...FONT, bold: true, size: 12, color: { rgb: DARK } } },
  header: {
    font: { ...FONT, bold: true, color: { rgb: 'FFFFFF' } },
    fill: { type: 'pattern', pattern: 'solid', fgColor: { rgb: DARK } },
    alignment: { wrapText: true, vertical: 'center' },
  },
  input: {
    font: { ...FONT, color: { rgb: BLUE } },
    fill: { type: 'pattern', pattern: 'solid', fgColor: { rgb: PALE } },
    border: { bottom: THIN },
  },
  given: { font: { ...FONT, color: { rgb: GREY } } },
  total: { font: { ...FONT, bold: true } },
  note: { font: { ...FONT, italic: true, color: { rgb: GREY } } },
  end: { fill: { type: 'pattern', pattern: 'solid', fgColor: { rgb: 'D9D9D9' } } },
};

/** Kept as text when it is typed anew: what begins with = does not become a formula. */
const AS_TEXT = '@';

/** How a text looks: left, save in a column of numbers. */
export function textStyle(look: Look | undefined, { wraps, top, right, first }: Place): CellStyle {
  const style = look === undefined ? {} : LOOKS[look];
  const alignment = {
    ...style.alignment,
    ...(wraps ? { wrapText: true } : {}),
    ...(top ? { vertical: 'top' as const } : {}),
    ...(right ? { horizontal: 'right' as const } : {}),
    ...(look === 'note' && !first && !right ? { indent: 1, horizontal: 'left' as const } : {}),
  };
  return { ...style, alignment, numFmt: AS_TEXT };
}

/** Where a text stands. */
export interface Place {
  /** In a column whose texts are broken into lines. */
  readonly wraps: boolean;
  /** On a sheet that has such a column. */
  readonly top: boolean;
  /** In a column of numbers. */
  readonly right: boolean;
  /** In the first column, where notes begin at the edge. */
  readonly first: boolean;
}

/** How a number looks; amounts in the currency of the report. */
export function numberStyle(format: NumberFormat, look: Look | undefined, currency: string | null): CellStyle {
  const style = look === undefined ? {} : LOOKS[look];
  return { ...style, numFmt: numberFormat(format, currency), alignment: { horizontal: 'right' } };
}

export const emptyStyle = (look: Look): CellStyle => LOOKS[look];

function numberFormat(format: NumberFormat, code: string | null): string {
  const { prefix, decimals } = code === null ? { prefix: '', decimals: 2 } : currencyOf(code, false);
  const sign = prefix === '' ? '' : `"${prefix}"`;
  const cents = `${sign}#,##0${decimals === 0 ? '' : `.${'0'.repeat(decimals)}`}`;
  switch (format) {
    case 'money':
      return `${sign}#,##0;-${sign}#,##0`;
    case 'price':
      return `${cents};-${cents}`;
    case 'signed':
      return `+${cents};-${cents};${cents}`;
    case 'percent':
      return '0.0%';
    case 'count':
      return '#,##0';
    case 'decimal':
      return '#,##0.00##';
    case 'plain':
      return 'General';
  }
}
