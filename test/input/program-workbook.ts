import { zip } from './archive.ts';

/** A shared text, a number, a cell in full, or nothing. */
export type Cell = string | number | { readonly xml: (reference: string) => string } | null;

export interface Sheet {
  readonly name: string;
  readonly rows: readonly (readonly Cell[])[];
  readonly hidden?: boolean;
}

export interface Program {
  /** Where elements and relations are defined. */
  readonly main: string;
  readonly relations: string;
  /** XML between the start of the workbook and its sheets. */
  readonly settings: string;
  /** What a row and a cell with a number carry besides. */
  readonly row: string;
  readonly number: string;
  /** Number format of style 1. */
  readonly dates: string;
}

export const TRANSITIONAL = 'http://schemas.openxmlformats.org';

/** A workbook as the program would save it, stored and not packed, so that its bytes stay the same. */
export function book(program: Program, ...sheets: readonly Sheet[]): Buffer {
  const strings: string[] = [];
  const bodies = sheets.map(({ rows }) => rows.map((cells, i) => rowXml(cells, i + 1, strings, program)).join(''));
  const relation = (id: number, type: string, target: string) =>
    `<Relationship Id="rId${id}" Type="${program.relations}/${type}" Target="${target}"/>`;
  const relations = [
    relation(1, 'styles', 'styles.xml'),
    relation(2, 'sharedStrings', 'sharedStrings.xml'),
    ...sheets.map((_, i) => relation(i + 3, 'worksheet', `worksheets/sheet${i + 1}.xml`)),
  ];
  const listed = sheets.map(
    ({ name, hidden }, i) =>
      `<sheet name="${name}" sheetId="${i + 1}"${hidden === true ? ' state="hidden"' : ''} r:id="rId${i + 3}"/>`,
  );
  const root = (name: string, inside: string) =>
    `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<${name} xmlns="${program.main}" xmlns:r="${program.relations}">${inside}</${name}>`;
  const packaged = (inside: string) =>
    `<Relationships xmlns="${TRANSITIONAL}/package/2006/relationships">${inside}</Relationships>`;
  const formats =
    '<numFmts count="2"><numFmt numFmtId="164" formatCode="M/d/yyyy"/><numFmt numFmtId="165" formatCode="DD/MM/YY"/></numFmts>';
  return zip(
    {
      '[Content_Types].xml': contentTypes(sheets.length),
      '_rels/.rels': packaged(relation(1, 'officeDocument', 'xl/workbook.xml')),
      'xl/workbook.xml': root(
        'workbook',
        `${program.settings}<sheets>${listed.join('')}</sheets><calcPr calcId="191029"/>`,
      ),
      'xl/_rels/workbook.xml.rels': packaged(relations.join('')),
      'xl/styles.xml': root(
        'styleSheet',
        `${formats}<cellXfs count="3"><xf numFmtId="0"/>${program.dates}<xf numFmtId="9"/></cellXfs>`,
      ),
      'xl/sharedStrings.xml': root(
        'sst',
        strings.map((text) => `<si><t xml:space="preserve">${text}</t></si>`).join(''),
      ),
      ...Object.fromEntries(
        bodies.map((body, i) => [
          `xl/worksheets/sheet${i + 1}.xml`,
          root('worksheet', `<sheetData>${body}</sheetData>`),
        ]),
      ),
    },
    'store',
  );
}

function rowXml(cells: readonly Cell[], line: number, strings: string[], { row, number }: Program): string {
  const xml = cells.map((cell, column) => {
    const at = `${String.fromCharCode(65 + column)}${line}`;
    if (cell === null) return '';
    if (typeof cell === 'number') return `<c r="${at}"${number}><v>${cell}</v></c>`;
    if (typeof cell !== 'string') return cell.xml(at);
    strings.push(cell.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;'));
    return `<c r="${at}" t="s"><v>${strings.length - 1}</v></c>`;
  });
  return `<row r="${line}"${row}>${xml.join('')}</row>`;
}

/** What kind each part of the archive is of. */
function contentTypes(sheets: number): string {
  const type = (part: string, kind: string) =>
    `<Override PartName="/xl/${part}.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.${kind}+xml"/>`;
  const parts = [
    type('workbook', 'sheet.main'),
    type('styles', 'styles'),
    type('sharedStrings', 'sharedStrings'),
    ...Array.from({ length: sheets }, (_, i) => type(`worksheets/sheet${i + 1}`, 'worksheet')),
  ];
  const defaults =
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>' +
    '<Default Extension="xml" ContentType="application/xml"/>';
  return `<Types xmlns="${TRANSITIONAL}/package/2006/content-types">${defaults}${parts.join('')}</Types>`;
}
