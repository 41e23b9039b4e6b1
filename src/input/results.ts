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
  const { kind, schemaVersion, data } = outer.data;
  if (kind !== 'calc') return resultOfOther(kind);
  if (schemaVersion !== VERSION) return resultVersion(schemaVersion, VERSION);
  const result = calcResult.safeParse(data);
  if (result.success) return result.data as Omit<SavedResult, 'name'>;
  const issue = result.error.issues[0]!;
  return resultIncomplete(['data', ...issue.path].join('.'), expectedOf(issue));
}

type Issue = NonNullable<ReturnType<typeof calcResult.safeParse>['error']>['issues'][number];

function expectedOf(issue: Issue): string {
  if (issue.code === 'invalid_value') return issue.values.join(' or ');
  const type = issue.code === 'invalid_type' ? issue.expected : issue.code === 'too_small' ? 'filled list' : 'value';
  return NAMES[type] ?? `a ${type}`;
}

const NAMES: Readonly<Record<string, string>> = {
  array: 'a list',
  object: 'an object',
  record: 'an object',
  string: 'text',
};

function parseJson(text: string): { readonly value: unknown } | undefined {
  try {
    return { value: JSON.parse(text) };
  } catch {
    return undefined;
  }
}
