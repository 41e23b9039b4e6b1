import { kindOther } from '../errors/header.ts';
import type { ReadContext, ReadOptions } from '../input/options.ts';

/** Files as the user named them, by the kind that is expected of them. */
export type Expected = Readonly<Partial<Record<string, readonly string[]>>>;

/** Where columns are missing because a file is of another kind, says which in their place. */
export async function nameOtherKinds(expected: Expected, how: ReadOptions, context: ReadContext): Promise<void> {
  const { problems } = context;
  const missing = problems.kept.filter(({ code }) => code === 'COLUMN_MISSING');
  for (const file of new Set(missing.map((problem) => problem.file))) {
    const wanted = Object.keys(expected).find((kind) => expected[kind]?.includes(file));
    if (wanted === undefined) continue;
    const { plainKindOfFile } = await import('../input/kind-of-file.ts');
    const found = await plainKindOfFile({ name: file, path: file }, how, context).catch(() => undefined);
    if (found === undefined || found === wanted) continue;
    const old = missing.filter((problem) => problem.file === file);
    problems.replace(old, [{ ...kindOther(found, wanted), file }]);
  }
}
