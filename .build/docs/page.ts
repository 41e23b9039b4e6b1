import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/** Where the project lies. */
export const ROOT = fileURLToPath(new URL('../../', import.meta.url));

/** The hand-written part of a page, with its `{{parts}}` put in. A part that is missing or left over is an error. */
export function fillPage(name: string, parts: Readonly<Record<string, string>>): string {
  const template = readFileSync(new URL(name, import.meta.url), 'utf8');
  const used = new Set<string>();
  const page = template.replace(/\{\{([\w-]+)\}\}/g, (_, part: string) => {
    const text = parts[part];
    if (text === undefined) throw new Error(`${name} asks for {{${part}}}, which nobody writes`);
    used.add(part);
    return text.trimEnd();
  });
  const idle = Object.keys(parts).filter((part) => !used.has(part));
  if (idle.length > 0) throw new Error(`${name} has no place for {{${idle.join('}}, {{')}}}`);
  return `<!-- Written by \`npm run docs\`. Edit .build/docs/${name} and what it is filled from. -->\n\n${page}`;
}

/** A Markdown table; `|` in a cell is escaped. */
export function markdownTable(header: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) => `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`;
  return [line(header), `|${'---|'.repeat(header.length)}`, ...rows.map(line)].join('\n');
}

/** The fragment that a heading gets on GitHub. */
export function anchor(heading: string): string {
  return heading
    .toLowerCase()
    .replace(/[^\p{L}\p{N} _-]/gu, '')
    .replaceAll(' ', '-');
}

/** A fenced block. */
export function fenced(text: string, language = ''): string {
  return `\`\`\`${language}\n${text.trimEnd()}\n\`\`\``;
}
