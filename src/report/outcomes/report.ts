import { period, text } from '../cells.ts';
import type { Block, Phrase, Report } from '../report.ts';
import { outcomeCaveats } from './caveats.ts';
import { countSection } from './counts.ts';
import { memberData } from './envelope.ts';
import type { OutcomesFacts, Worded } from './facts.ts';
import { breakdownSections, cohortSection, levelSection } from './groups.ts';
import { rateSection } from './rates.ts';
import { outcomeRows } from './rows.ts';
import { sentenceSection, verdictBlock } from './sentences.ts';
import { outcomeSection } from './tables.ts';
import { testSection } from './tests.ts';
import { sidesPhrase } from './words.ts';

/** The report of `outcomes`: what members have, or changed by, beyond non-members. */
export function outcomesReport(facts: OutcomesFacts): Report {
  const { result, currency } = facts;
  const caveats = outcomeCaveats(facts);
  return {
    kind: 'outcomes',
    passed: true,
    currency,
    data: outcomesData(facts, caveats),
    blocks: [
      title(facts),
      verdictBlock(result),
      ...(result.outcomes.length === 0 ? [] : [outcomeSection(result), sentenceSection(result)]),
      ...levelSection(result),
      ...rateSection(result),
      ...cohortSection(result),
      ...breakdownSections(result),
      ...testSection(result),
      ...countSection(result),
      ...caveatSection(caveats),
    ],
    table: outcomeRows(result),
  };
}

function title({ result: { outcomes, periods, people }, currency }: OutcomesFacts): Block {
  const changes = outcomes.filter(({ estimate }) => estimate === 'change');
  const shown = changes.length > 0 ? changes : outcomes.slice(0, 1);
  const seen = periods.filter((own) => shown.some(({ from, to }) => own === from || own === to));
  const [from, to] = [seen[0] ?? periods[0] ?? null, seen.at(-1) ?? periods.at(-1) ?? null];
  const span: Phrase =
    to === null ? [] : [' · ', ...(from === null || from === to ? [] : [period(from), ' to ']), period(to)];
  return {
    kind: 'title',
    text: [
      ...["Members' side · outcomes", ...span, ...(currency === null ? [] : [' · ', text(currency)])],
      ...[' · ', ...sidesPhrase(people)],
    ],
  };
}

function outcomesData(facts: OutcomesFacts, caveats: readonly Worded[]): unknown {
  const { minPeople, winsorize = null, by, within } = facts.method;
  return memberData(facts.result, { minPeople, winsorize, by, compareWithin: within }, caveats, facts);
}

/** What to know before relying on the figures. */
export function caveatSection(caveats: readonly Worded[]): Block[] {
  if (caveats.length === 0) return [];
  return [{ kind: 'section', id: 'caveats', title: 'Caveats', blocks: [{ kind: 'caveats', caveats }] }];
}
