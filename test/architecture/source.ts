import { parseAst } from 'vitest/node';

/** One import, re-export or `import()` of a source file. */
export interface Import {
  /** As written; undefined where it is computed. */
  readonly specifier: string | undefined;
  readonly as: 'values' | 'types' | 'lazily';
  /** What is taken from it by name; `*` for all of it, `default` for its default export. */
  readonly names: readonly string[];
  readonly line: number;
}

/** A source file as far as the rules look into it. */
export interface Source {
  /** From `src`, with `/`: `core/money.ts`. */
  readonly path: string;
  readonly lines: number;
  readonly imports: readonly Import[];
  readonly defaultExports: readonly number[];
  /** Names and `Object.property` pairs that the code mentions, with where: `process`, `Math.random`. */
  readonly mentions: readonly { readonly name: string; readonly line: number }[];
  /** Exported constants that are annotated with a type: the constant's name and the type's. */
  readonly constants: readonly { readonly name: string; readonly type: string }[];
}

interface Node {
  readonly type: string;
  readonly start: number;
  readonly [field: string]: unknown;
}

/** Reads what the rules need to know from the syntax tree of a file, so that comments and strings cannot mislead them. */
export function readSource(path: string, text: string): Source {
  const lineOf = (node: Node) => text.slice(0, node.start).split('\n').length;
  const imports: Import[] = [];
  const defaultExports: number[] = [];
  const mentions: { name: string; line: number }[] = [];
  const constants: { name: string; type: string }[] = [];
  const visit = (node: Node, parent: Node | undefined): void => {
    const found = importOf(node);
    if (found !== undefined) imports.push({ ...found, line: lineOf(node) });
    if (isDefaultExport(node)) defaultExports.push(lineOf(node));
    const name = mentionOf(node, parent);
    if (name !== undefined) mentions.push({ name, line: lineOf(node) });
    if (node.type === 'ExportNamedDeclaration') constants.push(...constantsOf(node));
    for (const child of childrenOf(node)) visit(child, node);
  };
  visit(parseAst(text, { lang: 'ts' }, path) as unknown as Node, undefined);
  return { path, lines: text.trimEnd().split('\n').length, imports, defaultExports, mentions, constants };
}

function childrenOf(node: Node): readonly Node[] {
  return Object.values(node).flat().filter(isNode);
}

function isNode(value: unknown): value is Node {
  return typeof value === 'object' && value !== null && typeof (value as Node).type === 'string';
}

function importOf(node: Node): Omit<Import, 'line'> | undefined {
  switch (node.type) {
    case 'ImportDeclaration':
    case 'ExportNamedDeclaration':
    case 'ExportAllDeclaration': {
      if (!isNode(node['source'])) return undefined;
      const specifiers = (node['specifiers'] ?? []) as readonly Node[];
      const isType = (part: Node) => part['importKind'] === 'type' || part['exportKind'] === 'type';
      const onlyTypes = isType(node) || (specifiers.length > 0 && specifiers.every(isType));
      const names = node.type === 'ExportAllDeclaration' ? ['*'] : specifiers.map(nameOf);
      return { specifier: textOf(node['source']), as: onlyTypes ? 'types' : 'values', names };
    }
    case 'ImportExpression':
      return { specifier: textOf(node['source']), as: 'lazily', names: [] };
    case 'TSImportType':
      return { specifier: textOf(node['source'] ?? node['argument']), as: 'types', names: [] };
    case 'TSExternalModuleReference':
      return { specifier: textOf(node['expression']), as: 'values', names: ['*'] };
    case 'CallExpression':
      if (identifier(node['callee']) !== 'require') return undefined;
      return { specifier: textOf((node['arguments'] as readonly unknown[])[0]), as: 'values', names: ['*'] };
    default:
      return undefined;
  }
}

function nameOf(specifier: Node): string {
  if (specifier.type === 'ImportDefaultSpecifier') return 'default';
  if (specifier.type === 'ImportNamespaceSpecifier') return '*';
  return identifier(specifier['imported'] ?? specifier['local']) ?? '*';
}

function isDefaultExport(node: Node): boolean {
  if (node.type === 'ExportDefaultDeclaration') return true;
  return node.type === 'ExportSpecifier' && identifier(node['exported']) === 'default';
}

/** A name that stands for a value: not the key of a property, nor what follows a dot. */
function mentionOf(node: Node, parent: Node | undefined): string | undefined {
  if (node.type === 'MemberExpression') {
    const [object, property] = [identifier(node['object']), identifier(node['property'])];
    if (object === undefined || property === undefined) return undefined;
    return object === 'globalThis' ? property : `${object}.${property}`;
  }
  const name = identifier(node);
  if (name === undefined || parent === undefined || parent['computed'] === true) return name;
  return parent['key'] === node || parent['property'] === node ? undefined : name;
}

function constantsOf(exported: Node): { name: string; type: string }[] {
  const declaration = exported['declaration'];
  if (!isNode(declaration) || declaration.type !== 'VariableDeclaration') return [];
  return (declaration['declarations'] as readonly Node[]).flatMap(({ id }) => {
    const annotation = isNode(id) && isNode(id['typeAnnotation']) ? id['typeAnnotation']['typeAnnotation'] : undefined;
    const type = isNode(annotation) ? identifier(annotation['typeName']) : undefined;
    const name = identifier(id);
    return name === undefined || type === undefined ? [] : [{ name, type }];
  });
}

function identifier(value: unknown): string | undefined {
  return isNode(value) && value.type === 'Identifier' ? (value['name'] as string) : undefined;
}

function textOf(value: unknown): string | undefined {
  if (isNode(value) && value.type === 'TSLiteralType') return textOf(value['literal']);
  return isNode(value) && typeof value['value'] === 'string' ? value['value'] : undefined;
}
