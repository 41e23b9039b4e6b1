import { Command as Commander, CommanderError, Option } from 'commander';
import type { ArgumentSpec, Command, OptionSpec, Program, RawOptions } from '../commands/command.ts';
import { COMMANDS } from '../commands/index.ts';
import { longName } from '../commands/options.ts';
import { optionInvalid, usageWrong } from '../errors/usage.ts';
import { oneOf } from '../errors/written.ts';
import { OUTPUT_OPTIONS } from './output-options.ts';

/** What the user asked for: a command to run, or a text to print. */
export type Request =
  | { readonly kind: 'run'; readonly command: Command; readonly args: readonly string[]; readonly options: RawOptions }
  | { readonly kind: 'print'; readonly text: string }
  /** Nothing was asked for: the short help, as a failure. */
  | { readonly kind: 'nothing'; readonly text: string };

/** What the program can do. */
export const PROGRAM: Program = { commands: COMMANDS, common: OUTPUT_OPTIONS };

/** Reads the command line; throws a usage error where it is wrong. `width` is that of the help. */
export function parseCommandLine(argv: readonly string[], version: string, width: number): Request {
  let request: Request | undefined;
  let printed = '';
  const program = new Commander('community-roi');
  program
    .description('What an online community returns, and to whom.')
    .version(version, '--version', 'print the version')
    .exitOverride()
    .configureOutput({
      writeOut: (text) => {
        printed += text;
      },
      writeErr: () => {},
      getOutHelpWidth: () => width,
      getErrHelpWidth: () => width,
    })
    .helpOption('-h, --help', 'show help')
    .helpCommand('help [command]', 'show help for a command')
    .addHelpText('after', '\nStart with: community-roi calc --example');
  for (const command of COMMANDS) {
    const sub = program.command(command.name).summary(command.summary);
    // Three hundred options take 6 ms to set up: of the other commands the list says enough.
    if (!argv.includes(command.name)) continue;
    describe(sub, command, (args, options) => {
      request = { kind: 'run', command, args, options };
    });
  }
  if (argv.length <= 2) return { kind: 'nothing', text: program.helpInformation() };
  try {
    program.parse(argv as string[]);
  } catch (error) {
    if (!(error instanceof CommanderError)) throw error;
    if (error.exitCode === 0) return { kind: 'print', text: printed };
    throw usageWrong(sentence(error.message), commandNamed(argv), takersOf(error.message));
  }
  return request ?? { kind: 'nothing', text: program.helpInformation() };
}

function describe(
  sub: Commander,
  command: Command,
  chosen: (args: readonly string[], options: RawOptions) => void,
): void {
  sub.description(command.description);
  // What is missing on the command line, a configuration may name: the command itself says what it lacks.
  for (const spec of command.args) sub.argument(argumentOf({ ...spec, required: false }), spec.summary);
  sub.usage(['[options]', ...command.args.map(argumentOf)].join(' '));
  for (const spec of [...command.options, ...OUTPUT_OPTIONS]) sub.addOption(optionOf(spec));
  sub.addHelpText('after', examplesText(command));
  sub.action(() => chosen(sub.args, sub.opts() as RawOptions));
}

function argumentOf({ name, required, variadic }: ArgumentSpec): string {
  const all = `${name}${variadic === true ? '...' : ''}`;
  return required ? `<${all}>` : `[${all}]`;
}

function optionOf({ flags, summary, group, choices, repeat }: OptionSpec): Option {
  const option = new Option(flags, summary).helpGroup(group);
  if (choices !== undefined) {
    option.choices(choices).argParser((value) => {
      if (!choices.includes(value)) throw optionInvalid(option.long ?? flags, value, oneOf(choices));
      return value;
    });
  }
  if (repeat === true) option.argParser((value, before: string[] | undefined) => [...(before ?? []), value]);
  return option;
}

function examplesText({ examples }: Command): string {
  return ['\nExamples:', ...examples.map(({ says, command }) => `  ${command}\n      ${says}`)].join('\n');
}

/** The commands that take an option which the one that was typed does not. */
function takersOf(message: string): string[] {
  const option = /unknown option '--([a-z-]+)/.exec(message)?.[1];
  return COMMANDS.filter(({ options }) => options.some((spec) => longName(spec) === option)).map(({ name }) => name);
}

/** Commander's message without its prefix, on one line. */
function sentence(message: string): string {
  return message.replace(/^error: /, '').replace(/\n/g, ' ');
}

function commandNamed(argv: readonly string[]): string {
  return COMMANDS.find(({ name }) => argv.includes(name))?.name ?? '';
}
