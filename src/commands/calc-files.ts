import type { RoiInput } from '../core/input.ts';
import { toNumber } from '../core/money.ts';
import { formatPeriod } from '../core/period.ts';
import type { Match } from '../core/raw.ts';
import type { RawSources } from '../engine/engine.ts';
import { Problems } from '../errors/problem.ts';
import { InputError } from '../errors/user-error.ts';
import { readCosts } from '../input/costs.ts';
import { agreeCurrency } from '../input/currency.ts';
import type { InputSummary, ReadContext, ReadOptions } from '../input/options.ts';
import type { FilesRead } from '../input/read-file.ts';
import { readReturns } from '../input/returns.ts';
import { readSpend, type SpendFile } from '../input/spend.ts';
import { count, text } from '../report/cells.ts';
import type { CostRows, Provenance, SpendRow } from '../report/provenance.ts';
import type { Phrase } from '../report/report.ts';
import type { CalcOptions } from '../schema/calc-options.ts';
import { cohortOptions } from '../schema/cohort-options.ts';
import type { RawOptions, Services } from './command.ts';
import type { Placed } from './faults.ts';
import { loadRaw } from './load-raw.ts';
import { assertStdinOnce, checkOptions, readContext, readOptions } from './options.ts';
import { nameOtherKinds } from './other-kind.ts';
import { asksDatabase, COHORT_OPTIONS, type RawSpend, rulesOf, spendOf } from './raw-files.ts';

export interface Sources {
  /** Bundled data in place of files. */
  readonly example: boolean;
  readonly costs: readonly string[];
  readonly spend: readonly string[];
  /** What a database answered, in place of spending by cohort. */
  readonly cells: readonly string[];
  readonly returns: readonly string[];
  /** Raw exports in place of spending by cohort: files, or tables where the options name a database. */
  readonly raw?: RawSources;
}

/** The files of `calc`, read and checked, and what the report says of them. */
export interface Loaded {
  readonly rows: RoiInput;
  readonly spendOrigins: readonly Placed[];
  readonly firstSpendFile: string;
  readonly currency: string | null;
  readonly currencyReason?: string;
  readonly inputs: readonly InputSummary[];
  readonly inputCaveats: readonly { readonly code: string; readonly message: Phrase }[];
  readonly provenance: Provenance;
  /** How raw exports fit together, where the spending comes from them. */
  readonly match?: Match;
}

/** Files that are read with the others, so that one run shows what is wrong in any of them. */
export interface FilesBeside {
  readonly sources: readonly string[];
  read(context: ReadContext): Promise<readonly FilesRead[]>;
}

/** Reads every file to its end, so that one run shows all that is wrong; throws InputError where anything is. */
export async function loadFiles(
  sources: Sources,
  raw: RawOptions,
  options: CalcOptions,
  services: Services,
  beside?: FilesBeside,
): Promise<Loaded> {
  const { costs, spend, cells, returns } = withExample(sources);
  const exports = asksDatabase(raw) ? undefined : sources.raw;
  const files = [
    ...costs,
    ...spend,
    ...cells,
    ...returns,
    ...Object.values(exports ?? {}).flat(),
    ...(beside?.sources ?? []),
  ];
  assertStdinOnce(files);
  const problems = new Problems();
  const context = readContext(services, problems);
  const ofExample = sources.example ? readContext(services, problems, services.exampleFolder) : context;
  const how = { ...readOptions(raw), ...(options.currency === undefined ? {} : { currency: options.currency }) };
  const fromCosts = await readCosts(costs, how, ofExample);
  const fromSpend = cells.length > 0 ? await readCells(cells, how, context) : await readSpend(spend, how, ofExample);
  const fromReturns = await readReturns(returns, how, context);
  const fromRaw = await addUp(sources.raw, raw, services, problems);
  const read = [fromCosts, fromSpend, fromReturns, ...((await beside?.read(context)) ?? [])];
  const currencies = [...read.map((file) => file.currency), ...(fromRaw?.sums.currencies ?? [])];
  const found = agreeCurrency(currencies, problems);
  if (problems.total > 0) {
    await nameOtherKinds({ costs, spend: [...spend, ...cells], returns, ...exports }, how, context);
    throw new InputError(problems);
  }
  const inputs = [...read.flatMap((file) => file.inputs), ...(fromRaw?.sums.inputs ?? [])];
  remark(inputs, services);
  return {
    rows: { costs: fromCosts.rows, spend: fromRaw?.cells ?? fromSpend.cells, returns: fromReturns.rows },
    spendOrigins: fromSpend.origins,
    firstSpendFile: inputs.find(({ kind }) => kind === 'spend' || kind === 'transactions')?.name ?? '',
    ...currencyOf(options.currency ?? found),
    inputs,
    inputCaveats: [...skippedRows(inputs), ...uncheckedPersons(fromSpend), ...(fromRaw?.caveats ?? [])],
    provenance: {
      costs: costRows(fromCosts),
      spend: fromRaw?.rows ?? spendRows(fromSpend),
    },
    ...(fromRaw === undefined ? {} : { match: fromRaw.sums.match }),
  };
}

/** Raw exports as spending; undefined where there are none, or they have problems. */
async function addUp(
  sources: RawSources | undefined,
  raw: RawOptions,
  services: Services,
  problems: Problems,
): Promise<RawSpend | undefined> {
  if (sources === undefined) return undefined;
  const options = checkOptions(cohortOptions, raw, COHORT_OPTIONS);
  const sums = await loadRaw(sources, raw, options, services, problems, false);
  return sums === undefined ? undefined : spendOf(sums, rulesOf(options));
}

async function readCells(cells: readonly string[], how: ReadOptions, context: ReadContext): Promise<SpendFile> {
  const { CELLS } = await import('../input/cells-kind.ts');
  return readSpend(cells, how, context, CELLS);
}

function withExample(sources: Sources): Sources {
  return sources.example ? { ...sources, costs: ['costs.csv'], spend: ['spend.csv'] } : sources;
}

function currencyOf(currency: string | null): Pick<Loaded, 'currency' | 'currencyReason'> {
  if (currency !== null) return { currency };
  return { currency, currencyReason: 'no file names one; --currency does' };
}

/** How many rows of each file were left out. */
export function skippedRows(inputs: readonly InputSummary[]): Loaded['inputCaveats'] {
  return inputs
    .filter((input) => input.skippedRows > 0)
    .map(({ name, skippedRows: n }) => ({
      code: 'ROWS_SKIPPED',
      message: [
        count(n),
        text(n === 1 ? ` row of ${name} has errors and is` : ` rows of ${name} have errors and are`),
        ' left out (--skip-bad-rows).',
      ],
    }));
}

function uncheckedPersons({ allPersonsChecked }: SpendFile): Loaded['inputCaveats'] {
  if (allPersonsChecked) return [];
  const message = ['Only the first million rows were searched for a person who stands twice in a period.'];
  return [{ code: 'PERSONS_UNCHECKED', message }];
}

/** What was detected in each file, for --verbose; columns that were ignored, for everybody. */
export function remark(inputs: readonly InputSummary[], { note }: Services): void {
  for (const input of inputs) {
    const { name, kind, rows, encoding, delimiter, decimal, dateOrder, sheet, compressed, preambleLines } = input;
    const marks = [
      compressed,
      sheet === undefined ? undefined : `sheet "${sheet}"`,
      encoding,
      delimiter === null ? undefined : `delimiter ${delimiter === '\t' ? 'tab' : delimiter}`,
      decimal === null ? undefined : `decimal ${decimal}`,
      dateOrder === null ? undefined : `dates ${dateOrder}`,
      preambleLines === 0 ? undefined : `${preambleLines} lines before the header`,
    ].filter((mark) => mark !== undefined && mark !== null);
    const how = marks.length === 0 ? '' : ` (${marks.join(', ')})`;
    note(`${name}: ${rows} rows of ${kind}${how}`, 'detail');
    if (input.ignoredColumns.length > 0) note(`${name}: ignored columns ${input.ignoredColumns.join(', ')}`);
  }
}

/** The rows of each cost file by category. */
function costRows({ rows, origins }: Awaited<ReturnType<typeof readCosts>>): Provenance['costs'] {
  const merged = new Map<string, CostRows>();
  rows.forEach(({ category }, i) => {
    const origin = origins[i]!;
    const key = `${origin.file}|${category}`;
    const before = merged.get(key) ?? { ...origin, category, rows: 0 };
    merged.set(key, {
      ...before,
      firstLine: Math.min(before.firstLine, origin.firstLine),
      lastLine: Math.max(before.lastLine, origin.lastLine),
      rows: before.rows + origin.rows,
    });
  });
  return [...merged.values()];
}

/** Looks up the rows of a cohort in a period, its lines added up. */
function spendRows({ cells, origins }: SpendFile): Provenance['spend'] {
  const rows = new Map<string, SpendRow>();
  cells.forEach((cell, i) => {
    const key = `${cell.cohort}|${formatPeriod(cell.period)}`;
    const { file, line } = origins[i]!;
    const before = rows.get(key);
    rows.set(key, {
      where: before === undefined ? `${file}:${line}` : `${before.where}, ${line}`,
      people: cell.people,
      spend: (before?.spend ?? 0) + toNumber(cell.spend),
    });
  });
  return (cohort, period) => rows.get(`${cohort}|${period}`);
}
