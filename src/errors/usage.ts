import type { Complaint } from './problem.ts';
import { EXIT, UserError } from './user-error.ts';
import { oneOf } from './written.ts';

/** Every message about the command line and the output, in one voice: what is wrong; what to do next. */

const usage = (complaint: Complaint) => new UserError(complaint, EXIT.usage);

export const argumentMissing = (name: string, command: string) =>
  usage({
    code: 'ARGUMENT_MISSING',
    message: `${command} needs <${name}>`,
    remedy: `See community-roi ${command} --help${command === 'calc' ? ', or try community-roi calc --example' : ''}`,
  });

export const optionInvalid = (flag: string, value: string, expected: string) =>
  usage({ code: 'OPTION_INVALID', message: `${flag} cannot be "${value}"`, remedy: `It takes ${expected}.` });

/** An option that would say nothing, since none of those that it belongs to is there. */
export const optionAlone = (name: string, beside: readonly string[]) => {
  const others = oneOf(beside.map((own) => `--${own}`));
  return usage({
    code: 'OPTION_ALONE',
    message: `--${name} says nothing without ${others}`,
    remedy: `Add ${others}, or leave --${name} out.`,
  });
};

/** `takers`: commands that know what this one does not. */
export const usageWrong = (message: string, command: string, takers: readonly string[] = []) => {
  const help = `See community-roi ${command === '' ? '' : `${command} `}--help`;
  const takes = takers.length === 0 ? '' : `It is an option of ${oneOf(takers, 'and')}. `;
  return usage({ code: 'USAGE', message, remedy: takes + help });
};

export const metricUnknown = (metric: string, closest: readonly string[], all: readonly string[]) =>
  usage({
    code: 'METRIC_UNKNOWN',
    message: `there is no metric "${metric}"`,
    remedy: closest.length > 0 ? `Did you mean ${closest.join(' or ')}?` : `There are ${all.join(', ')}.`,
  });

export const metricElsewhere = (metric: string, command: string) =>
  usage({
    code: 'METRIC_ELSEWHERE',
    message: `"${metric}" is no figure of this report`,
    remedy: `It is one of community-roi ${command}, whose --explain puts the numbers in; explain ${metric} says what it means.`,
  });

export const sectionUnknown = (section: string, all: readonly string[]) =>
  usage({
    code: 'SECTION_UNKNOWN',
    message: `there is no section "${section}"`,
    remedy: `There are ${all.join(', ')}.`,
  });

export const formatUnknown = (file: string, extensions: readonly string[]) =>
  usage({
    code: 'FORMAT_UNKNOWN',
    message: `cannot tell the format of "${file}" from its name`,
    remedy: `Let it end in ${extensions.join(', ')}.`,
  });

export const bytesForTerminal = (format: string, extension: string) =>
  usage({
    code: 'OUTPUT_BINARY',
    message: `${format} is not for a terminal`,
    remedy: `Write it to a file: -o report.${extension}`,
  });

export const nothingChecked = (kind: string, format: string) =>
  usage({
    code: 'NOTHING_CHECKED',
    message: `${kind} checks nothing that --format ${format} could show`,
    remedy: `Use --format ${format} with check or validate, or another format here.`,
  });

export const outputIsInput = (file: string) =>
  usage({
    code: 'OUTPUT_IS_INPUT',
    message: `"${file}" is an input file and would be overwritten`,
    remedy: `Use -o with another name, such as ./report-${file.split(/[\\/]/).at(-1)}`,
  });

export const outputFailed = (file: string, reason: string) =>
  usage({
    code: 'OUTPUT_FAILED',
    message: `cannot write "${file}": ${reason}`,
    remedy: 'Check that the folder exists and may be written to.',
  });

export const stdinNeedsKind = () =>
  usage({
    code: 'STDIN_KIND',
    message: 'cannot look at the header of standard input (-) before it is read',
    remedy: 'Say what it is: --as costs, --as spend or --as returns.',
  });

export const stdinTwice = () =>
  usage({
    code: 'STDIN_TWICE',
    message: 'standard input (-) can be read only once',
    remedy: 'Give the other file by its path.',
  });
