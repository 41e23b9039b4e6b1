import type { Complaint } from './problem.ts';
import { EXIT, UserError } from './user-error.ts';
import { oneOf, written } from './written.ts';

/** Every message about scenarios and settings to try. */

export const scenarioYaml = (reason: string): Complaint => ({
  code: 'SCENARIO_YAML',
  message: `this is not YAML: ${reason}`,
  remedy: 'Write a name, a colon, and below it, two spaces in, the settings: margin: 40%',
});

export const scenarioShape = (): Complaint => ({
  code: 'SCENARIO_SHAPE',
  message: 'there is no name with settings below it',
  remedy: 'Give each scenario a name and settings: { optimistic: { margin: 50%, life: 5 } }',
});

export const scenarioKeyUnknown = (key: string, nearest: readonly string[], all: readonly string[]): Complaint => ({
  code: 'SCENARIO_KEY_UNKNOWN',
  message: `there is no setting ${written(key)}`,
  remedy: suggestion(nearest, all),
});

export const scenarioValue = (key: string, value: string, expected: string): Complaint => ({
  code: 'SCENARIO_VALUE',
  message: `${key} cannot be ${written(value)}`,
  remedy: `It takes ${expected}.`,
});

export const scenarioSourceUnknown = (
  source: string,
  nearest: readonly string[],
  all: readonly string[],
): Complaint => ({
  code: 'SCENARIO_SOURCE_UNKNOWN',
  message: `no other return comes from ${written(source)}`,
  remedy: all.length === 0 ? 'There are no other returns: give them with --returns.' : suggestion(nearest, all),
});

export const settingUnknown = (name: string, nearest: readonly string[], all: readonly string[]) =>
  new UserError(
    { code: 'SETTING_UNKNOWN', message: `there is no setting "${name}" to try`, remedy: suggestion(nearest, all) },
    EXIT.usage,
  );

function suggestion(nearest: readonly string[], all: readonly string[]): string {
  return nearest.length > 0 ? `Did you mean ${oneOf(nearest)}?` : `There are ${oneOf(all, 'and')}.`;
}
