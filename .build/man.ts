import { OUTPUT_OPTIONS } from '../src/cli/output-options.ts';
import type { Command, OptionSpec } from '../src/commands/command.ts';
import { COMMANDS } from '../src/commands/index.ts';
import { EXIT } from '../src/errors/user-error.ts';
import { FORMAT_NAMES, FORMATS } from '../src/render/index.ts';

/** When a run ends with each exit code. */
const EXITS: Readonly<Record<keyof typeof EXIT, string>> = {
  ok: 'A report was produced.',
  failed: 'A check that was asked for did not pass: --fail-under, check, validate.',
  usage: 'The command line or the configuration is wrong.',
  input: 'A file is missing, unreadable or wrong.',
  bug: 'A bug in the program; the message says where to report it.',
  hungUp: 'The terminal was closed.',
  interrupted: 'Interrupted.',
  terminated: 'Told to stop.',
};

const ENVIRONMENT: readonly (readonly [name: string, meaning: string])[] = [
  [
    'COMMUNITY_ROI_*',
    'An option, such as COMMUNITY_ROI_MARGIN for --margin. A flag beats it, and it beats the configuration.',
  ],
  ['NO_COLOR', 'Where it is not empty, no colours, unless --color asks for them.'],
  ['FORCE_COLOR', '0 for none, 1 to 3 for colours even into a pipe.'],
];

/** The manual page in roff, from the list of commands: `man community-roi`. */
export function manPage(version: string): string {
  const lines = [
    `.TH COMMUNITY\\-ROI 1 "" "community\\-roi ${roff(version)}" "User Commands"`,
    '.SH NAME',
    'community\\-roi \\- what an online community returns, and to whom',
    '.SH SYNOPSIS',
    ...COMMANDS.flatMap((command) => ['.br', synopsis(command)]).slice(1),
    '.SH DESCRIPTION',
    roff(
      'Works out what an online community returns, to the business and to its members, from CSV files. ' +
        'Reports go to standard output, everything else to standard error. A file that is called - is standard input.',
    ),
    '.SH COMMANDS',
    ...COMMANDS.flatMap(commandLines),
    '.SH OUTPUT OPTIONS',
    'Every command takes these.',
    ...OUTPUT_OPTIONS.flatMap(optionLines),
    '.SS Formats',
    ...FORMAT_NAMES.flatMap((name) => term(bold(name), `${FORMATS[name].summary}${endings(name)}`)),
    '.SH EXIT STATUS',
    ...Object.entries(EXIT).flatMap(([name, code]) => term(bold(String(code)), EXITS[name as keyof typeof EXIT])),
    '.SH ENVIRONMENT',
    ...ENVIRONMENT.flatMap(([name, meaning]) => term(bold(name), meaning)),
    '.SH FILES',
    ...term(bold('community-roi.yaml'), 'The configuration, in the folder that the command is started in.'),
    '.SH EXAMPLES',
    ...COMMANDS.flatMap(exampleLines),
    '.SH REPORTING BUGS',
    'https://github.com/community\\-roi/community\\-roi/issues',
  ];
  return `${lines.join('\n')}\n`;
}

function synopsis({ name, args, options }: Command): string {
  const given = args.map(({ name: arg, required, variadic }) => {
    const text = `\\fI${roff(arg)}\\fR${variadic === true ? '...' : ''}`;
    return required ? text : `[${text}]`;
  });
  return [bold('community-roi'), bold(name), ...(options.length === 0 ? [] : ['[options]']), ...given].join(' ');
}

function commandLines({ name, description, args, options }: Command): string[] {
  const groups = [...new Set(options.map(({ group }) => group))];
  return [
    `.SS ${roff(name)}`,
    roff(description),
    ...args.flatMap((arg) => term(`\\fI${roff(arg.name)}\\fR`, arg.summary)),
    ...groups.flatMap((group) => [
      '.PP',
      roff(group),
      ...options.filter((option) => option.group === group).flatMap(optionLines),
    ]),
  ];
}

function optionLines({ flags, summary, choices, repeat }: OptionSpec): string[] {
  const marked = roff(flags)
    .replace(/<(.+?)>/g, '\\fI$1\\fR')
    .replace(/(^|[ ,])(\\-[\\\w-]+)/g, '$1\\fB$2\\fR');
  const among = choices === undefined ? '' : `: ${choices.join(', ')}`;
  return term(marked, `${summary}${among}${repeat === true ? ' (may be repeated)' : ''}`);
}

function exampleLines({ examples }: Command): string[] {
  return examples.flatMap(({ says, command }) => term(bold(command), says));
}

function endings(name: (typeof FORMAT_NAMES)[number]): string {
  return `; -o file.${FORMATS[name].extensions.join(', .')}`;
}

function term(marked: string, text: string): string[] {
  return ['.TP', marked, roff(text)];
}

const bold = (text: string) => `\\fB${roff(text)}\\fR`;

/** Text as roff reads it: hyphens are what is typed, and no line begins with a request. */
function roff(text: string): string {
  return text.replaceAll('\\', '\\e').replaceAll('-', '\\-').replace(/^[.']/gm, '\\&$&');
}
