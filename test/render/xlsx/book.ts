import { inflateRawSync } from 'node:zlib';
import { zip } from '../../input/archive.ts';

export type Value = number | string | boolean;

export interface BookCell {
  readonly formula?: string;
  /** Undefined where nothing is cached. */
  readonly value?: Value;
}

/** The cells of a workbook by sheet and reference, as the file holds them. */
export type Book = ReadonlyMap<string, ReadonlyMap<string, BookCell>>;

const SHEET = /<sheet\b[^>]*\bname="([^"]*)"[^>]*\br:id="([^"]*)"/g;
const CELL = /<c\b([^>]*?)(?:\/>|>(.*?)<\/c>)/gs;

/** Reads every cell of an .xlsx file, with its formula; a reader of its own, so that the writer is not its own judge. */
export function readBook(bytes: Uint8Array): Book {
  const files = unzip(bytes);
  const text = (name: string) => files.get(name) ?? '';
  const strings = [...text('xl/sharedStrings.xml').matchAll(/<si>(.*?)<\/si>|<si\/>/gs)].map(([, item]) =>
    [...(item ?? '').matchAll(/<t\b[^>]*>(.*?)<\/t>/gs)].map(([, part]) => plainText(part!)).join(''),
  );
  const targets = new Map(
    [...text('xl/_rels/workbook.xml.rels').matchAll(/<Relationship\b[^>]*>/g)].map(([tag]) => [
      /\bId="([^"]*)"/.exec(tag)![1]!,
      /\bTarget="\/?(?:xl\/)?([^"]*)"/.exec(tag)![1]!,
    ]),
  );
  return new Map(
    [...text('xl/workbook.xml').matchAll(SHEET)].map(([, name, id]) => [
      plainText(name!),
      cellsOf(text(`xl/${targets.get(id!)}`), strings),
    ]),
  );
}

function cellsOf(xml: string, strings: readonly string[]): Map<string, BookCell> {
  const cells = new Map<string, BookCell>();
  for (const [, attributes, body = ''] of xml.matchAll(CELL)) {
    const reference = /\br="([A-Z]+\d+)"/.exec(attributes!)![1]!;
    const type = /\bt="(\w+)"/.exec(attributes!)?.[1] ?? 'n';
    const formula = /<f\b[^>]*>(.*?)<\/f>/s.exec(body)?.[1];
    const raw = /<v>(.*?)<\/v>/s.exec(body)?.[1];
    const inline = [...body.matchAll(/<t\b[^>]*>(.*?)<\/t>/gs)].map(([, part]) => plainText(part!)).join('');
    const value =
      type === 'inlineStr' ? inline : raw === undefined ? emptyText(type, body) : cachedValue(type, raw, strings);
    if (formula === undefined && value === undefined) continue;
    cells.set(reference, {
      ...(formula === undefined ? {} : { formula: plainText(formula) }),
      ...(value === undefined ? {} : { value }),
    });
  }
  return cells;
}

/** A formula that gives an empty text has an empty value, or none. */
const emptyText = (type: string, body: string) => (type === 'str' || body.includes('<v/>') ? '' : undefined);

function cachedValue(type: string, raw: string, strings: readonly string[]): Value {
  if (type === 's') return strings[Number(raw)]!;
  if (type === 'b') return raw === '1';
  return type === 'n' ? Number(raw) : plainText(raw);
}

function plainText(text: string): string {
  const signs: Record<string, string> = { lt: '<', gt: '>', quot: '"', apos: "'", amp: '&' };
  return text.replace(/&(#x?[\da-f]+|\w+);/gi, (_, name: string) =>
    name.startsWith('#')
      ? String.fromCodePoint(Number(name.startsWith('#x') ? `0${name.slice(1)}` : name.slice(1)))
      : (signs[name] ?? ''),
  );
}

/** The same file without the values of its formulas: what a program then shows, it has computed. */
export function withoutValues(bytes: Uint8Array): Buffer {
  return changed(bytes, (name, xml) =>
    name.startsWith('xl/worksheets/') ? xml.replace(/(<\/f>)(?:<v\/>|<v>[^<]*<\/v>)/g, '$1') : xml,
  );
}

/** The same file with other parts. */
export function changed(bytes: Uint8Array, change: (name: string, text: string) => string): Buffer {
  return zip(Object.fromEntries([...unzip(bytes)].map(([name, text]) => [name, change(name, text)])));
}

const DIRECTORY_ENTRY = 0x02014b50;

/** The files of an archive as texts. */
export function unzip(bytes: Uint8Array): Map<string, string> {
  const buffer = Buffer.from(bytes);
  const end = buffer.lastIndexOf('PK\x05\x06', undefined, 'latin1');
  const files = new Map<string, string>();
  for (let at = buffer.readUInt32LE(end + 16); buffer.readUInt32LE(at) === DIRECTORY_ENTRY; ) {
    const [nameLength, extra, comment] = [28, 30, 32].map((field) => buffer.readUInt16LE(at + field));
    const name = buffer.toString('utf8', at + 46, at + 46 + nameLength!);
    const local = buffer.readUInt32LE(at + 42);
    const start = local + 30 + buffer.readUInt16LE(local + 26) + buffer.readUInt16LE(local + 28);
    const packed = buffer.subarray(start, start + buffer.readUInt32LE(at + 20));
    const stored = buffer.readUInt16LE(at + 10) === 0;
    files.set(name, (stored ? packed : inflateRawSync(packed)).toString('utf8'));
    at += 46 + nameLength! + extra! + comment!;
  }
  return files;
}
