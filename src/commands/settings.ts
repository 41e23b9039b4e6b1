import type { RoiInput } from '../core/input.ts';
import { withoutOwnLives } from '../core/scenario.ts';
import { settingUnknown } from '../errors/scenario.ts';
import { optionInvalid } from '../errors/usage.ts';
import { closest, fold } from '../input/spelling.ts';
import { calcOptions } from '../schema/calc-options.ts';
import type { OptionSpec, RawOptions } from './command.ts';

const TRY = 'What if:';

/** What `calc` takes to show how far its answer rests on its assumptions. */
export const TRY_OPTIONS: readonly OptionSpec[] = [
  { flags: '--sensitivity', summary: 'move one assumption at a time, and show where ROI is 0', group: TRY },
  { flags: '--scenario <file>', summary: 'YAML of named scenarios to set side by side', group: TRY },
  { flags: '--set <name=value>', summary: 'try an option of the method: margin=40%, life=3', group: TRY, repeat: true },
];

/** The options that `--set` takes, by key. */
const SETTINGS: Readonly<Record<string, string>> = {
  baseline: 'baseline',
  margin: 'margin',
  life: 'life',
  'member-cost': 'memberCost',
  'discount-rate': 'discountRate',
  from: 'from',
  to: 'to',
};

/** The options with those that `--set` gives in their place; a later one beats an earlier one. */
export function withSettings(raw: RawOptions): RawOptions {
  const settings = (raw['set'] ?? []) as readonly string[];
  return { ...raw, ...Object.fromEntries(settings.map(settingOf)) };
}

function settingOf(text: string): [key: string, value: string] {
  const [, typed = '', value = ''] = /^([^=]*)=(.*)$/s.exec(text) ?? [];
  if (typed === '') throw optionInvalid('--set', text, 'a name and a value, such as margin=40%');
  const names = Object.keys(SETTINGS);
  const name = names.find((known) => fold(known) === fold(typed));
  if (name === undefined) throw settingUnknown(typed, closest(typed, names), names);
  const key = SETTINGS[name]!;
  const issue = calcOptions.safeParse({ [key]: value }).error?.issues[0];
  if (issue === undefined) return [key, value];
  throw optionInvalid('--set', text, issue.code === 'invalid_value' ? issue.values.join(' or ') : issue.message);
}

/** The rows to compute from: where `--set life` is given, one-off costs have no useful life of their own. */
export function rowsToTry(rows: RoiInput, raw: RawOptions): RoiInput {
  const settings = (raw['set'] ?? []) as readonly string[];
  const setsLife = settings.some((text) => settingOf(text)[0] === 'life');
  return setsLife ? { ...rows, costs: withoutOwnLives(rows.costs) } : rows;
}

/** Whether the report shows more than the figures as they are. */
export function asksWhatIf(raw: RawOptions): boolean {
  return wantsSensitivity(raw) || raw['scenario'] !== undefined;
}

export function wantsSensitivity(raw: RawOptions): boolean {
  const sections = (raw['section'] ?? []) as readonly string[];
  return raw['sensitivity'] === true || sections.includes('sensitivity');
}
