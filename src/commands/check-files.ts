import { calculateRoi } from '../core/calculate.ts';
import { CalculationError } from '../core/fault.ts';
import { checkFile } from '../engine/check-rows.ts';
import type { EngineContext } from '../engine/engine.ts';
import type { Problems } from '../errors/problem.ts';
import { readCosts } from '../input/costs.ts';
import { agreeCurrency } from '../input/currency.ts';
import { eachSource } from '../input/each-source.ts';
import type { AnyKind } from '../input/kind.ts';
import { type KnownKind, kindOfFile } from '../input/kind-of-file.ts';
import { readMemberLedger, readRecognition } from '../input/members/read.ts';
import { readIncidents } from '../input/outcomes/incidents.ts';
import { readLevels } from '../input/outcomes/levels.ts';
import { readOutcomes } from '../input/outcomes/outcomes.ts';
import { outcomeSpec } from '../input/outcomes/spec.ts';
import { readPanel } from '../input/panel/panel.ts';
import { EVENTS } from '../input/raw/events.ts';
import { ACTIVITY, CUSTOMERS, MEMBERS, TRANSACTIONS } from '../input/raw/kinds.ts';
import type { FilesRead } from '../input/read-file.ts';
import { readReturns } from '../input/returns.ts';
import { readSpend, type SpendFile } from '../input/spend.ts';
import { addFaults } from './faults.ts';

type Reader = (sources: readonly string[], context: EngineContext) => Promise<FilesRead>;

/** Files of raw exports are checked one by one, since they may be large; what they say of their currency is kept. */
const exported =
  <Row>(kind: AnyKind<Row>): Reader =>
  async (sources, context) => {
    const read = await eachSource(sources, context, (source) => checkFile(source, kind, context));
    const currency = agreeCurrency(
      read.map((file) => file.currency),
      context.problems,
    );
    const named = read.map((file) => file.currency).find((found) => found?.code === currency);
    return { inputs: read.flatMap(({ inputs }) => inputs), ...(named === undefined ? {} : { currency: named }) };
  };

/** Every kind with what reads it, in the order in which files are read. */
const READERS: Readonly<Record<KnownKind, Reader>> = {
  costs: (sources, context) => readCosts(sources, context.read, context),
  spend: async (sources, context) => {
    const before = context.problems.total;
    const spend = await readSpend(sources, context.read, context);
    if (context.problems.total === before) addCalculationFaults(spend, context.problems);
    return spend;
  },
  returns: (sources, context) => readReturns(sources, context.read, context),
  members: exported(MEMBERS),
  transactions: exported(TRANSACTIONS),
  activity: exported(ACTIVITY),
  customers: exported(CUSTOMERS),
  events: exported(EVENTS),
  outcomes: (sources, context) => readOutcomes(sources, outcomeSpec({}), context.read, context),
  levels: (sources, context) => readLevels(sources, outcomeSpec({}), context.read, context),
  incidents: (sources, context) => readIncidents(sources, outcomeSpec({}), context.read, context),
  panel: (sources, context) => readPanel(sources, {}, context.read, context),
  member_ledger: (sources, context) => readMemberLedger(sources, context.read, context),
  recognition: (sources, context) => readRecognition(sources, context.read, context),
};

/** Reads files as the commands would that take them, and adds every problem to those of the context. */
export async function checkFiles(
  files: readonly string[],
  as: KnownKind | undefined,
  context: EngineContext,
): Promise<FilesRead['inputs']> {
  const byKind = await sortByKind(files, as, context);
  const read: FilesRead[] = [];
  for (const [kind, readKind] of Object.entries(READERS)) {
    const own = byKind.get(kind as KnownKind);
    if (own !== undefined) read.push(await readKind(own, context));
  }
  agreeCurrency(
    read.map(({ currency }) => currency),
    context.problems,
  );
  return read.flatMap(({ inputs }) => inputs);
}

async function sortByKind(
  files: readonly string[],
  as: KnownKind | undefined,
  context: EngineContext,
): Promise<ReadonlyMap<KnownKind, readonly string[]>> {
  if (as !== undefined) return new Map([[as, files]]);
  const byKind = new Map<KnownKind, string[]>();
  await eachSource(files, context, async (source) => {
    const kind = await kindOfFile(source, context.read, context);
    byKind.set(kind, [...(byKind.get(kind) ?? []), source.name]);
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
