import { mkdtempSync, readdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PassThrough, Writable } from 'node:stream';
import { expect, test } from 'vitest';
import { describeFailure } from '../../src/cli/failure.ts';
import { main } from '../../src/cli/main.ts';
import type { Output, StopSignal } from '../../src/cli/process.ts';

test('what is not the fault of the user is a bug: exit 70, where to report it, and the stack', () => {
  const { exitCode, text } = describeFailure(new TypeError('x is not a function'), '1.2.3');
  expect(exitCode).toBe(70);
  expect(text.split('\n').slice(0, 5)).toEqual([
    'error: this is a bug in community-roi 1.2.3  [BUG]',
    '  Please report it with the command and the lines below:',
    '  https://github.com/community-roi/community-roi/issues',
    '',
    'TypeError: x is not a function',
  ]);
});

test.each([
  ['Ctrl-C', 'SIGINT', 130],
  ['being terminated', 'SIGTERM', 143],
  ['losing the terminal', 'SIGHUP', 129],
] as const)(
  '%s while reading exits with 128 and the number of %s, and leaves no output and no half-written file',
  async (_, signal, code) => {
    const folder = mkdtempSync(join(tmpdir(), 'community-roi-'));
    const written: string[] = [];
    const sink = () =>
      new Writable({
        write(chunk, _encoding, done) {
          written.push(String(chunk));
          done();
        },
      }) as Output;
    let stop = (_signal: StopSignal) => {};
    const running = main({
      argv: ['node', 'community-roi', 'calc', '-', 'fixtures/worked-example/spend.csv', '-o', join(folder, 'r.json')],
      stdin: new PassThrough(),
      stdout: sink(),
      stderr: sink(),
      env: {},
      cwd: process.cwd(),
      exampleFolder: '',
      onStop(handle) {
        stop = handle;
      },
    });
    await new Promise((resolve) => setTimeout(resolve, 50));
    stop(signal);
    expect(await running).toBe(code);
    expect(written).toEqual([]);
    expect(readdirSync(folder)).toEqual([]);
  },
);
