import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Problems } from '../../src/errors/problem.ts';
import { readCosts } from '../../src/input/costs.ts';
import type { ReadOptions } from '../../src/input/options.ts';
import { rowsOf } from './reading.ts';

const HEADER = 'period,category,amount\n';
let cwd = '';

beforeAll(() => {
  cwd = mkdtempSync(join(tmpdir(), 'sources-'));
  for (const folder of ['2023/q1', '2024/q1', '.hidden', 'empty']) mkdirSync(join(cwd, folder), { recursive: true });
  const files: [string, number][] = [
    ...([
      ['costs-01.csv', 1],
      ['costs-02.csv', 2],
      ['costs-10.csv', 10],
      ['a[1].csv', 11],
    ] as [string, number][]),
    ...([
      ['2023/q1/costs.csv', 20],
      ['2024/q1/costs.csv', 30],
      ['2024/costs.csv', 40],
    ] as [string, number][]),
    ...([
      ['.hidden/costs.csv', 50],
      ['.dot.csv', 60],
    ] as [string, number][]),
  ];
  for (const [name, amount] of files) writeFileSync(join(cwd, name), `${HEADER}2024-01,staff,${amount}\n`);
  writeFileSync(join(cwd, 'copy of costs-01.csv'), `${HEADER}2024-01,staff,1\n`);
  writeFileSync(join(cwd, 'bad.csv'), `${HEADER}2024-01,staff,x\n`);
  writeFileSync(join(cwd, 'empty.csv'), '');
  symlinkSync('..', join(cwd, '2024/loop'));
});

afterAll(() => rmSync(cwd, { recursive: true }));

async function read(sources: string[], options: ReadOptions = {}, stdin = '') {
  const problems = new Problems();
  const context = { problems, stdin: Readable.from([Buffer.from(stdin)]), cwd };
  const file = await readCosts(sources, options, context);
  return {
    files: file.inputs.map(({ name }) => name),
    rows: rowsOf({ file } as never),
    inputs: file.inputs,
    problems: problems.kept.map(({ file: name, line, code }) => `${name}:${line ?? ''} ${code}`),
  };
}

describe('sources', () => {
  it('are read one after the other, as one', async () => {
    expect(await read(['costs-01.csv', '2024/costs.csv', '-'], {}, `${HEADER}2024-01,staff,100\n`)).toMatchObject({
      files: ['costs-01.csv', '2024/costs.csv', '<stdin>'],
      rows: ['2024-01 staff 141'],
      problems: [],
    });
  });

  it('a file that cannot be read does not keep the others from being read', async () => {
    const reading = await read(['nowhere.csv', '2024', 'empty.csv', 'bad.csv', 'costs-01.csv', 'costs-01.csv/x.csv']);
    expect(reading.files).toEqual(['bad.csv', 'costs-01.csv']);
    expect(reading.problems).toEqual([
      'nowhere.csv: FILE_MISSING',
      '2024: FILE_IS_DIRECTORY',
      'empty.csv: FILE_EMPTY',
      'bad.csv:2 AMOUNT_INVALID',
      'costs-01.csv/x.csv: FILE_MISSING',
    ]);
  });

  it('that the system refuses are told so with its reason', async () => {
    symlinkSync('circle.csv', join(cwd, 'circle.csv'));
    const problems = new Problems();
    const name = `${'x'.repeat(300)}.csv`;
    await readCosts(['circle.csv', name], {}, { problems, stdin: Readable.from([]), cwd });
    expect(problems.kept).toMatchObject([
      { code: 'FILE_UNREADABLE', message: 'the file cannot be read (its links lead in a circle)' },
      { code: 'FILE_UNREADABLE', message: 'the file cannot be read (its name is too long)' },
    ]);
  });

  it('named twice, or saved twice, would count twice', async () => {
    expect(await read(['costs-01.csv', './costs-01.csv', 'copy of costs-01.csv', '-', '-'], {}, HEADER)).toMatchObject({
      problems: [
        '<stdin>: STDIN_TWICE',
        './costs-01.csv: FILE_TWICE',
        'copy of costs-01.csv: FILE_TWICE',
        '<stdin>: FILE_EMPTY',
      ],
    });
  });

  it('have the SHA-256 of their bytes', async () => {
    // sha256sum costs-01.csv
    const { inputs } = await read(['costs-01.csv']);
    expect(inputs[0]?.sha256).toBe('75a7aa4ef2a30b82fd6148e0abb407d2ccfab5e0c0410d2b5ad3e39ec5c300e4');
  });
});

describe('a pattern', () => {
  it.each([
    ['costs-*.csv', ['costs-01.csv', 'costs-02.csv', 'costs-10.csv']],
    ['costs-0?.csv', ['costs-01.csv', 'costs-02.csv']],
    ['costs-[01]2.csv', ['costs-02.csv']],
    ['costs-?[!1].csv', ['costs-02.csv', 'costs-10.csv']],
    ['*/costs.csv', ['2024/costs.csv']],
    ['2*/q1/*.csv', ['2023/q1/costs.csv', '2024/q1/costs.csv']],
    ['**/costs.csv', ['2023/q1/costs.csv', '2024/costs.csv', '2024/q1/costs.csv']],
    ['2024/**/costs.csv', ['2024/costs.csv', '2024/q1/costs.csv']],
    ['.hid*/*.csv', ['.hidden/costs.csv']],
    ['./costs-1*.csv', ['./costs-10.csv']],
    ['2024/../costs-1*', ['2024/../costs-10.csv']],
  ])('%s stands for the files it matches, in order', async (pattern, files) => {
    const reading = await read([pattern]);
    expect(reading.files).toEqual(files);
    expect(reading.problems).toEqual([]);
  });

  it('may begin at the root', async () => {
    expect((await read([`${cwd}/costs-0*.csv`])).files).toEqual([`${cwd}/costs-01.csv`, `${cwd}/costs-02.csv`]);
  });

  it('is none where a file has that very name', async () => {
    expect((await read(['a[1].csv'])).files).toEqual(['a[1].csv']);
  });

  it.each(['nope-*.csv', 'empty/*', 'nowhere/*.csv', '[z-a].csv', '[].csv', '*['])(
    '%s without a match is a mistake',
    async (pattern) => {
      expect((await read([pattern])).problems).toEqual([`${pattern}: FILE_MISSING`]);
    },
  );
});

describe('a file with more unclear rows than are held back', () => {
  const rows = '2024-01,staff,1.234\n'.repeat(60_000);

  it('is read a second time, and counted once', async () => {
    writeFileSync(
      join(cwd, 'long.csv'),
      `period;category;amount\n2024-01;staff;7\n${rows.replaceAll(',', ';')}2024-01;staff;0,5\n`,
    );
    const reading = await read(['long.csv']);
    expect(reading.rows).toEqual([`2024-01 staff ${60_000 * 1234 + 7.5}`]);
    expect(reading.inputs[0]?.rows).toBe(60_002);
  });

  it('and without an answer each is a problem', async () => {
    writeFileSync(join(cwd, 'open.csv'), `${HEADER}${rows}`);
    const problems = new Problems();
    await readCosts(['open.csv'], {}, { problems, stdin: Readable.from([]), cwd });
    expect([...problems.counts]).toEqual([['AMOUNT_AMBIGUOUS', 60_000]]);
  });
});
