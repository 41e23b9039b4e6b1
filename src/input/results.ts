import type { Comparable } from '../core/account.ts';
import { resultIncomplete, resultNotJson, resultOfOther, resultVersion } from '../errors/diff.ts';
import type { Complaint } from '../errors/problem.ts';
import { calcResult, envelope } from '../schema/calc-result.ts';
import type { ReadContext } from './options.ts';
import { readWholeText } from './whole-text.ts';

/** A result of `calc`, read back from its JSON. */
export interface SavedResult extends Comparable {
  readonly name: string;
  readonly currency: string | null;
  /** Missing from results that were saved before it was written. */
  readonly options?: { readonly margin: number; readonly usefulLifeYears: number };
}

/** The version of the JSON that is read. */
const VERSION = 1;

/** Reads a saved result. Undefined where the file is none: why goes into `context.problems`. */
export async function readResult(arg: string, context: ReadContext): Promise<SavedResult | undefined> {
  const whole = await readWholeText(arg, context);
  if (whole === undefined) return undefined;
  const result = parseResult(whole.text);
  if (!('code' in result)) return { ...result, name: whole.name };
  context.problems.add({ ...result, file: whole.name });
  return undefined;
}

function parseResult(text: string): Omit<SavedResult, 'name'> | Complaint {
  const json = parseJson(text);
  if (json === undefined) return resultNotJson();
  const outer = envelope.safeParse(json.value);
  if (!outer.success) return resultOfOther(undefined);
  const { kind, schemaVersion } = outer.data;
  const data = calcDataIn(outer.data);
  if (data === undefined) return resultOfOther(kind);
  if (schemaVersion !== VERSION) return resultVersion(schemaVersion, VERSION);
  return resultFrom(data);
}

/** The data of `calc`, alone or as a part of a report. */
function calcDataIn({ kind, data }: { readonly kind: string; readonly data: unknown }): unknown {
  if (kind === 'calc') return data;
  return kind === 'report' ? (data as { readonly calc?: unknown } | null)?.calc : undefined;
}

/** The result behind the data of `calc`, or what is wrong with them. */
export function resultFrom(data: unknown): Omit<SavedResult, 'name'> | Complaint {
  const result = calcResult.safeParse(data);
  if (result.success) return result.data as Omit<SavedResult, 'name'>;
  const issue = result.error.issues[0]!;
  return resultIncomplete(['data', ...issue.path].join('.'), expectedOf(issue));
}

type Issue = NonNullable<ReturnType<typeof calcResult.safeParse>['error']>['issues'][number];

function expectedOf(issue: Issue): string {
  if (issue.code === 'invalid_value') return issue.values.join(' or ');
  const type = issue.code === 'invalid_type' ? issue.expected : isEmptyList(issue) ? 'filled list' : 'value';
  return NAMES[type] ?? `a ${type}`;
}

function isEmptyList(issue: Issue): boolean {
  return issue.code === 'too_small' && issue.origin === 'array';
}

const NAMES: Readonly<Record<string, string>> = {
  array: 'a list',
  object: 'an object',
  record: 'an object',
  string: 'text',
  tuple: 'a list of two',
  int: 'a whole number',
};

function parseJson(text: string): { readonly value: unknown } | undefined {
  try {
    return { value: JSON.parse(text) };
  } catch {
    return undefined;
  }
}
