import type { YamlFault, YamlMapping } from '../yaml.ts';

/** Characters that no text means anything by, and that mean nothing to YAML. */
const [OPEN, CLOSE] = ['\ue000', '\ue001'];

/**
 * `{ url: ${NAME} }` is not YAML, since a brace begins a mapping, and yet what everybody writes: the braces of variables are
 * set aside, one character for one, so that every place in the text stays where it is.
 */
export function masked(text: string): string {
  return text.replace(/\$\{(\w*)\}/g, `$$${OPEN}$1${CLOSE}`);
}

/** The names and values of a file with the braces of its variables in place again. */
export function unmasked(yaml: YamlMapping | YamlFault): YamlMapping | YamlFault {
  return 'reason' in yaml ? yaml : { ...yaml, entries: yaml.entries.map(([name, value]) => [name, inPlace(value)]) };
}

function inPlace(value: unknown): unknown {
  if (typeof value === 'string') return value.replaceAll(OPEN, '{').replaceAll(CLOSE, '}');
  if (Array.isArray(value)) return value.map(inPlace);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, own]) => [key, inPlace(own)]));
}
