import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { fenced, fillPage, markdownTable, ROOT } from './page.ts';

interface Described {
  readonly description: string;
  readonly default?: string;
}

/** `docs/automation.md`: how to run the program on a schedule and in CI, with the action's inputs as `action.yml` has them. */
export function automationPage(): string {
  const { inputs, outputs } = parse(textOf('action.yml')) as Record<'inputs' | 'outputs', Record<string, Described>>;
  return fillPage('automation.md', {
    workflow: fenced(textOf('fixtures/templates/github-workflow.yml'), 'yaml'),
    inputs: markdownTable(
      ['input', 'default', 'what it is'],
      Object.entries(inputs).map(([name, { description, default: value = '' }]) => [
        `\`${name}\``,
        value === '' ? '' : `\`${value}\``,
        description,
      ]),
    ),
    outputs: markdownTable(
      ['output', 'what it is'],
      Object.entries(outputs).map(([name, { description }]) => [`\`${name}\``, description]),
    ),
  });
}

const textOf = (path: string) => readFileSync(join(ROOT, path), 'utf8');
