import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** A problem as the program prints it. */
export interface PrintedProblem {
  readonly code: string;
  /** Missing where the message names none. */
  readonly file?: string;
  readonly line?: number;
  readonly text: string;
}

const FIRST_LINE = /^error: (?:([^\s:]+):(?:(\d+):)?(?:\d+:)? )?.*\[([A-Z_]+)\]$/;

/** The problems in what the program printed: a line with the message, and the lines below it that are set in. */
export function printedProblems(printed: string): PrintedProblem[] {
  return printed.split(/\n(?=error: )/).flatMap((text): PrintedProblem[] => {
    const [first = '', ...rest] = text.trimEnd().split('\n');
    const match = FIRST_LINE.exec(first);
    if (match === null) return [];
    const [, file, line, code = ''] = match;
    return [
      {
        code,
        ...(file === undefined ? {} : { file }),
        ...(line === undefined ? {} : { line: Number(line) }),
        text: [first, ...rest.filter((each) => each.startsWith('  '))].join('\n'),
      },
    ];
  });
}

/** Longer lines are cut: they make their point by their length. */
const LONGEST_LINE = 110;

/** The lines that the problems name, below the header of their file; empty where the files are not text. */
export function quotedLines(folder: string, problems: readonly PrintedProblem[]): string {
  const wanted = new Map<string, Set<number>>();
  for (const { file, line } of problems) {
    if (file === undefined || line === undefined) continue;
    wanted.set(file, (wanted.get(file) ?? new Set(/\.[ct]sv$/.test(file) ? [1] : [])).add(line));
  }
  return [...wanted].flatMap(([file, lines]) => quotedFrom(folder, file, lines)).join('\n');
}

function quotedFrom(folder: string, file: string, lines: ReadonlySet<number>): string[] {
  const text = textOf(join(folder, file));
  if (text === undefined) return [];
  const all = text.split(/\r\n|\n|\r/);
  return [...lines].sort((a, b) => a - b).map((line) => `${file}:${line}  ${shown(all[line - 1] ?? '')}`);
}

function textOf(path: string): string | undefined {
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(readFileSync(path));
    return text.includes('\0') ? undefined : text;
  } catch {
    return undefined;
  }
}

function shown(line: string): string {
  const plain = line.replaceAll('\t', '→').replace(/\p{Cc}/gu, '�');
  return plain.length > LONGEST_LINE ? `${plain.slice(0, LONGEST_LINE)}…` : plain;
}
