import type { Holds } from '../../sql/table.ts';

/** What a type of ClickHouse holds: `Nullable(Decimal(12, 2))` is a decimal with two places. */
export function heldBy(type: string): { readonly holds: Holds; readonly scale?: number } {
  const inner = /^(?:Nullable|LowCardinality)\((.*)\)$/.exec(type)?.[1];
  if (inner !== undefined) return heldBy(inner);
  const decimal = /^Decimal(?:\d+)?\((?:\d+, *)?(\d+)\)$/.exec(type);
  if (decimal !== null) return { holds: 'decimal', scale: Number(decimal[1]) };
  if (/^U?Int\d+$/.test(type)) return { holds: 'whole' };
  if (/^Float\d+$/.test(type)) return { holds: 'float' };
  if (/^Date(?:32)?$/.test(type)) return { holds: 'day' };
  if (/^DateTime/.test(type)) return { holds: 'moment' };
  return { holds: type === 'String' ? 'text' : 'other' };
}
