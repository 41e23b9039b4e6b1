import { count, period, text } from '../cells.ts';
import { matchData } from '../cohorts/match.ts';
import { memberData } from '../outcomes/envelope.ts';
import type { Worded } from '../outcomes/facts.ts';
import { caveatSection } from '../outcomes/report.ts';
import type { Block, Report } from '../report.ts';
import { effectCaveats } from './caveats.ts';
import type { EffectFacts } from './facts.ts';
import { effectRows } from './rows.ts';
import { sinceSection } from './since.ts';
import { cellSection, joiningSection, periodSection, summarySection } from './tables.ts';
import { trendSection } from './trends.ts';
import { effectVerdictBlock } from './verdict.ts';

/** The report of `effect`: what goes with joining, for people who joined at different times. */
export function effectReport(facts: EffectFacts): Report {
  const { result, currency } = facts;
  const caveats = effectCaveats(facts);
  return {
    kind: 'effect',
    passed: true,
    currency,
    data: effectData(facts, caveats),
    blocks: [
      title(facts),
      effectVerdictBlock(facts),
      sinceSection(facts),
      summarySection(facts),
      trendSection(facts),
      joiningSection(facts),
      periodSection(facts),
      ...(facts.withCells ? [cellSection(facts)] : []),
      ...caveatSection(caveats),
      HINTS,
    ],
    table: effectRows(result),
  };
}

function effectData(facts: EffectFacts, caveats: readonly Worded[]): unknown {
  const { result, outcome, minPeople, leftOut, match } = facts;
  const { window, unit, ...figures } = result;
  const shown = { outcome, unit, window, ...figures, leftOut };
  const fit = match === undefined ? {} : { match: matchData(match) };
  return memberData({ ...shown, ...fit }, { minPeople }, caveats, facts);
}

function title({ result, currency }: EffectFacts): Block {
  const { window, people } = result;
  return {
    kind: 'title',
    text: [
      ...["Members' side · joining · ", period(window.from), ' to ', period(window.to)],
      ...(currency === null ? [] : [' · ', text(currency)]),
      ...[' · ', count(people.joined), ' joined, ', count(people.neverJoined), ' did not'],
    ],
  };
}

const HINTS: Block = {
  kind: 'hints',
  hints: [{ label: 'Every cohort in every period', command: '--section cells' }],
};
