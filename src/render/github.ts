import { phraseText } from '../report/format.ts';
import { plainText } from '../report/plain.ts';
import type { Check, Report } from '../report/report.ts';
import type { RenderOptions } from './options.ts';

/**
 * What the command checked, as GitHub's workflow commands: an annotation for each check that fails or warns, at the line
 * that says what is wanted, and the verdict in the log.
 */
export function renderGithub(report: Report, { locale, ascii }: RenderOptions): string {
  const { currency, blocks, checks = [] } = report;
  const format = { locale, currency, ascii };
  const annotations = checks
    .filter(({ passed, warns }) => !passed || warns === true)
    .map((check) => annotation(check, plainText(phraseText(check.message, format))));
  const verdict = blocks.find((block) => block.kind === 'verdict');
  const lead = verdict === undefined ? [] : [plainText(phraseText(verdict.lead, format))];
  return [...annotations, ...lead].map((line) => `${line}\n`).join('');
}

function annotation({ group, name, passed, place }: Check, message: string): string {
  const where = [
    ...(place === undefined ? [] : [`file=${property(place.file)}`]),
    ...(place?.line === undefined ? [] : [`line=${place.line}`]),
    `title=${property(plainText(`${group}: ${name}`))}`,
  ];
  return `::${passed ? 'warning' : 'error'} ${where.join(',')}::${data(message)}`;
}

/** As the runner's own toolkit escapes them. */
function data(text: string): string {
  return text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
}

function property(text: string): string {
  return data(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
}
