import type { RoiOptions } from '../../core/input.ts';
import type { RoiResult } from '../../core/result.ts';
import type { Sensitivity } from '../../core/sensitivity.ts';
import { caveatPhrase } from '../caveats.ts';
import { count, period, text } from '../cells.ts';
import { phraseText } from '../format.ts';
import type { Block, Phrase, Report } from '../report.ts';
import { type ScenarioColumn, scenarioData, scenarioSection } from '../sensitivity/scenarios.ts';
import { sensitivitySection } from '../sensitivity/tornado.ts';
import { verdictBlock } from '../verdict.ts';
import { costSection } from './costs.ts';
import { memberSection, memberSideSection, yardstickSection } from './members.ts';
import { methodData } from './method.ts';
import { returnSection } from './returns.ts';
import { periodRows } from './rows.ts';
import { breakEvenSection, periodSection, trendSection, yearSection } from './time.ts';

export interface CalcFacts {
  readonly result: RoiResult;
  /** What the figures rest on. */
  readonly method: RoiOptions;
  readonly sensitivity?: Sensitivity;
  readonly scenarios?: readonly ScenarioColumn[];
  readonly currency: string | null;
  readonly currencyReason?: string;
  /** What was read: `inputs` of the JSON. */
  readonly inputs: readonly unknown[];
  /** Caveats about the input rather than the figures. */
  readonly inputCaveats: readonly { readonly code: string; readonly message: Phrase }[];
  /** Whether the period table is part of the report. */
  readonly byPeriod: boolean;
}

/** The report of `calc`: the JSON contract and the blocks that people read. */
export function calcReport(facts: CalcFacts): Report {
  const { result, currency } = facts;
  const caveats = [
    ...facts.inputCaveats,
    ...result.caveats.map((caveat) => ({ code: caveat.code, message: caveatPhrase(caveat, result.unit) })),
  ];
  return {
    kind: 'calc',
    passed: true,
    currency,
    data: calcData(facts, caveats),
    blocks: [title(facts), verdictBlock(result), ...sections(facts), caveatSection(caveats), HINTS],
    table: periodRows(result),
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
    options: methodData(method, result),
    ...(sensitivity === undefined ? {} : { sensitivity }),
    ...(scenarios === undefined ? {} : { scenarios: scenarios.map(scenarioData) }),
    caveats: caveats.map(({ code, message }) => ({ code, message: phraseText(message, plain) })),
    inputs,
  };
}

function title({ result, currency }: CalcFacts): Block {
  const { window } = result;
  const active = result.periods.findLast((row) => row.cohorts.active !== undefined)?.cohorts.active?.people;
  return {
    kind: 'title',
    text: [
      'Community ROI · ',
      period(window.from),
      ...(window.from === window.to ? [] : [' to ', period(window.to)]),
      ...(currency === null ? [] : [' · ', text(currency)]),
      ...(active === undefined ? [] : [' · ', count(active), ' active members']),
    ],
  };
}

function sections({ result, byPeriod, sensitivity, scenarios }: CalcFacts): Block[] {
  return [
    returnSection(result),
    costSection(result),
    yearSection(result),
    ...(byPeriod ? [periodSection(result)] : []),
    trendSection(result),
    breakEvenSection(result),
    ...(sensitivity === undefined ? [] : [sensitivitySection(sensitivity)]),
    ...(scenarios === undefined ? [] : [scenarioSection(result, scenarios)]),
    memberSection(result),
    memberSideSection(),
    yardstickSection(result),
  ];
}

function caveatSection(caveats: readonly Worded[]): Block {
  return { kind: 'section', id: 'caveats', title: 'Caveats', blocks: [{ kind: 'caveats', caveats }] };
}

const HINTS: Block = {
  kind: 'hints',
  hints: [
    { label: 'Show the arithmetic', command: '--explain roi' },
    { label: 'Save', command: '-o report.md' },
  ],
};
