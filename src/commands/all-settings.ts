import { shownUrl } from '../engine/source/url.ts';
import { ConfigError } from '../errors/config.ts';
import { Problems } from '../errors/problem.ts';
import type { SettingsFacts, ShownSetting } from '../report/settings/report.ts';
import type { Command, RawOptions, Services } from './command.ts';
import { isConfigured, settableOptions } from './config-keys.ts';
import { longName, optionKey } from './options.ts';
import { type Setting, settle, strangers } from './settle.ts';

/** What every command would run with, given nothing but flags of the output. */
export function allSettings(raw: RawOptions, { env, program, config }: Services): SettingsFacts {
  const problems = new Problems();
  const common = Object.fromEntries(program.common.map(optionKey).map((key) => [key, raw[key]]));
  const settings = program.commands.filter(isConfigured).flatMap((command) => {
    const settled = settle(command, { args: [], options: common }, { env, program, config }, problems);
    const own = settled.settings.filter((setting) => !isOfThisRun(setting));
    const names = new Set(own.map(({ name }) => name));
    return [...own.map(shownAs(command)), ...defaultsOf(command, program.common, names)];
  });
  if (problems.total > 0) throw new ConfigError(problems);
  return { config: config?.name ?? null, settings, ignored: strangers({ env, program }) };
}

/** How this very run is written says nothing of the others. */
const isOfThisRun = ({ name, origin }: Setting) =>
  origin.kind === 'flag' && ['format', 'json', 'output', 'section', 'brief', 'config'].includes(name);

const shownAs =
  ({ name: command }: Command) =>
  ({ name, value, origin }: Setting): ShownSetting => ({
    command,
    name,
    // An address of a database may hold a password.
    value: [value].flat().map((one) => (name === 'source' ? shownUrl(String(one)) : String(one))),
    source: origin.kind,
    where: origin.kind === 'file' ? `${origin.name}:${origin.line}` : origin.name,
  });

/** What stands as default in the help of the options that nothing sets. */
function defaultsOf(
  command: Command,
  common: Services['program']['common'],
  set: ReadonlySet<string>,
): readonly ShownSetting[] {
  return settableOptions(command, { commands: [], common }).flatMap((spec): ShownSetting[] => {
    const standard = /\(default: ([^)]+)\)$/.exec(spec.summary)?.[1];
    const name = longName(spec);
    if (standard === undefined || set.has(name)) return [];
    return [{ command: command.name, name, value: [standard], source: 'default', where: null }];
  });
}
