import { isUnknown, type Unknown } from '../stats/unknown.ts';

/** `{ key: value }`, or `{ key: null, keyReason: why }` where the value is unknown: how a result carries an answer. */
export function known<K extends string, T>(
  key: K,
  value: T | Unknown,
): { readonly [P in K]: T | null } & { readonly [P in `${K}Reason`]?: string } {
  const fields = isUnknown(value) ? { [key]: null, [`${key}Reason`]: value.unknown } : { [key]: value };
  return fields as { readonly [P in K]: T | null } & { readonly [P in `${K}Reason`]?: string };
}
