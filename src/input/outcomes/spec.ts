import type { Period } from '../../core/period.ts';
import { isNamed, type OpenColumn } from './open-columns.ts';

/** What the user said of the columns of a file, by the names of the columns. */
export interface OutcomeSpec {
  readonly higher: readonly string[];
  readonly lower: readonly string[];
  /** Followed over time, not compared. */
  readonly count: readonly string[];
  /** Where it is not empty, only these columns are outcomes. */
  readonly only: readonly string[];
  readonly by: readonly string[];
  readonly within: readonly string[];
  /** Single values are kept, to find their quantiles. */
  readonly keepValues: boolean;
  readonly before?: Period;
  readonly after?: Period;
}

/** What a column is read for; one may be read for more than one thing. */
export interface Roles {
  readonly isOutcome: boolean;
  readonly isCount: boolean;
  /** Places among the columns of `--by` and of `--compare-within`, or −1. */
  readonly by: number;
  readonly within: number;
}

/** A column to compare by is no outcome, unless the user said which way of it is good. */
export function rolesOf(column: OpenColumn, spec: OutcomeSpec): Roles {
  const among = (names: readonly string[]) => names.findIndex((name) => isNamed(column, name));
  const [by, within] = [among(spec.by), among(spec.within)];
  const isCount = among(spec.count) >= 0;
  const isDeclared = among(spec.higher) >= 0 || among(spec.lower) >= 0;
  const isFree = by < 0 && within < 0 && (spec.only.length === 0 || among(spec.only) >= 0);
  return { isOutcome: !isCount && (isDeclared || isFree), isCount, by, within };
}

/** Names that no column has, with the option that they stand behind. */
export function unknownNames(spec: OutcomeSpec, columns: readonly OpenColumn[]): { flag: string; name: string }[] {
  const flags = { '--higher': spec.higher, '--lower': spec.lower, '--count': spec.count, '--outcome': spec.only };
  const all = { ...flags, '--by': spec.by, '--compare-within': spec.within };
  return Object.entries(all).flatMap(([flag, names]) =>
    names.filter((name) => !columns.some((column) => isNamed(column, name))).map((name) => ({ flag, name })),
  );
}

/** Where nothing but the outcomes can be said of the columns. */
export function outcomeSpec(given: Partial<OutcomeSpec>): OutcomeSpec {
  return { higher: [], lower: [], count: [], only: [], by: [], within: [], keepValues: false, ...given };
}
