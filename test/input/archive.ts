import { crc32, deflateRawSync } from 'node:zlib';

/** A ZIP archive of texts, as a program that knows no more than the format would write it. */
export function zip(files: Readonly<Record<string, string>>, method: 'store' | 'deflate' = 'deflate'): Buffer {
  const bodies: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const [name, text] of Object.entries(files)) {
    const content = Buffer.from(text);
    const packed = method === 'store' ? content : deflateRawSync(content);
    const fields = Buffer.alloc(26);
    fields.writeUInt16LE(20, 0);
    fields.writeUInt16LE(method === 'store' ? 0 : 8, 4);
    fields.writeUInt32LE(crc32(content), 10);
    fields.writeUInt32LE(packed.length, 14);
    fields.writeUInt32LE(content.length, 18);
    fields.writeUInt16LE(Buffer.byteLength(name), 22);
    bodies.push(Buffer.from('PK\x03\x04', 'latin1'), fields, Buffer.from(name), packed);
    const tail = Buffer.alloc(14);
    tail.writeUInt32LE(offset, 10);
    directory.push(Buffer.from('PK\x01\x02\x14\0', 'latin1'), fields, tail, Buffer.from(name));
    offset += 30 + Buffer.byteLength(name) + packed.length;
  }
  const central = Buffer.concat(directory);
  const end = Buffer.alloc(22);
  end.write('PK\x05\x06', 0, 'latin1');
  end.writeUInt16LE(Object.keys(files).length, 8);
  end.writeUInt16LE(Object.keys(files).length, 10);
  end.writeUInt32LE(central.length, 12);
  end.writeUInt32LE(offset, 16);
  return Buffer.concat([...bodies, central, end]);
}

export interface SheetOptions {
  readonly state?: 'visible' | 'hidden';
  /** The XML of its rows. */
  readonly rows: string;
}

export interface BookOptions {
  readonly strings?: readonly string[];
  readonly from1904?: boolean;
  /** Prefix of the names of all elements, with its colon. */
  readonly prefix?: string;
  readonly method?: 'store' | 'deflate';
}

const TYPES = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

/**
 * A workbook of the parts that ECMA-376 asks for. Style 0 is General, 1 the built-in date 14, 2 `mmm-yy`, 3 `0%`,
 * 4 `[h]:mm`, 5 `"day" 0.00`.
 */
export function workbook(sheets: Readonly<Record<string, SheetOptions>>, options: BookOptions = {}): Buffer {
  const { prefix = '', strings = [], from1904 = false, method = 'deflate' } = options;
  const names = Object.keys(sheets);
  const tag = (xml: string) => xml.replace(/<(\/?)(?=[a-zA-Z])/g, `<$1${prefix}`);
  const relation = (id: string, type: string, target: string) =>
    `<Relationship Id="${id}" Type="${TYPES}/${type}" Target="${target}"/>`;
  const relations = names.map((_, i) => relation(`rId${i + 1}`, 'worksheet', `worksheets/sheet${i + 1}.xml`));
  const entries = names.map(
    (name, i) =>
      `<sheet name="${name}" sheetId="${i + 7}" state="${sheets[name]!.state ?? 'visible'}" r:id="rId${i + 1}"/>`,
  );
  const formats =
    '<numFmts><numFmt numFmtId="164" formatCode="mmm\\-yy"/><numFmt numFmtId="165" formatCode="[h]:mm"/>' +
    '<numFmt numFmtId="166" formatCode="&quot;day&quot; 0.00"/></numFmts>';
  const styles = [0, 14, 164, 9, 165, 166].map((id) => `<xf numFmtId="${id}" applyNumberFormat="1"/>`).join('');
  return zip(
    {
      '[Content_Types].xml': '<Types/>',
      '_rels/.rels': `<Relationships>${relation('rId1', 'officeDocument', 'xl/workbook.xml')}</Relationships>`,
      'xl/workbook.xml': tag(
        `<workbook><workbookPr date1904="${from1904 ? 1 : 0}"/><sheets>${entries.join('')}</sheets></workbook>`,
      ),
      'xl/_rels/workbook.xml.rels': `<?xml version="1.0"?><Relationships>${relations.join('')}</Relationships>`,
      'xl/styles.xml': tag(
        `<styleSheet>${formats}<cellStyleXfs><xf numFmtId="14"/></cellStyleXfs><cellXfs>${styles}</cellXfs></styleSheet>`,
      ),
      'xl/sharedStrings.xml': tag(`<sst>${strings.map((text) => `<si>${text}</si>`).join('')}</sst>`),
      ...Object.fromEntries(
        names.map((name, i) => [
          `xl/worksheets/sheet${i + 1}.xml`,
          `<?xml version="1.0" encoding="UTF-8"?>\n${tag(`<worksheet><sheetData>${sheets[name]!.rows}</sheetData></worksheet>`)}`,
        ]),
      ),
    },
    method,
  );
}

/** Rows of inline texts and numbers, from the first line on. */
export function rowsXml(...rows: readonly (readonly (string | number | null)[])[]): string {
  return rows
    .map((cells, row) => {
      const xml = cells.map((cell, column) => {
        const reference = `${String.fromCharCode(65 + column)}${row + 1}`;
        if (cell === null) return '';
        if (typeof cell === 'number') return `<c r="${reference}"><v>${cell}</v></c>`;
        return cell.startsWith('<') ? cell : `<c r="${reference}" t="inlineStr"><is><t>${cell}</t></is></c>`;
      });
      return `<row r="${row + 1}">${xml.join('')}</row>`;
    })
    .join('');
}
