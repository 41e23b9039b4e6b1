import type { Complaint, Problems } from './problem.ts';
import { EXIT, InputError, UserError } from './user-error.ts';
import { oneOf, written } from './written.ts';

/** Every message about the configuration file and the environment. */

/** A configuration that cannot be used: every problem found in it. */
export class ConfigError extends InputError {
  constructor(problems: Problems) {
    super(problems, EXIT.usage);
  }
}

export const configYaml = (reason: string): Complaint => ({
  code: 'CONFIG_YAML',
  message: `this is not YAML: ${reason}`,
  remedy: 'Write a name, a colon, and what belongs to it below, two spaces in: files: { costs: costs.csv }',
});

export const configShape = (): Complaint => ({
  code: 'CONFIG_SHAPE',
  message: 'there is no setting in the file',
  remedy: 'Name the files at least: files: { costs: costs.csv, spend: spend.csv }',
});

export const configKeyUnknown = (key: string, nearest: readonly string[], all: readonly string[]): Complaint => ({
  code: 'CONFIG_KEY_UNKNOWN',
  message: `there is no key ${written(key)} here`,
  remedy: nearest.length > 0 ? `Did you mean ${oneOf(nearest)}?` : `There are ${oneOf(all, 'and')}.`,
});

export const configFileMissing = (): Complaint => ({
  code: 'FILE_MISSING',
  message: 'there is no such file',
  remedy: 'Check the path, or write one: community-roi init',
});

/** What to do about a file that is not there, where the configuration or the environment names it. */
export const namedAt = (place: string): Pick<Complaint, 'remedy'> => ({
  remedy: `Check the name, which comes from ${place}.`,
});

/** The key is known, but in another part of the file. */
export const configKeyElsewhere = (key: string, parts: readonly string[]): Complaint => ({
  code: 'CONFIG_KEY_UNKNOWN',
  message: `there is no key ${written(key)} here`,
  remedy: `It belongs below ${oneOf(parts)}.`,
});

export const configValue = (key: string, value: string, expected: string): Complaint => ({
  code: 'CONFIG_VALUE',
  message: `${key} cannot be ${written(value)}`,
  remedy: `It takes ${expected}.`,
});

/** Names alone: what a variable holds may be a password. */
export const configVariable = (key: string, variable: string): Complaint => ({
  code: 'CONFIG_VARIABLE',
  message: `${key} needs the environment variable ${written(variable)}, which is not set`,
  remedy: `Set it where the command runs: export ${/^\w+$/.test(variable) ? variable : 'NAME'}=…`,
});

export const configTooMany = (key: string, command: string): Complaint => ({
  code: 'CONFIG_VALUE',
  message: `${key} names several files, and ${command} takes one`,
  remedy: `Name one, or write the one for ${command} below ${command}.`,
});

export const configMissing = (command: string) =>
  new UserError(
    {
      code: 'CONFIG_MISSING',
      message: `${command} needs a configuration, and there is no community-roi.yaml in this folder`,
      remedy: `Name one: community-roi ${command} path/to/community-roi.yaml, or write one: community-roi init`,
    },
    EXIT.usage,
  );

export const configEmpty = (
  needs: readonly { readonly command: string; readonly files: readonly string[] }[],
): Complaint => ({
  code: 'CONFIG_EMPTY',
  message: 'the files that the configuration names are not enough for any part of a report',
  remedy: `Below files: add ${oneOf(needs.map(({ command, files }) => `${files.join(' and ')} for ${command}`))}.`,
});
