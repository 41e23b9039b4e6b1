import type { OptionSpec } from '../commands/command.ts';
import { FORMAT_NAMES } from '../render/index.ts';

const OUTPUT = 'Output:';
const CONFIG = 'Configuration:';

/** What every command takes: how the report looks and where it goes. */
export const OUTPUT_OPTIONS: readonly OptionSpec[] = [
  { flags: '--format <name>', summary: 'how the report is written', group: OUTPUT, choices: FORMAT_NAMES },
  { flags: '--json', summary: 'short for --format json', group: OUTPUT },
  {
    flags: '-o, --output <file>',
    summary: 'write to a file; its ending picks the format',
    group: OUTPUT,
    repeat: true,
  },
  { flags: '--section <name>', summary: 'show this section only', group: OUTPUT, repeat: true },
  { flags: '--brief', summary: 'the verdict only', group: OUTPUT },
  { flags: '--no-chart', summary: 'leave out charts', group: OUTPUT },
  { flags: '--ascii', summary: 'nothing but ASCII characters', group: OUTPUT },
  { flags: '--width <columns>', summary: 'columns to fill', group: OUTPUT },
  { flags: '--locale <tag>', summary: 'how numbers and dates look: de-DE (default: en-US)', group: OUTPUT },
  { flags: '--color <when>', summary: 'colours', group: OUTPUT, choices: ['auto', 'always', 'never'] },
  { flags: '--bom', summary: 'begin CSV with the mark by which Excel knows UTF-8', group: OUTPUT },
  {
    flags: '--csv-delimiter <mark>',
    summary: 'what separates fields of CSV (default: --delimiter, or ,)',
    group: OUTPUT,
  },
  {
    flags: '--csv-decimal <mark>',
    summary: 'decimal mark of CSV (default: --decimal, or .)',
    group: OUTPUT,
    choices: ['.', ','],
  },
  { flags: '--quiet', summary: 'no remarks on standard error', group: OUTPUT },
  { flags: '--verbose', summary: 'say on standard error what was detected in each file', group: OUTPUT },
  {
    flags: '--config <file>',
    summary: 'configuration to use (default: community-roi.yaml, where it is)',
    group: CONFIG,
  },
  { flags: '--no-config', summary: 'use no configuration', group: CONFIG },
];
