import type { RoiInput, RoiOptions } from '../../core/input.ts';
import type { RoiResult } from '../../core/result.ts';
import type { Sensitivity } from '../../core/sensitivity.ts';
import { caveatPhrase } from '../caveats.ts';
import { count, period, text } from '../cells.ts';
import { phraseText } from '../format.ts';
import type { MemberPart } from '../members/facts.ts';
import type { Block, Phrase, Report } from '../report.ts';
import { type ScenarioColumn, scenarioData, scenarioSection } from '../sensitivity/scenarios.ts';
import { sensitivitySection } from '../sensitivity/tornado.ts';
import { topic } from '../topics.ts';
import { verdictBlock } from '../verdict.ts';
import type { LedgerFacts, NamedInput } from '../workbook/facts.ts';
import { laterWorkbook } from '../workbook/source.ts';
import { costSection } from './costs.ts';
import { memberSection, memberSideSection, yardstickSection } from './members.ts';
import { methodData } from './method.ts';
import { returnSection } from './returns.ts';
import { periodRows } from './rows.ts';
import { breakEvenSection, periodSection, trendSection, yearSection } from './time.ts';

export interface CalcFacts {
  readonly result: RoiResult;
  /** The rows that it was computed from: a workbook shows them. */
  readonly rows: RoiInput;
  /** What the figures rest on. */
  readonly method: RoiOptions;
  readonly sensitivity?: Sensitivity;
  readonly scenarios?: readonly ScenarioColumn[];
  readonly currency: string | null;
  readonly currencyReason?: string;
  /** What was read: `inputs` of the JSON. */
  readonly inputs: readonly NamedInput[];
  /** Caveats about the input rather than the figures. */
  readonly inputCaveats: readonly { readonly code: string; readonly message: Phrase }[];
  /** The other ledger, where anything is known of it. */
  readonly members?: MemberPart;
  /** Whether the period table is part of the report. */
  readonly byPeriod: boolean;
  /** A cohort of fewer people is not shown. */
  readonly minPeople: number;
}

/** The report of `calc`: the JSON contract and the blocks that people read. */
export function calcReport(facts: CalcFacts): Report {
  const { result, currency } = facts;
  const caveats = [
    ...facts.inputCaveats,
    ...result.caveats.map((caveat) => ({ code: caveat.code, message: caveatPhrase(caveat, result.unit) })),
    ...(facts.members?.caveats ?? []),
  ];
  const verdict = bothVerdicts(facts);
  return {
    kind: 'calc',
    passed: true,
    currency,
    data: calcData(facts, caveats),
    blocks: [title(facts), verdict, ...sections(facts), caveatSection(caveats), HINTS],
    table: periodRows(result),
    workbook: laterWorkbook(ledgers(facts), verdict),
  };
}

type Worded = { readonly code: string; readonly message: Phrase };

function calcData(facts: CalcFacts, caveats: readonly Worded[]): unknown {
  const { result, currency, currencyReason, inputs, method, sensitivity, scenarios } = facts;
  const plain = { locale: 'en-US', currency, ascii: false };
  return {
    currency,
    ...(currencyReason === undefined ? {} : { currencyReason }),
    ...result,
    ...(facts.members === undefined ? { members: null, membersReason: NO_MEMBERS } : { members: facts.members.data }),
    options: methodData(method, result),
    ...(sensitivity === undefined ? {} : { sensitivity }),
    ...(scenarios === undefined ? {} : { scenarios: scenarios.map(scenarioData) }),
    caveats: caveats.map(({ code, message }) => ({ code, message: phraseText(message, plain) })),
    inputs,
  };
}

/** What the workbook is made of: both ledgers. */
function ledgers({ members, ...facts }: CalcFacts): LedgerFacts {
  return members === undefined ? facts : { ...facts, members: members.data };
}

const NO_MEMBERS = 'no file says what members get: --outcomes';

/** The verdict speaks of both sides, where both are known. */
function bothVerdicts({ result, members }: CalcFacts): Block {
  const block = verdictBlock(result);
  if (members === undefined || block.kind !== 'verdict') return block;
  const topics = [...topic('Business', block.details), ...topic('Members', members.details)];
  const figures = [...(block.figures ?? []), ...members.figures];
  return { ...block, lead: [...block.lead, ' ', ...members.lead], details: [], topics, figures };
}

function title({ result, currency, minPeople }: CalcFacts): Block {
  const { window } = result;
  const active = result.periods.findLast((row) => row.cohorts.active !== undefined)?.cohorts.active?.people;
  return {
    kind: 'title',
    text: [
      'Community ROI · ',
      period(window.from),
      ...(window.from === window.to ? [] : [' to ', period(window.to)]),
      ...(currency === null ? [] : [' · ', text(currency)]),
      ...(active === undefined || (active > 0 && active < minPeople) ? [] : [' · ', count(active), ' active members']),
    ],
  };
}

function sections({ result, byPeriod, minPeople, sensitivity, scenarios, members }: CalcFacts): Block[] {
  return [
    returnSection(result, minPeople),
    costSection(result),
    yearSection(result),
    ...(byPeriod ? [periodSection(result)] : []),
    trendSection(result),
    breakEvenSection(result),
    ...(sensitivity === undefined ? [] : [sensitivitySection(sensitivity)]),
    ...(scenarios === undefined ? [] : [scenarioSection(result, scenarios)]),
    memberSection(result),
    ...(members === undefined ? [memberSideSection()] : []),
    yardstickSection(result),
    ...(members?.sections ?? []),
  ];
}

function caveatSection(caveats: readonly Worded[]): Block {
  return { kind: 'section', id: 'caveats', title: 'Caveats', blocks: [{ kind: 'caveats', caveats }] };
}

const HINTS: Block = {
  kind: 'hints',
  hints: [
    { label: 'Show the arithmetic', command: '--explain roi' },
    { label: 'Save', command: '-o report.html' },
  ],
};
