/** What a scan tells of, in the order of the text. Names come without their prefix. */
export interface XmlListener {
  open?(name: string, attributes: string): void;
  close?(name: string): void;
  text?(text: string): void;
}

const TOKEN =
  /<(\/?)(?:[\w.-]+:)?([\w.-]+)((?:\s+[\w:.-]+\s*=\s*(?:"[^"]*"|'[^']*'))*)\s*(\/?)>|<!--[\s\S]*?-->|<!\[CDATA\[([\s\S]*?)\]\]>|<[?!][^>]*>|([^<]+)/g;

/** Walks through the XML of a workbook, which its programs write well-formed: no namespaces, no entities of its own. */
export function scanXml(xml: string, { open, close, text }: XmlListener): void {
  for (const [, slash, name, attributes = '', empty, cdata, characters] of xml.matchAll(TOKEN)) {
    if (name !== undefined) {
      if (slash === '') open?.(name, attributes);
      if (slash === '/' || empty === '/') close?.(name);
    } else if (cdata !== undefined) text?.(cdata);
    else if (characters !== undefined) text?.(unescapeXml(characters));
  }
}

const ATTRIBUTE = /([\w.-]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/g;

/** The value of an attribute, with or without a prefix. */
export function attribute(attributes: string, wanted: string): string | undefined {
  for (const [, name, double, single] of attributes.matchAll(ATTRIBUTE)) {
    if (name === wanted) return unescapeXml(double ?? single ?? '');
  }
  return undefined;
}

const ENTITIES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

function unescapeXml(text: string): string {
  if (!text.includes('&')) return text;
  return text.replace(/&(?:#x([0-9a-f]{1,6})|#(\d{1,7})|(\w+));/gi, (entity, hex, decimal, name) => {
    if (name !== undefined) return ENTITIES[String(name)] ?? entity;
    const code = hex === undefined ? Number(decimal) : Number.parseInt(String(hex), 16);
    return code <= 0x10ffff ? String.fromCodePoint(code) : entity;
  });
}
