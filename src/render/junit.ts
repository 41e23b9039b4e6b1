import { phraseText } from '../report/format.ts';
import { plainText } from '../report/plain.ts';
import type { Check, Report } from '../report/report.ts';
import type { RenderOptions } from './options.ts';

/** What the command checked, as JUnit XML: a suite for each group, a test case for each check. */
export function renderJunit({ kind, currency, checks = [] }: Report, { locale, ascii }: RenderOptions): string {
  const worded = ({ message, ...check }: Check): Worded => ({
    ...check,
    message: phraseText(message, { locale, currency, ascii }),
  });
  const groups = [...new Set(checks.map(({ group }) => group))];
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<testsuites name="community-roi ${kind}" ${totals(checks)}>`,
    ...groups.flatMap((group) => suite(group, checks.filter((check) => check.group === group).map(worded))),
    '</testsuites>',
    '',
  ].join('\n');
}

interface Worded extends Omit<Check, 'message'> {
  readonly message: string;
}

function suite(group: string, checks: readonly Worded[]): string[] {
  return [`  <testsuite name="${attribute(group)}" ${totals(checks)}>`, ...checks.flatMap(testCase), '  </testsuite>'];
}

function testCase({ group, name, passed, message }: Worded): string[] {
  const open = `    <testcase classname="${attribute(group)}" name="${attribute(name)}"`;
  if (passed && message === '') return [`${open}/>`];
  if (passed) return [`${open}>`, `      <system-out>${attribute(message)}</system-out>`, '    </testcase>'];
  return [`${open}>`, `      <failure message="${attribute(message)}"/>`, '    </testcase>'];
}

function totals(checks: readonly Pick<Check, 'passed'>[]): string {
  return `tests="${checks.length}" failures="${checks.filter(({ passed }) => !passed).length}"`;
}

const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

/** Text of a file in an attribute: nothing that ends the attribute, and no control character is left by `plainText`. */
function attribute(text: string): string {
  return plainText(text).replace(/[&<>"]/g, (character) => ENTITIES[character]!);
}
