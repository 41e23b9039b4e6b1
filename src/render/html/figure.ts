import { type FormatOptions, phraseText } from '../../report/format.ts';
import { plainText } from '../../report/plain.ts';
import type { Bars, Lines, Picture, Scorecard } from '../../report/report.ts';
import { dataTable } from './data-table.ts';
import { escapeHtml } from './escape.ts';
import { described } from './figure-values.ts';
import type { Ids } from './ids.ts';
import { barsSvg } from './svg/bars.ts';
import type { Names } from './svg/element.ts';
import { linesSvg } from './svg/lines.ts';
import { scorecardSvg } from './svg/scorecard.ts';

const WIDE = { width: 760, kind: 'wide' } as const;
const NARROW = { width: 340, kind: 'narrow' } as const;

/** A picture twice, for a page and for a phone, with its caption and, where no table beside it has them, its figures. */
export function figure(picture: Picture, ids: Ids, format: FormatOptions): string {
  const caption = plainText(picture.description);
  const names = { title: caption, description: describe(picture, format) };
  const drawings = draw(picture, names, ids, format);
  const data = picture.kind === 'lines' ? dataTable(picture, ids, format) : '';
  return `<figure>\n<figcaption>${escapeHtml(caption)}</figcaption>\n${drawings.join('\n')}\n${data}</figure>`;
}

function draw(picture: Picture, names: Names, ids: Ids, format: FormatOptions): readonly string[] {
  const [wide, narrow] = [ids.next('chart'), ids.next('chart')];
  switch (picture.kind) {
    case 'lines':
      return [
        linesSvg(wide, picture, names, { ...WIDE, height: 300 }, format),
        linesSvg(narrow, picture, names, { ...NARROW, height: 260 }, format),
      ];
    case 'bars':
      return [barsSvg(wide, picture, names, WIDE, format), barsSvg(narrow, picture, names, NARROW, format)];
    case 'scorecard':
      return [scorecardSvg(wide, picture, names, WIDE, format), scorecardSvg(narrow, picture, names, NARROW, format)];
  }
}

function describe(picture: Picture, format: FormatOptions): string {
  switch (picture.kind) {
    case 'lines':
      return described(picture satisfies Lines, format);
    case 'bars':
      return barsText(picture, format);
    case 'scorecard':
      return scorecardText(picture, format);
  }
}

function barsText({ bars, origin }: Bars, format: FormatOptions): string {
  const all = bars.map(({ label, ends }) => {
    return `${phraseText(label, format)}: ${ends.map(({ text }) => phraseText(text, format)).join(' to ')}.`;
  });
  return [`Bars begin at ${phraseText(origin.label, format)}.`, ...all].join(' ');
}

function scorecardText({ initiatives }: Scorecard, format: FormatOptions): string {
  return initiatives
    .map(({ name, business, members }) => {
      const goals = [...business, ...members].map(
        ({ metric, goal, passed, open }) =>
          `${plainText(metric)} ${phraseText(goal, format)}, ${passed ? 'met' : open === true ? 'still open' : 'not met'}`,
      );
      return `${plainText(name)}: ${goals.join('; ')}.`;
    })
    .join(' ');
}
