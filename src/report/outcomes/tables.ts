import type { Comparison, OutcomeFigures, OutcomesResult } from '../../core/outcomes/result.ts';
import { blank, count, percent, range, text, unknown } from '../cells.ts';
import type { Block, Cell, Column, Phrase } from '../report.ts';
import { differenceCell, differenceRange, type Measure, measureOf, unitText, valueCell } from './measure.ts';
import { listed, VERDICTS } from './words.ts';

const COLUMNS: readonly Column[] = [
  { header: 'Outcome', align: 'left', priority: 1 },
  { header: 'Members', align: 'right', priority: 3 },
  { header: 'Non-members', align: 'right', priority: 3 },
  { header: 'Difference', align: 'right', priority: 1 },
  { header: '95% interval', align: 'right', priority: 2 },
  { header: 'Verdict', align: 'left', priority: 4 },
];

/** Every outcome, with a second row where extreme values are pulled in, and a third among people who are alike. */
export function outcomeSection({ outcomes }: OutcomesResult): Block {
  const rows = outcomes.flatMap((own) => {
    const measure = measureOf(own);
    return [mainRow(own, measure), ...winsorizedRow(own, measure), ...withinRow(own, measure)];
  });
  const blocks: Block[] = [{ kind: 'table', columns: COLUMNS, rows }, ...strata(outcomes), ...caps(outcomes)];
  return { kind: 'section', id: 'outcomes', title: 'Outcomes', note: note(outcomes), blocks };
}

function note(outcomes: readonly OutcomeFigures[]): Phrase {
  const isChange = outcomes.some(({ estimate }) => estimate === 'change');
  const rates = outcomes.some(({ kind }) => kind === 'rate') ? '; a difference of shares is in percentage points' : '';
  return [
    isChange
      ? `what each side changed by, and the difference${rates}`
      : `members beside non-members, unadjusted${rates}`,
  ];
}

function mainRow(own: OutcomeFigures, measure: Measure): Cell[] {
  const verdict = own.verdict === null ? unknown(own.verdictReason ?? '') : text(VERDICTS[own.verdict]);
  const label = `${own.outcome}${unitText(measure)}${own.estimate === 'change' ? ', change' : ''}`;
  return [text(label), ...comparisonCells(own, measure, own.estimate === 'change'), verdict];
}

/** The two sides, their difference and its interval. */
export function comparisonCells(own: Comparison, measure: Measure, isChange: boolean): Cell[] {
  const side = isChange ? differenceCell : valueCell;
  return [
    side(measure, own.members.value, own.members.valueReason),
    side(measure, own.nonMembers.value, own.nonMembers.valueReason),
    differenceCell(measure, own.difference, own.differenceReason),
    differenceRange(measure, own),
  ];
}

function winsorizedRow({ outcome, winsorized, estimate }: OutcomeFigures, measure: Measure): Cell[][] {
  if (winsorized === null) return [];
  return [[text(`${outcome}, capped`), ...comparisonCells(winsorized, measure, estimate === 'change'), blank]];
}

function withinRow({ outcome, within, withinReason = '' }: OutcomeFigures, measure: Measure): Cell[][] {
  if (within === null) {
    if (!withinReason.startsWith('refused')) return [];
    return [[text(`${outcome}, alike`), blank, blank, unknown(withinReason), blank, blank]];
  }
  const { difference, differenceReason, interval } = within;
  const label = text(`${outcome}, alike`);
  const shown = interval === null ? blank : differenceRange(measure, { interval });
  return [[label, blank, blank, differenceCell(measure, difference, differenceReason), shown, blank]];
}

function strata(outcomes: readonly OutcomeFigures[]): Block[] {
  const facts = outcomes.flatMap(({ outcome, within }) => {
    if (within === null) return [];
    const { columns, strata: counts, members } = within;
    const value: Phrase = [
      text(`in ${listed(columns)}: `),
      count(counts.compared),
      ' strata compared, ',
      count(counts.oneSided),
      ' with members or non-members alone, ',
      count(counts.tooSmall),
      ' with a single one; ',
      count(members.compared),
      ' of ',
      count(members.all),
      ' members',
    ];
    return [{ label: `${outcome}, alike`, value }];
  });
  return facts.length === 0 ? [] : [{ kind: 'facts', facts }];
}

function caps(outcomes: readonly OutcomeFigures[]): Block[] {
  const facts = outcomes.flatMap((own) => {
    const { winsorized } = own;
    if (winsorized === null) return [];
    const measure = measureOf(own);
    const shown = own.estimate === 'change' ? differenceCell : valueCell;
    const [low, high] = winsorized.caps;
    const value: Phrase = [
      ...['to ', range(shown(measure, low), shown(measure, high)), ', the quantiles at '],
      ...[percent(1 - winsorized.share), ' and ', percent(winsorized.share), ' of all; '],
      ...[count(winsorized.capped), ' values lay outside'],
    ];
    return [{ label: `${own.outcome}, capped`, value }];
  });
  return facts.length === 0 ? [] : [{ kind: 'facts', facts }];
}
