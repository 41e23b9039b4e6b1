import type { RoiInput } from '../core/input.ts';
import { calculateMemberSide, ledgerRowsOutside } from '../core/members/calculate.ts';
import type { MoneyOutcome } from '../core/members/input.ts';
import { calculateOutcomes } from '../core/outcomes/calculate.ts';
import { DEFAULT_MIN_PEOPLE, MEMBERS } from '../core/outcomes/options.ts';
import type { OutcomesResult } from '../core/outcomes/result.ts';
import { parsePeriod } from '../core/period.ts';
import type { RoiResult } from '../core/result.ts';
import type { SpendCell } from '../core/rows.ts';
import * as says from '../errors/member-ledger.ts';
import { MEMBER_LEDGER, RECOGNITION } from '../input/members/kinds.ts';
import { readMemberLedger, readRecognition } from '../input/members/read.ts';
import type { ReadContext } from '../input/options.ts';
import { type FoundOutcome, type OutcomesFile, readOutcomes } from '../input/outcomes/outcomes.ts';
import { type OutcomeSpec, outcomeSpec } from '../input/outcomes/spec.ts';
import type { FilesRead } from '../input/read-file.ts';
import { closest, fold } from '../input/spelling.ts';
import { explainedReport } from '../report/explain/explain.ts';
import { explainMembers } from '../report/explain/members.ts';
import type { GlossaryEntry } from '../report/glossary.ts';
import type { MemberFacts, MemberPart } from '../report/members/facts.ts';
import { memberPart } from '../report/members/part.ts';
import type { Report } from '../report/report.ts';
import { type MemberLedgerOptions, type MoneyChoice, memberLedgerOptions } from '../schema/member-ledger-options.ts';
import type { RawOptions } from './command.ts';
import { MEMBER_LEDGER_OPTIONS } from './member-ledger-options.ts';
import { assertNamed, assertOnce, directionOf, memberReadOptions, namesOf } from './member-options.ts';
import { checkOptions } from './options.ts';
import { addMissingSides } from './outcome-sides.ts';
import { listOf } from './raw-files.ts';

/** The members' side of `calc`: files to read with those of the business, and what is computed from them beside its result. */
export interface MemberSideJob {
  readonly sources: readonly string[];
  /** What is wrong goes into the problems of the context. */
  read(context: ReadContext): Promise<readonly FilesRead[]>;
  /** After `read`, where there were no problems, as all below. */
  part(result: RoiResult, rows: Pick<RoiInput, 'spend'>): MemberPart;
  /** Undefined where the entry is one of the business. */
  explain(entry: GlossaryEntry, result: RoiResult, loaded: Explained): Report | undefined;
}

interface Explained {
  readonly rows: Pick<RoiInput, 'spend'>;
  readonly currency: string | null;
}

type Read = Readonly<{
  outcomes?: OutcomesFile;
  ledger: Awaited<ReturnType<typeof readMemberLedger>>;
  recognition: Awaited<ReturnType<typeof readRecognition>>;
}>;

/** Checks what the user asked for, before a file is read. */
export async function memberSideJob(raw: RawOptions, currency: string | undefined): Promise<MemberSideJob> {
  const options = checkOptions(memberLedgerOptions, raw, MEMBER_LEDGER_OPTIONS);
  const files = {
    outcomes: listOf(raw, 'outcomes'),
    ledger: listOf(raw, 'memberLedger'),
    recognition: listOf(raw, 'recognition'),
  };
  if (files.outcomes.length === 0 && options.money !== undefined) throw says.outcomesAsked('--money');
  const spec = specOf(options);
  const how = await memberReadOptions(raw, currency, {
    member_ledger: MEMBER_LEDGER.columns,
    recognition: RECOGNITION.columns,
  });
  let read: Read | undefined;
  const factsWith = (result: RoiResult, { spend }: Pick<RoiInput, 'spend'>) =>
    factsOf(read!, options, spec, result, spend, files.recognition.length > 0);
  return {
    sources: Object.values(files).flat(),
    async read(context) {
      const outcomes = files.outcomes.length === 0 ? undefined : await readOutcomes(files.outcomes, spec, how, context);
      if (outcomes !== undefined && context.problems.total === 0) checkOutcomes(outcomes, options, context);
      const ledger = await readMemberLedger(files.ledger, how, context);
      const recognition = await readRecognition(files.recognition, how, context);
      for (const kind of ['hours', 'fees'] as const) {
        if (options[kind] !== undefined && ledger.rows.some((row) => row.kind === kind)) throw says.givenTwice(kind);
      }
      read = { ...(outcomes === undefined ? {} : { outcomes }), ledger, recognition };
      return [...(outcomes === undefined ? [] : [outcomes]), ledger, recognition];
    },
    part: (result, rows) => memberPart(factsWith(result, rows), result),
    explain(entry, result, { rows, currency: shown }) {
      const blocks = explainMembers(entry.id, factsWith(result, rows).side, result);
      return blocks === undefined ? undefined : explainedReport(entry, blocks, shown);
    },
  };
}

function specOf({ higher, lower, count, outcome }: MemberLedgerOptions): OutcomeSpec {
  const spec = outcomeSpec({
    higher: namesOf(higher),
    lower: namesOf(lower),
    count: namesOf(count),
    only: namesOf(outcome),
  });
  assertOnce({ '--higher': spec.higher, '--lower': spec.lower, '--count': spec.count });
  return spec;
}

function checkOutcomes(file: OutcomesFile, options: MemberLedgerOptions, { problems }: ReadContext): void {
  assertNamed(file.unknown, file.columns);
  if (file.outcomes.length > 0) addMissingSides(file, options.cohort ?? MEMBERS, problems);
}

function factsOf(
  { outcomes: file, ledger, recognition }: Read,
  options: MemberLedgerOptions,
  spec: OutcomeSpec,
  business: RoiResult,
  spend: readonly SpendCell[],
  hasRecognition: boolean,
): MemberFacts {
  const outcomes = file === undefined ? undefined : outcomesOf(file, options, spec);
  const money = outcomes === undefined ? [] : moneyOf(options.money ?? [], outcomes);
  const { hours, fees, hourValue, countUnadjusted = false } = options;
  const side = calculateMemberSide({
    business,
    spend,
    ...(outcomes === undefined ? {} : { outcomes }),
    money,
    countUnadjusted,
    rows: ledger.rows,
    rates: { ...(hours === undefined ? {} : { hours }), ...(fees === undefined ? {} : { fees }) },
    ...(hourValue === undefined ? {} : { hourValue }),
    ...(hasRecognition ? { recognition: recognition.rows } : {}),
    minPeople: DEFAULT_MIN_PEOPLE,
  });
  return {
    side,
    ...(outcomes === undefined ? {} : { outcomes: { result: outcomes, ...aboutFile(file!) } }),
    outsideRows: ledgerRowsOutside({ business, rows: ledger.rows }),
    recognitionDated: recognition.rows.some(({ period }) => period !== undefined),
  };
}

function outcomesOf(file: OutcomesFile, options: MemberLedgerOptions, spec: OutcomeSpec): OutcomesResult {
  const outcomes = file.outcomes.map((own) => {
    const isMoney = (options.money ?? []).some(
      ({ outcome, unitValue }) => isCalled(own, outcome) && unitValue === undefined,
    );
    return { ...own, money: own.money || (isMoney && own.kind === 'mean'), direction: directionOf(own, spec) };
  });
  const input = { collected: file.collected, outcomes, counts: file.counts };
  const method = { members: options.cohort ?? MEMBERS, minPeople: DEFAULT_MIN_PEOPLE, by: [], within: [] };
  return calculateOutcomes({ ...input, ...(file.asked === null ? {} : { asked: file.asked }) }, method);
}

function aboutFile({ outcomes, texts, allPersonsChecked }: OutcomesFile) {
  const skippedCells = outcomes.filter(({ skipped }) => skipped > 0).map(({ name, skipped }) => ({ name, skipped }));
  return { skippedCells, texts, allPersonsChecked };
}

const isCalled = ({ name, header }: FoundOutcome, typed: string) =>
  [name, header].some((own) => fold(own) === fold(typed));

/** The outcomes that count as money, with what a unit of each is worth and the time that it covers. */
function moneyOf(choices: readonly MoneyChoice[], { outcomes, periods }: OutcomesResult): MoneyOutcome[] {
  const seen = new Set<string>();
  return choices.map(({ outcome: typed, unitValue, per }) => {
    const figures = outcomes.find(({ outcome }) => fold(outcome) === fold(typed));
    const all = outcomes.map(({ outcome }) => outcome);
    if (figures === undefined) throw says.moneyUnknown(typed, closest(typed, all, 2), all);
    const { outcome, kind, direction, to } = figures;
    if (seen.has(outcome)) throw says.moneyTwice(outcome);
    seen.add(outcome);
    const unit = per ?? parsePeriod(to ?? periods.at(-1) ?? '')?.unit;
    if (unit === undefined) throw says.moneyPer(typed);
    if (kind === 'rate' && unitValue === undefined) throw says.moneyEach(typed, unit);
    if (direction === null) throw says.moneyDirection(typed);
    return { outcome, unitValue: unitValue ?? 1, per: unit };
  });
}
