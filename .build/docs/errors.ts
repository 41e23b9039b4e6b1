import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { databaseTable } from './databases.ts';
import { anchor, fenced, fillPage, ROOT } from './page.ts';
import { type PrintedProblem, printedProblems, quotedLines } from './problems.ts';
import { rareTable } from './rare.ts';

/** Codes about the configuration: they exit as a wrong command line does. */
export const ABOUT_CONFIG = /^(CONFIG|GOAL|GOALS)_/;

/** What the messages are about, in the order of the page. A code belongs to the first theme that its name fits. */
const THEMES: readonly { readonly title: string; readonly codes: RegExp }[] = [
  { title: 'The configuration', codes: ABOUT_CONFIG },
  { title: 'The file', codes: /^(FILE|STDIN|GZIP|UNPACKED|ENCODING|WORKBOOK|SHEET|JSON)_/ },
  { title: 'Header and shape of the table', codes: /^(COLUMN|ROW|QUOTE|RECORD|TOTAL)_/ },
  { title: 'Amounts and currencies', codes: /^(AMOUNT|CURRENCY)_/ },
  { title: 'Periods', codes: /^(PERIOD|DATE|DAY|UNTIL|UNIT|WINDOW)_/ },
  { title: 'Names', codes: /^(?!SCENARIO_).*_(UNKNOWN|RESERVED)$/ },
  { title: 'Shares and useful lives', codes: /^(SHARE|LIFE)_/ },
  {
    title: 'People and spending',
    codes: /^(COUNT|HOURS|NOBODY_SPENT|RETAINED_ABOVE|SAMPLE|SD|SPEND_(?!HOLE|EMPTY)|VALUE)/,
  },
  { title: 'Rows that do not go together', codes: /^(?!SCENARIO_|RESULT_)/ },
  { title: 'Scenarios', codes: /^SCENARIO_/ },
  { title: 'Results that diff compares', codes: /^RESULT_/ },
];

/** A command line that goes wrong. */
export interface ErrorExample {
  readonly code: string;
  readonly command: string;
  /** Folder that the command starts in, below the project. */
  readonly folder: string;
  readonly isUsage: boolean;
}

const TABLES = '--members community.members --transactions billing.payments';

/** A wrong command line for each code. */
const USAGE: Readonly<Record<string, string>> = {
  ARGUMENT_MISSING: 'calc costs.csv',
  CONFIG_MISSING: 'report',
  FORMAT_UNKNOWN: 'calc --example -o report.pdf',
  METRIC_ELSEWHERE: 'calc --example --explain e-value',
  JOINING_NEEDS_EXPORTS: 'calc --example --method joining',
  METRIC_UNKNOWN: 'calc --example --fail-under rio=0',
  NOTHING_CHECKED: 'calc --example --format junit',
  OPTION_ALONE: 'calc --example --newcomer-days 30',
  OPTION_INVALID: 'calc --example --margin 40',
  OUTPUT_IS_INPUT: 'calc costs.csv spend.csv -o ./costs.csv',
  SECTION_UNKNOWN: 'calc --example --section costs',
  SETTING_UNKNOWN: 'calc --example --set margn=0.4',
  SHOW_SQL_NEEDED: 'calc costs.csv spend.csv --dialect trino',
  SOURCE_ELSEWHERE: `calc costs.csv --source postgres://db/shop ${TABLES} --method joining`,
  SOURCE_FILE: `calc costs.csv --source postgres://db/shop?sslrootcert=ca.pem ${TABLES}`,
  SOURCE_NOT_FILE: 'calc costs.csv --source postgres://db/shop --members people.members --transactions spend.csv',
  SOURCE_PARAMETER: `calc costs.csv --source postgres://db/shop?sslmod=require ${TABLES}`,
  SOURCE_SCHEME: `calc costs.csv --source mysql://db/shop ${TABLES}`,
  SOURCE_TABLES: 'calc costs.csv --source postgres://db/shop',
  SOURCE_URL: `calc costs.csv --source db/shop ${TABLES}`,
  SOURCE_VALUE: `calc costs.csv --source postgres://db/shop?sslmode=prefer ${TABLES}`,
  STDIN_KIND: 'validate -',
  STDIN_TWICE: 'calc - -',
  USAGE: 'calc --example --margn 0.4',
};

/** What goes wrong on the page: every folder of `fixtures/errors`, and the command lines above. */
export function errorExamples(): ErrorExample[] {
  const codes = readdirSync(join(ROOT, 'fixtures/errors')).sort();
  const files = codes.map((code): ErrorExample => {
    const folder = `fixtures/errors/${code}`;
    const command = readFileSync(join(ROOT, folder, 'command'), 'utf8').trim();
    return { code, command, folder, isUsage: false };
  });
  const lines = Object.entries(USAGE).map(
    ([code, command]): ErrorExample => ({ code, command, folder: 'fixtures/worked-example', isUsage: true }),
  );
  return [...files, ...lines];
}

/** `docs/errors.md`: every code with an input that gives it, and what the program printed for it. */
export function errorsPage(examples: readonly ErrorExample[], printed: (example: ErrorExample) => string): string {
  const inputs = examples.filter(({ isUsage }) => !isUsage);
  const usage = examples.filter(({ isUsage }) => isUsage);
  const themes = [
    ...THEMES.map(({ title }, at) => ({ title, own: inputs.filter(({ code }) => themeOf(code) === at) })),
    { title: USAGE_TITLE, own: usage },
  ];
  const section = (example: ErrorExample) => sectionOf(example, printed(example));
  return fillPage('errors.md', {
    contents: themes
      .map(({ title, own }) => `- [${title}](#${anchor(title)}): ${own.map(({ code }) => link(code)).join(', ')}`)
      .join('\n'),
    problems: themes
      .filter(({ title }) => title !== USAGE_TITLE)
      .map(({ title, own }) => [`## ${title}`, ...own.map(section)].join('\n\n'))
      .join('\n\n'),
    usage: usage.map(section).join('\n\n'),
    databases: databaseTable(),
    rare: rareTable(),
  });
}

const USAGE_TITLE = 'The command line';

function themeOf(code: string): number {
  return THEMES.findIndex(({ codes }) => codes.test(code));
}

function link(code: string): string {
  return `[\`${code}\`](#${anchor(code)})`;
}

function sectionOf({ code, command, folder }: ErrorExample, printed: string): string {
  const problems = typical(printedProblems(printed).filter((problem) => problem.code === code));
  const quoted = quotedLines(join(ROOT, folder), problems);
  const messages = fenced(`$ community-roi ${command}\n${problems.map(({ text }) => text).join('\n')}`, 'console');
  return [`### ${code}`, ...(quoted === '' ? [] : [fenced(quoted)]), messages].join('\n\n');
}

/** Those that differ in more than their numbers. */
function typical(problems: readonly PrintedProblem[]): PrintedProblem[] {
  const shape = ({ text }: PrintedProblem) => text.replace(/\d+/g, '0');
  return problems.filter((problem, at) => problems.findIndex((other) => shape(other) === shape(problem)) === at);
}
