import { posix } from 'node:path';
import { type Layer, NODE } from '../layers.ts';
import type { Import, Source } from './source.ts';

/** A line that breaks a rule: where, what, and why the rule is there. */
export type Breach = string;

type Rule = (source: Source, layers: readonly Layer[]) => readonly Breach[];

const LONGEST_FILE = 250;

/** Names that some layers must not mention. A layer that is not listed may not use the name either. */
const NAMES: readonly {
  readonly names: readonly string[];
  readonly allowed: readonly string[];
  readonly why: string;
}[] = [
  { names: ['console'], allowed: [], why: 'output has one way out: a report, rendered and written in cli' },
  { names: ['process'], allowed: ['cli'], why: 'the process is a parameter, so that the whole program runs in a test' },
  {
    names: ['Date', 'Math.random', 'performance', 'crypto'],
    allowed: ['cli', 'input', 'engine'],
    why: 'the same input gives the same bytes: no clock and no chance between rows and report',
  },
  { names: ['fetch', 'WebSocket', 'XMLHttpRequest'], allowed: [], why: 'nothing leaves the machine' },
];

/** The one place that speaks to a server, and to that alone which `--source` names. */
const ASKS_A_SERVER = 'engine/database/';
const NETWORK = /^(node:)?(http|https|http2|net|tls|dgram|dns)(\/|$)/;

/** Everything in the sources that breaks a rule. */
export function breaches(sources: readonly Source[], layers: readonly Layer[]): readonly Breach[] {
  const rules: readonly Rule[] = [roomOf, layering, packages, defaultExports, names, lengths];
  return [
    ...sources.flatMap((source) => rules.flatMap((rule) => rule(source, layers))),
    ...cycles(sources),
    ...unlistedCommands(sources),
  ];
}

const layerOf = (path: string, layers: readonly Layer[]): Layer | undefined =>
  layers.find(({ folder }) => folder === path.split('/')[0]);

const isRelative = (specifier: string | undefined): boolean => specifier?.startsWith('.') === true;

/** The path from `src` that a relative import leads to; begins with `..` where it leaves `src`. */
const target = (source: Source, specifier: string): string => posix.join(posix.dirname(source.path), specifier);

const roomOf: Rule = (source, layers) =>
  layerOf(source.path, layers) === undefined
    ? [`src/${source.path} lies in no layer: a room that is not in the table has no rules`]
    : [];

const layering: Rule = (source, layers) => {
  const layer = layerOf(source.path, layers);
  return source.imports.flatMap(({ specifier, line }) => {
    if (layer === undefined || specifier === undefined || !isRelative(specifier)) return [];
    const room = target(source, specifier).split('/')[0] ?? '';
    if (room === layer.folder || layer.imports.includes(room)) return [];
    return [`src/${source.path}:${line} imports ${room}, which ${layer.folder} may not: ${layer.why}`];
  });
};

const packages: Rule = (source, layers) => {
  const layer = layerOf(source.path, layers);
  if (layer === undefined) return [];
  return source.imports
    .filter(({ specifier }) => !isRelative(specifier))
    .flatMap((found) => {
      const problem = packageProblem(found, layer, source.path.startsWith(ASKS_A_SERVER));
      return problem === undefined ? [] : [`src/${source.path}:${found.line} ${problem}`];
    });
};

function packageProblem({ specifier, as, names }: Import, layer: Layer, asksServer: boolean): string | undefined {
  if (specifier === undefined) return 'imports a computed path: no rule can be checked on it';
  if (NETWORK.test(specifier) && !asksServer) return `imports ${specifier}: nothing leaves the machine`;
  const name = packageName(specifier);
  const allowed = layer.packages.find((use) => use.name === name);
  if (allowed === undefined) return `imports ${specifier}, which ${layer.folder} may not: ${layer.why}`;
  if (name === 'zod' && as === 'values' && (names.includes('z') || names.includes('default'))) {
    return `imports all of ${specifier}: import * as z, or the bundle cannot leave out what is unused (14 ms at the start)`;
  }
  if (as === 'types' || allowed.as === 'values' || allowed.as === as) return undefined;
  return allowed.as === 'types'
    ? `imports values of ${specifier}: ${layer.folder} may know its types only`
    : `imports ${specifier} at the start: load it by import() where it is needed, for most runs do not need it`;
}

/** `csv-parse` of `csv-parse/sync`, `@scope/name` of `@scope/name/part`; NODE for Node's own. */
function packageName(specifier: string): string {
  if (specifier.startsWith('node:')) return NODE;
  return specifier
    .split('/')
    .slice(0, specifier.startsWith('@') ? 2 : 1)
    .join('/');
}

const defaultExports: Rule = ({ path, defaultExports: lines }) =>
  lines.map((line) => `src/${path}:${line} has a default export: a thing has one name, the same wherever it is used`);

const names: Rule = ({ path, mentions }, layers) =>
  NAMES.flatMap(({ names: forbidden, allowed, why }) => {
    if (allowed.includes(layerOf(path, layers)?.folder ?? '')) return [];
    const found = mentions.filter(({ name }) => forbidden.includes(name));
    return found.map(({ name, line }) => `src/${path}:${line} uses ${name}: ${why}`);
  });

const lengths: Rule = ({ path, lines }) =>
  lines > LONGEST_FILE ? [`src/${path} has ${lines} lines: more than ${LONGEST_FILE} are two files`] : [];

/** Every round trip among the imports, once, named from its first file in the alphabet. */
function cycles(sources: readonly Source[]): readonly Breach[] {
  const edges = new Map(sources.map((source) => [source.path, relativeTargets(source)]));
  const found = new Set<string>();
  const finished = new Set<string>();
  const walk = (path: string, trail: readonly string[]): void => {
    const at = trail.indexOf(path);
    if (at >= 0) found.add(fromFirst(trail.slice(at)).join(' → '));
    if (at >= 0 || finished.has(path)) return;
    for (const next of edges.get(path) ?? []) walk(next, [...trail, path]);
    finished.add(path);
  };
  for (const path of edges.keys()) walk(path, []);
  return [...found].map((cycle) => `${cycle} is a cycle: none of these files can be understood, or tested, first`);
}

function relativeTargets(source: Source): readonly string[] {
  const relative = source.imports.flatMap(({ specifier }) => (specifier?.startsWith('.') ? [specifier] : []));
  return relative.map((specifier) => target(source, specifier));
}

function fromFirst(cycle: readonly string[]): readonly string[] {
  const first = cycle.indexOf([...cycle].sort()[0] ?? '');
  const turned = [...cycle.slice(first), ...cycle.slice(0, first)];
  return [...turned, ...turned.slice(0, 1)];
}

/** A command is a constant of the type `Command` in a file of `commands`; `commands/index.ts` lists it. */
function unlistedCommands(sources: readonly Source[]): readonly Breach[] {
  const listed = new Set(sources.find(({ path }) => path === 'commands/index.ts')?.mentions.map(({ name }) => name));
  return sources
    .filter(({ path }) => path.startsWith('commands/'))
    .flatMap(({ path, constants }) =>
      constants
        .filter(({ name, type }) => type === 'Command' && !listed.has(name))
        .map(
          ({ name }) =>
            `src/${path} has the command ${name}, which commands/index.ts does not list: nobody can call it`,
        ),
    );
}
