/** A key that a page documents, by its path from the envelope: `data.years.<year>.roi`. */
export interface DocumentedKey {
  readonly path: string;
  readonly type: string;
  /** Left out where it does not apply. */
  readonly optional: boolean;
  /** Empty where it is never null. */
  readonly nullWhen: string;
}

/** A key of a JSON document, and the values that it has there. */
export interface FoundKey {
  readonly path: string;
  readonly values: readonly unknown[];
}

const HEADING = /^### (`[^`]+`(?:, `[^`]+`)*)$/;
const ROW = /^\| (`.+`) \| (.+) \| (.+) \|(.*)\|$/;

/** The part of a page below a heading of the second level. */
export function sectionOf(page: string, heading: string): string {
  const [, section] = `${page}\n## `.split(`\n## ${heading}\n`);
  if (section === undefined) throw new Error(`the page has no section ${heading}`);
  return section.slice(0, section.indexOf('\n## '));
}

/** The keys in the tables of a section; each table stands below a heading that names where its keys lie. */
export function documentedKeys(section: string): DocumentedKey[] {
  const keys: DocumentedKey[] = [];
  let prefixes: readonly string[] = [];
  for (const line of section.split('\n')) {
    const heading = HEADING.exec(line);
    if (heading !== null) prefixes = namesIn(heading[1]!);
    const row = ROW.exec(line);
    if (row === null) continue;
    const [, names = '', type = '', , nullWhen = ''] = row;
    for (const prefix of prefixes) {
      for (const name of namesIn(names)) {
        const path = `${prefix === '.' ? '' : `${prefix}.`}${name.replace('?', '')}`;
        keys.push({ path, type, optional: name.endsWith('?'), nullWhen: nullWhen.trim() });
      }
    }
  }
  return keys;
}

function namesIn(text: string): string[] {
  return [...text.matchAll(/`([^`]+)`/g)].map(([, name]) => name!);
}

/** Every key of the documents with its values, in the words of the page: items as `[]`, names from the data as `<…>`. */
export function foundKeys(documents: readonly unknown[], documented: ReadonlySet<string>): FoundKey[] {
  const found = new Map<string, unknown[]>();
  const walk = (value: unknown, path: string) => {
    if (path !== '') found.set(path, [...(found.get(path) ?? []), value]);
    if (Array.isArray(value) && !isRange(value)) for (const item of value) walk(item, `${path}[]`);
    if (typeof value !== 'object' || value === null || Array.isArray(value)) return;
    for (const [key, field] of Object.entries(value)) walk(field, pathOf(path, key, documented));
  };
  for (const document of documents) walk(document, '');
  return [...found].map(([path, values]) => ({ path, values }));
}

function pathOf(parent: string, key: string, documented: ReadonlySet<string>): string {
  const path = parent === '' ? key : `${parent}.${key}`;
  if (documented.has(path)) return path;
  return (
    [...documented].find(
      (known) => /^<[^.]*>$/.test(known.slice(parent.length + 1)) && known.startsWith(`${parent}.`),
    ) ?? path
  );
}

function isRange(values: readonly unknown[]): boolean {
  return values.length === 2 && values.every((value) => value === null || typeof value !== 'object');
}

const IS_TYPE: Readonly<Record<string, (value: unknown) => boolean>> = {
  money: isNumber,
  fraction: isNumber,
  number: isNumber,
  'number or text': (value) => isNumber(value) || isText(value),
  count: (value) => Number.isSafeInteger(value) && Number(value) >= 0,
  text: isText,
  period: isPeriod,
  'yes/no': (value) => typeof value === 'boolean',
  object: (value) => typeof value === 'object' && !Array.isArray(value),
  list: Array.isArray,
  'range of money': rangeOf(isNumber),
  'range of fractions': rangeOf(isNumber),
  'range of periods': rangeOf((end) => end === null || isPeriod(end)),
};

/** Whether a value is what the page calls its type; null is for `nullWhen` to allow. */
export function isOfType(value: unknown, type: string): boolean {
  return value === null || (IS_TYPE[type]?.(value) ?? false);
}

function isNumber(value: unknown): boolean {
  return typeof value === 'number';
}

function isText(value: unknown): boolean {
  return typeof value === 'string' && value !== '';
}

function isPeriod(value: unknown): boolean {
  return typeof value === 'string' && /^\d{4}(-(\d\d|Q[1-4]))?$/.test(value);
}

function rangeOf(isEnd: (value: unknown) => boolean): (value: unknown) => boolean {
  return (value) => Array.isArray(value) && value.length === 2 && value.every(isEnd);
}
