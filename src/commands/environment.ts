import { optionInvalid } from '../errors/usage.ts';
import type { ConfigKey, ConfigValue } from '../schema/config.ts';
import { ENVIRONMENT } from '../schema/config-names.ts';

/** The variables that set an option, the one for the command alone first: COMMUNITY_ROI_CALC_MARGIN, COMMUNITY_ROI_MARGIN. */
export function environmentNames(command: string, option: string, isShared: boolean): string[] {
  const upper = (name: string) => name.toUpperCase().replaceAll('-', '_');
  const own = `${ENVIRONMENT}${upper(command)}_${upper(option)}`;
  return isShared ? [own, ENVIRONMENT + upper(option)] : [own];
}

const YES = ['1', 'true', 'yes', 'on'];
const NO = ['0', 'false', 'no', 'off'];

/** A variable's text as the configuration would hold it: several values stand on lines of their own, or between `;`. */
export function partsOf({ isSwitch, many }: ConfigKey, text: string, variable: string): ConfigValue {
  if (isSwitch) {
    const word = text.trim().toLowerCase();
    if (!YES.includes(word) && !NO.includes(word)) throw optionInvalid(variable, text, 'true or false');
    return String(YES.includes(word));
  }
  if (!many) return text;
  return text
    .split(/[;\n]/)
    .map((part) => part.trim())
    .filter((part) => part !== '');
}
