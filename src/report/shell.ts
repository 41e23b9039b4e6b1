import type { Block, Report } from './report.ts';

/** A script for a shell; whoever asks for a format gets it as one text. */
export function scriptReport(shell: string, script: string): Report {
  return {
    kind: 'completion',
    passed: true,
    currency: null,
    data: { shell, script },
    text: script,
    blocks: script.split('\n').map((line) => ({ kind: 'paragraph', text: [{ kind: 'text', text: line }] })),
    table: [
      ['shell', 'script'],
      [shell, script],
    ],
  };
}

interface SetUp {
  readonly line: string;
  readonly file?: string;
}

/** How each shell is told of its script. */
export function shellsReport(shells: Readonly<Record<string, SetUp>>): Report {
  const all = Object.entries(shells);
  return {
    kind: 'completion',
    passed: true,
    currency: null,
    data: { shells: all.map(([shell, { line, file = null }]) => ({ shell, line, file })) },
    blocks: [
      { kind: 'title', text: ['Completion in a shell'] },
      ...all.map(([shell, { line, file }]): Block => {
        const where = file === undefined ? 'run once' : `in ${file}`;
        return { kind: 'hints', hints: [{ label: `${shell}, ${where}`, command: line }] };
      }),
    ],
    table: [['shell', 'line', 'file'], ...all.map(([shell, { line, file = null }]) => [shell, line, file])],
  };
}
