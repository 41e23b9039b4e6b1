import { count, text } from './cells.ts';
import type { Block, Check, Phrase, Report } from './report.ts';

/** A problem as a report shows it. */
export interface ShownProblem {
  readonly code: string;
  readonly file: string;
  readonly line?: number;
  readonly column?: string;
  readonly message: string;
  readonly remedy: string;
}

export interface Findings {
  readonly files: readonly { readonly name: string; readonly kind: string; readonly rows: number }[];
  /** The first of each code, or all of them. */
  readonly problems: readonly ShownProblem[];
  readonly counts: ReadonlyMap<string, number>;
}

/** The report of `validate`: every problem by code, with counts and the first place, or each of them. */
export function problemsReport(findings: Findings): Report {
  const { files, problems, counts } = findings;
  const total = [...counts.values()].reduce((sum, n) => sum + n, 0);
  return {
    kind: 'validate',
    passed: total === 0,
    currency: null,
    data: {
      total,
      files,
      counts: Object.fromEntries(counts),
      problems,
    },
    blocks: [
      { kind: 'title', text: title(findings, total) },
      ...(total === 0 ? [] : [summary(findings)]),
      ...each(findings),
    ],
    table: [
      ['file', 'line', 'column', 'code', 'message', 'remedy'],
      ...problems.map((p) => [p.file, p.line ?? null, p.column ?? null, p.code, p.message, p.remedy]),
    ],
    checks: checksOf(findings),
  };
}

function title({ files }: Findings, total: number): Phrase {
  const rows = files.reduce((sum, file) => sum + file.rows, 0);
  const what: Phrase = [
    count(files.length),
    files.length === 1 ? ' file, ' : ' files, ',
    count(rows),
    rows === 1 ? ' row' : ' rows',
  ];
  if (total === 0) return ['No problem in ', ...what];
  return [count(total), total === 1 ? ' problem in ' : ' problems in ', ...what];
}

function summary({ counts, problems }: Findings): Block {
  const rows = [...counts].map(([code, n]) => {
    const first = problems.find((problem) => problem.code === code);
    return [text(code), count(n), text(first === undefined ? '' : placeOf(first))];
  });
  return {
    kind: 'table',
    columns: [
      { header: 'Problem', align: 'left', priority: 1 },
      { header: 'Count', align: 'right', priority: 1 },
      { header: 'First at', align: 'left', priority: 2 },
    ],
    rows,
  };
}

/** Every problem that is held, with its remedy; the rest of its code is counted. */
function each({ problems, counts }: Findings): Block[] {
  return [...counts].map(([code, n]): Block => {
    const own = problems.filter((problem) => problem.code === code);
    const more = n - own.length;
    const lines = own.map((problem): Block => ({ kind: 'paragraph', text: [text(sentence(problem))] }));
    const rest: Block[] = more > 0 ? [{ kind: 'paragraph', text: [count(more), ' more: --all lists them'] }] : [];
    return { kind: 'section', id: code.toLowerCase(), title: code, blocks: [...lines, ...rest] };
  });
}

function sentence(problem: ShownProblem): string {
  const column = problem.column === undefined ? '' : `column "${problem.column}": `;
  return `${placeOf(problem)}: ${column}${problem.message}. ${problem.remedy}`;
}

function placeOf({ file, line }: ShownProblem): string {
  return line === undefined ? file : `${file}:${line}`;
}

/** One check per file, failed by each of its problems. */
function checksOf({ files, problems }: Findings): Check[] {
  const names = [...new Set([...files.map(({ name }) => name), ...problems.map(({ file }) => file)])];
  return names.flatMap((name): Check[] => {
    const own = problems.filter(({ file }) => file === name);
    if (own.length === 0) return [{ group: name, name: 'is read right', passed: true, message: [] }];
    return own.map((problem) => ({
      group: name,
      name: `${problem.code}${problem.line === undefined ? '' : ` line ${problem.line}`}`,
      passed: false,
      message: [sentence(problem)],
      place: problem.line === undefined ? { file: problem.file } : { file: problem.file, line: problem.line },
    }));
  });
}
