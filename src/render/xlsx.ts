import { phraseText } from '../report/format.ts';
import type { Report } from '../report/report.ts';
import type { WorkbookSheet } from '../report/workbook.ts';
import type { RenderOptions } from './options.ts';
import { selectBlocks } from './select.ts';
import { leadRows, type Section, sectionSheet, tableSheet } from './xlsx/values.ts';
import { workbookBytes } from './xlsx/workbook.ts';

/**
 * The report as an .xlsx file: the workbook that it brings along, whose figures are formulas, and every other section as
 * a sheet of values. A report without a workbook is values throughout.
 */
export async function renderXlsx(
  report: Report,
  options: Pick<RenderOptions, 'sections' | 'brief'>,
): Promise<Uint8Array> {
  const { currency } = report;
  const workbook = await report.workbook?.();
  const blocks = selectBlocks(report, options);
  const own: readonly WorkbookSheet[] = workbook?.sheets ?? [
    { name: 'Summary', widths: [100], rows: leadRows(blocks, currency), wraps: true },
  ];
  const others = blocks.filter(
    (block): block is Section => block.kind === 'section' && workbook?.covers.includes(block.id) !== true,
  );
  const values = chaptersOf(others).map((sections) => sectionSheet(sections, currency));
  const data = workbook === undefined && report.table.length > 1 ? [tableSheet(report.table)] : [];
  const title = report.blocks.find((block) => block.kind === 'title');
  return workbookBytes({
    sheets: withOwnNames([...own, ...values, ...data]),
    names: workbook?.names ?? [],
    title: title === undefined ? report.kind : phraseText(title.text, { locale: 'en-US', currency, ascii: false }),
    currency,
  });
}

/** Each section with those that belong to its chapter. */
function chaptersOf(sections: readonly Section[]): (readonly [Section, ...Section[]])[] {
  const ids = new Set(sections.map(({ id }) => id));
  const isInside = ({ chapter }: Section) => chapter !== undefined && ids.has(chapter);
  return sections
    .filter((section) => !isInside(section))
    .map((head) => [head, ...sections.filter((section) => isInside(section) && section.chapter === head.id)]);
}

const LONGEST_NAME = 31;

/** Sheets under names that a workbook allows, no two alike; the first keeps its own. */
function withOwnNames(sheets: readonly WorkbookSheet[]): WorkbookSheet[] {
  const taken = new Set<string>();
  return sheets.map((sheet) => {
    const base = sheet.name.replace(/[\\/?*:[\]]|^'|'$/g, ' ').trim() || 'Sheet';
    let name = base.slice(0, LONGEST_NAME);
    for (let n = 2; taken.has(name.toLowerCase()); n++) name = `${base.slice(0, LONGEST_NAME - 4)} ${n}`;
    taken.add(name.toLowerCase());
    return { ...sheet, name };
  });
}
