import { calculateRoi } from '../core/calculate.ts';
import { CalculationError } from '../core/fault.ts';
import { Problems } from '../errors/problem.ts';
import { argumentMissing, stdinNeedsKind } from '../errors/usage.ts';
import { readCosts } from '../input/costs.ts';
import { agreeCurrency } from '../input/currency.ts';
import { eachSource } from '../input/each-source.ts';
import { kindOfFile } from '../input/kind-of-file.ts';
import type { FileKind, ReadContext, ReadOptions } from '../input/options.ts';
import { readReturns } from '../input/returns.ts';
import { readSpend, type SpendFile } from '../input/spend.ts';
import { problemsReport } from '../report/problems.ts';
import { validateOptions } from '../schema/validate-options.ts';
import type { Command, OptionSpec } from './command.ts';
import { addFaults } from './faults.ts';
import { checkOptions, READ_OPTIONS, readOptions } from './options.ts';

const OPTIONS: readonly OptionSpec[] = [
  {
    flags: '--as <kind>',
    summary: 'what the files are, if not by their header',
    group: 'Files:',
    choices: ['costs', 'spend', 'returns'],
  },
  { flags: '--all', summary: 'list every problem, not the first ten of each', group: 'What to show:' },
  { flags: '--currency <code>', summary: 'currency of files that name none', group: 'Files:' },
  ...READ_OPTIONS,
];

export const validate: Command = {
  name: 'validate',
  summary: 'every problem in the input files, and nothing else',
  description:
    'Reads cost, spending and returns files as calc would and lists every problem by code: where it is, what is wrong, and what to do. Exits 1 where there is one.',
  args: [{ name: 'files', summary: 'files to check; each is known by its header', required: true, variadic: true }],
  options: OPTIONS,
  examples: [
    { says: 'The files of a report', command: 'community-roi validate costs.csv spend.csv' },
    { says: 'For CI', command: 'community-roi validate "exports/*.csv" --format junit -o problems.xml' },
  ],
  async run(args, raw, services) {
    const files = args.filter((file) => file !== undefined);
    if (files.length === 0) throw argumentMissing('files', 'validate');
    const { as, all, currency } = checkOptions(validateOptions, raw, OPTIONS);
    const problems = new Problems(all === true ? Number.POSITIVE_INFINITY : undefined);
    const how = { ...readOptions(raw), ...(currency === undefined ? {} : { currency }) };
    const context = { problems, stdin: services.stdin, cwd: services.cwd };
    const byKind = await sortByKind(files, as, how, context);
    const costs = await readCosts(byKind.costs, how, context);
    const before = problems.total;
    const spend = await readSpend(byKind.spend, how, context);
    if (byKind.spend.length > 0 && problems.total === before) addCalculationFaults(spend, problems);
    const returns = await readReturns(byKind.returns, how, context);
    agreeCurrency([costs.currency, spend.currency, returns.currency], problems);
    return problemsReport({
      files: [...costs.inputs, ...spend.inputs, ...returns.inputs].map(({ name, kind, rows }) => ({
        name,
        kind,
        rows,
      })),
      problems: problems.kept,
      counts: problems.counts,
    });
  },
};

async function sortByKind(
  files: readonly string[],
  as: FileKind | undefined,
  how: ReadOptions,
  context: ReadContext,
): Promise<Record<FileKind, string[]>> {
  const byKind: Record<FileKind, string[]> = { costs: [], spend: [], returns: [] };
  if (as !== undefined) return { ...byKind, [as]: [...files] };
  if (files.includes('-')) throw stdinNeedsKind();
  await eachSource(files, context, async (source) => {
    byKind[await kindOfFile(source, how, context)].push(source.name);
  });
  return byKind;
}

/** Holes, missing cohorts and a baseline without newcomers: what `calc` would refuse although each row is right. */
function addCalculationFaults(spend: SpendFile, problems: Problems): void {
  try {
    calculateRoi({ costs: [], spend: spend.cells });
  } catch (error) {
    if (!(error instanceof CalculationError)) throw error;
    addFaults(problems, error.faults, spend.cells, spend.origins, spend.inputs[0]?.name ?? '');
  }
}
