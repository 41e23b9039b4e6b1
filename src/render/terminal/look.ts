import type { FormatOptions } from '../../report/format.ts';
import type { Report } from '../../report/report.ts';
import type { RenderOptions } from '../options.ts';
import type { Paint } from './paint.ts';

/** What every part of the terminal report needs to know. */
export interface Look {
  readonly format: FormatOptions;
  readonly paint: Paint;
  readonly charts: boolean;
  readonly glyphs: Glyphs;
}

/** The signs around the figures. */
export interface Glyphs {
  readonly positive: string;
  readonly negative: string;
  readonly unclear: string;
  readonly rule: string;
  readonly bullet: string;
  readonly ellipsis: string;
}

const UNICODE_GLYPHS: Glyphs = {
  positive: '▲',
  negative: '▼',
  unclear: '≈',
  rule: '─',
  bullet: '•',
  ellipsis: '…',
};

const ASCII_GLYPHS: Glyphs = {
  positive: '+',
  negative: '-',
  unclear: '~',
  rule: '-',
  bullet: '*',
  ellipsis: '...',
};

export function lookOf(
  report: Report,
  { locale, ascii, charts }: Pick<RenderOptions, 'locale' | 'ascii' | 'charts'>,
  paint: Paint,
): Look {
  return {
    format: { locale, currency: report.currency, ascii },
    paint,
    charts,
    glyphs: ascii ? ASCII_GLYPHS : UNICODE_GLYPHS,
  };
}
