import { Problems } from '../errors/problem.ts';
import { argumentMissing, stdinNeedsKind } from '../errors/usage.ts';
import { CHECKED_KINDS, validateOptions } from '../schema/validate-options.ts';
import type { Command, OptionSpec } from './command.ts';
import { memberReadOptions } from './member-options.ts';
import { checkOptions, READ_OPTIONS, readContext } from './options.ts';

const OPTIONS: readonly OptionSpec[] = [
  {
    flags: '--as <kind>',
    summary: 'what the files are, if not by their header',
    group: 'Files:',
    choices: CHECKED_KINDS,
  },
  { flags: '--all', summary: 'list every problem, not the first ten of each', group: 'What to show:' },
  { flags: '--currency <code>', summary: 'currency of files that name none', group: 'Files:' },
  ...READ_OPTIONS,
];

export const validate: Command = {
  name: 'validate',
  summary: 'every problem in the input files, and nothing else',
  description:
    'Reads files of every kind as the commands would that take them, and lists every problem by code: where it is, what is wrong, and what to do. Exits 1 where there is one.',
  args: [{ name: 'files', summary: 'files to check; each is known by its header', required: true, variadic: true }],
  options: OPTIONS,
  examples: [
    { says: 'The files of a report', command: 'community-roi validate costs.csv spend.csv' },
    { says: 'Raw exports', command: 'community-roi validate members.csv transactions.csv' },
    { says: 'For CI', command: 'community-roi validate "exports/*.csv" --format junit -o problems.xml' },
  ],
  async run(args, raw, services) {
    const files = args.filter((file) => file !== undefined);
    if (files.length === 0) throw argumentMissing('files', 'validate');
    const { as, all, currency } = checkOptions(validateOptions, raw, OPTIONS);
    if (as === undefined && files.includes('-')) throw stdinNeedsKind();
    const problems = new Problems(all === true ? Number.POSITIVE_INFINITY : undefined);
    const [{ checkFiles }, { columnsByKind }] = await Promise.all([
      import('./check-files.ts'),
      import('../input/map.ts'),
    ]);
    const context = {
      ...readContext(services, problems),
      scratch: services.scratch,
      signal: services.signal,
      progress: services.progress,
      today: services.today,
      read: await memberReadOptions(raw, currency, columnsByKind()),
    };
    const inputs = await checkFiles(files, as, context);
    const { problemsReport } = await import('../report/problems.ts');
    return problemsReport({
      files: inputs.map(({ name, kind, rows }) => ({ name, kind, rows })),
      problems: problems.kept,
      counts: problems.counts,
    });
  },
};
