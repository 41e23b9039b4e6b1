import { fileFormat, workbookBroken } from '../../errors/input.ts';
import { ReadFailure } from '../failure.ts';
import { attribute, scanXml } from './xml.ts';
import type { Archive } from './zip.ts';

/** A sheet of cells, in the order of the workbook. */
export interface Sheet {
  readonly name: string;
  readonly hidden: boolean;
  /** Of its XML in the archive. */
  readonly path: string;
}

export interface Workbook {
  readonly sheets: readonly Sheet[];
  /** Whether days are counted from 1904 instead of 1900. */
  readonly from1904: boolean;
  /** Folder of the other parts. */
  readonly folder: string;
}

/** Finds the sheets; throws ReadFailure for an archive that is no workbook. */
export function workbookOf(archive: Archive): Workbook {
  const path = related(archive, '', '_rels/.rels').find(({ type }) => type === 'officeDocument')?.path;
  if (path === undefined || !path.endsWith('.xml')) throw new ReadFailure(notAWorkbook(archive));
  const folder = path.slice(0, path.lastIndexOf('/') + 1);
  const relations = related(archive, folder, `${folder}_rels/${path.slice(folder.length)}.rels`);
  const sheets: Sheet[] = [];
  let from1904 = false;
  scanXml(archive.text(path), {
    open(name, attributes) {
      if (name === 'workbookPr') from1904 = /^(?:1|true)$/.test(attribute(attributes, 'date1904') ?? '');
      if (name !== 'sheet') return;
      // The attribute `r:id`; the plain `sheetId` numbers something else.
      const relation = relations.find(({ id }) => id === attribute(attributes, 'id'));
      if (relation?.type !== 'worksheet') return;
      const hidden = (attribute(attributes, 'state') ?? 'visible') !== 'visible';
      sheets.push({ name: attribute(attributes, 'name') ?? '', hidden, path: relation.path });
    },
  });
  if (sheets.length === 0) throw new ReadFailure(notAWorkbook(archive));
  return { sheets, from1904, folder };
}

interface Relation {
  readonly id: string | undefined;
  /** Last part of the type: `worksheet`. */
  readonly type: string;
  readonly path: string;
}

function related(archive: Archive, folder: string, path: string): Relation[] {
  const relations: Relation[] = [];
  scanXml(archive.text(path), {
    open(name, attributes) {
      if (name !== 'Relationship') return;
      const target = attribute(attributes, 'Target') ?? '';
      const type = attribute(attributes, 'Type') ?? '';
      relations.push({
        id: attribute(attributes, 'Id'),
        type: type.slice(type.lastIndexOf('/') + 1),
        path: target.startsWith('/') ? target.slice(1) : `${folder}${target}`,
      });
    },
  });
  return relations;
}

function notAWorkbook(archive: Archive) {
  const what = archive.has('xl/workbook.bin')
    ? 'a binary workbook (.xlsb)'
    : archive.has('content.xml')
      ? 'an OpenDocument file (.ods)'
      : archive.has('word/document.xml')
        ? 'a text document (.docx)'
        : archive.has('_rels/.rels')
          ? undefined
          : 'a ZIP archive';
  if (what === undefined) return workbookBroken('it has no sheets');
  return fileFormat(what, 'Save the table as .xlsx or as CSV (UTF-8); unpack an archive first.');
}
