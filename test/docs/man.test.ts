import { spawnSync } from 'node:child_process';
import { describe, expect, test } from 'vitest';
import { manPage } from '../../.build/man.ts';
import { OUTPUT_OPTIONS } from '../../src/cli/output-options.ts';
import { COMMANDS } from '../../src/commands/index.ts';
import { describeWith } from '../e2e/needs.ts';

const page = manPage('1.2.3');

/** What the reader sees, without bold and hyphens of roff. */
const plain = page
  .replace(/\\f[BIR]/g, '')
  .replaceAll('\\-', '-')
  .replaceAll('\\e', '\\')
  .replaceAll('\\&', '');

describe('the manual page', () => {
  test('names every command, option and example', () => {
    const options = [...COMMANDS.flatMap((command) => command.options), ...OUTPUT_OPTIONS];
    const said = [
      ...COMMANDS.map(({ name }) => `.SS ${name}`),
      ...options.map(({ flags }) => flags.replace(/[<>]/g, '')),
      ...COMMANDS.flatMap(({ examples }) => examples.map(({ command }) => command)),
    ];
    expect(said.filter((text) => !plain.includes(`\n${text}\n`))).toEqual([]);
  });

  test('begins no line of text with what roff takes for a request', () => {
    const odd = page.split('\n').filter((line) => /^[.']/.test(line) && !/^\.(TH|SH|SS|TP|PP|br)( |$)/.test(line));
    expect(odd).toEqual([]);
  });

  test('is plain ASCII but for the signs of the texts that it shows', () => {
    expect(page.replace(/[ -~\n]/g, '')).toMatch(/^[…–−×·]*$/u);
  });
});

const hasMan = spawnSync('man', ['--version']).status === 0;
describeWith(hasMan ? undefined : 'man is not installed', 'man', () => {
  test('shows the page without a warning', () => {
    const shown = spawnSync('man', ['--warnings', '--encoding=UTF-8', '-l', '-'], {
      input: page,
      encoding: 'utf8',
      env: { ...process.env, MANPAGER: 'cat', MANWIDTH: '78', LC_ALL: 'C.UTF-8' },
    });
    expect(shown.stderr).toBe('');
    expect(shown.status).toBe(0);
    expect(shown.stdout).toContain('community-roi calc [options] [costs] [spend]');
  });
});
