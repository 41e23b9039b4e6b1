import type { Holds } from '../../sql/table.ts';

/** What `format_type` calls a type, and what it holds. */
const HOLDS: Readonly<Record<string, Holds>> = {
  text: 'text',
  'character varying': 'text',
  smallint: 'whole',
  integer: 'whole',
  bigint: 'whole',
  numeric: 'decimal',
  real: 'float',
  'double precision': 'float',
  date: 'day',
  'timestamp without time zone': 'time',
  'timestamp with time zone': 'moment',
};

/** `numeric(12,2)` → a decimal with two places. */
export function heldBy(type: string): { readonly holds: Holds; readonly scale?: number } {
  const [, name = type, more = ''] = /^([a-z ]+?)(?: ?\(([\d,-]+)\)(?: (.*))?)?$/.exec(type) ?? [];
  const zone = /^timestamp\(\d+\) (.*)$/.exec(type)?.[1];
  const holds = HOLDS[zone === undefined ? name : `timestamp ${zone}`] ?? 'other';
  if (holds !== 'decimal' || more === '') return { holds };
  const scale = Number(more.split(',')[1] ?? 0);
  return { holds, scale: Math.max(0, scale) };
}
