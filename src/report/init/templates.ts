import { count, text } from '../cells.ts';
import type { Block, Report } from '../report.ts';

interface TemplateFile {
  readonly path: string;
  readonly what: string;
  /** Missing where something lies at the path. */
  readonly text?: string;
}

/** What `init` writes and what it leaves alone. */
export function initReport(folder: string, all: readonly TemplateFile[]): Report {
  const files = all.flatMap(({ path, text }) => (text === undefined ? [] : [{ path, text }]));
  const left = all.length - files.length;
  return {
    kind: 'init',
    passed: true,
    currency: null,
    data: { folder, files: all.map(({ path, what, text }) => ({ path, what, written: text !== undefined })) },
    files,
    blocks: [
      {
        kind: 'title',
        text: [
          ...(files.length === 0
            ? ['Nothing to write']
            : [count(files.length), files.length === 1 ? ' file written' : ' files written']),
          ...(left === 0 ? [] : [', ', count(left), ' left as they are: they are there already']),
        ],
      },
      {
        kind: 'facts',
        facts: all.map((file) => ({ label: file.path, value: [text(`${file.what}${stateOf(file)}`)] })),
      },
      hints(folder),
    ],
    table: [
      ['file', 'what', 'written'],
      ...all.map((file) => [file.path, file.what, file.text === undefined ? 'no' : 'yes']),
    ],
  };
}

const stateOf = ({ text }: TemplateFile) => (text === undefined ? ' (left as it is)' : '');

function hints(folder: string): Block {
  const there = folder === '.' ? '' : `cd ${folder} && `;
  return {
    kind: 'hints',
    hints: [
      { label: 'Fill in costs.csv and spend.csv, then', command: `${there}community-roi report` },
      { label: 'Which columns has an export of yours?', command: 'community-roi init --from my-export.csv' },
    ],
  };
}
