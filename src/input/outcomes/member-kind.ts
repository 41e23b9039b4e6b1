import { countNegative } from '../../errors/cell.ts';
import { rateRange, spreadNegative } from '../../errors/outcomes.ts';
import type { Complaint } from '../../errors/problem.ts';
import { valueMissing } from '../../errors/row.ts';
import { headerMatcher } from '../columns.ts';
import type { KindColumn, RowSchema } from '../kind.ts';
import type { ReadOptions } from '../options.ts';
import { hasName } from './open-columns.ts';
import type { OpenKind } from './open-intake.ts';
import { kindName, type MemberKind } from './read-open.ts';

/** A row of the fixed columns, with every cell that was read beside it. */
export type WithCells<Row> = Row & { readonly cells: Readonly<Record<string, unknown>> };

interface Shape<Row> {
  readonly name: MemberKind;
  /** The columns that such a file has whatever else it has. */
  readonly fixed: readonly KindColumn[];
  /** The contract of the fixed columns, given the names of those that are there. */
  readonly schema: (found: ReadonlySet<string>) => RowSchema<Row>;
  /** The reader of a further column, by its header. */
  readonly further: (header: string) => Pick<KindColumn, 'key' | 'reader'> | undefined;
}

/** A kind of file with fixed columns, and whatever columns its header names beside them. */
export function memberKind<Row>(shape: Shape<Row>, options: ReadOptions): OpenKind<WithCells<Row>> {
  const matcher = headerMatcher(shape.name, shape.fixed, options.map);
  return {
    matcher,
    kindOf(header) {
      const match = matcher.match(header);
      const taken = new Set([...match.columns.values()].map(({ index }) => index));
      const further = header.flatMap((name, index): KindColumn[] => {
        if (taken.has(index) || !hasName(name)) return [];
        const reader = shape.further(name);
        return reader === undefined ? [] : [{ ...reader, name, aliases: '', required: false, kept: true, text: true }];
      });
      const found = new Set(match.columns.keys());
      const schema = withCells(shape.schema(found));
      return { name: kindName(shape.name), columns: [...shape.fixed, ...further], schema, complain };
    },
  };
}

/** The same contract, with the cells of the columns that it does not know. */
function withCells<Row>(schema: RowSchema<Row>): RowSchema<WithCells<Row>> {
  return {
    safeParse(values) {
      const result = schema.safeParse(values);
      if (!result.success) return result;
      return { success: true, data: { ...result.data, cells: values as Readonly<Record<string, unknown>> } };
    },
  };
}

function complain(code: string, key: string, written: (key: string) => string): Complaint {
  if (code === 'COUNT_NEGATIVE') return countNegative(written(key));
  if (code === 'SPREAD_NEGATIVE') return spreadNegative(written(key));
  if (code === 'RATE_RANGE') return rateRange(written(key));
  return valueMissing();
}

/** A fixed column of a file about members. */
export function fixedColumn(
  name: string,
  key: string,
  aliases: string,
  reader: KindColumn['reader'],
  required: boolean,
): KindColumn {
  return { name, key, aliases, reader, required, kept: true, text: name === 'person_id' };
}
