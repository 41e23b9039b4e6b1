import type { Cohort } from '../../core/cohort.ts';
import type { RoiResult } from '../../core/result.ts';
import { count, period } from '../cells.ts';
import type { Block, Phrase } from '../report.ts';
import { cents, derivation, type Explanation, type Fact, facts, formulaBlocks, meanFact } from './parts.ts';

/** The uplift of each cohort in the last period with spending. */
export const explainUplift: Explanation = (result, from) => {
  const last = result.periods.findLast((row) => row.drift !== null);
  if (last === undefined) return [facts({ label: 'uplift', value: ['unknown: the window has no spending'] })];
  const { baseline } = result;
  const blocks: Block[] = [];
  const rows: Fact[] = [];
  for (const [cohort, figures] of Object.entries(last.cohorts)) {
    rows.push(meanFact(from, cohort as Cohort, last.period));
    const left = `uplift(${cohort}, ${last.period})`;
    if (figures.spendPerPerson === null || figures.uplift === null) {
      blocks.push(derivation(left, ['unknown: the cohort has nobody']));
      continue;
    }
    blocks.push(
      derivation(
        left,
        [`m(${cohort}, ${last.period}) − m(newcomer, baseline) − drift(${last.period})`],
        [cents(figures.spendPerPerson), ' − ', cents(baseline.newcomer), ' − ', ...inBrackets(last.drift ?? 0)],
        [cents(figures.uplift)],
      ),
    );
  }
  return [...blocks, facts(...rows, ...baselineFacts(result, from), driftFact(result, last.period))];
};

export const explainBaseline: Explanation = (result, from) => {
  const { newcomer, nonMember, gap, period: label } = result.baseline;
  return [
    ...formulaBlocks('baseline'),
    derivation(`gap(${label})`, ['newcomer − non-member'], [cents(newcomer), ' − ', cents(nonMember)], [cents(gap)]),
    facts(...baselineFacts(result, from)),
  ];
};

export const explainDrift: Explanation = (result, from) => {
  const last = result.periods.findLast((row) => row.drift !== null);
  if (last === undefined) return [facts({ label: 'drift', value: ['unknown: the window has no spending'] })];
  const now = (last.drift ?? 0) + result.baseline.nonMember;
  return [
    derivation(
      `drift(${last.period})`,
      [`m(non_member, ${last.period}) − m(non_member, ${result.baseline.period})`],
      [cents(now), ' − ', cents(result.baseline.nonMember)],
      [cents(last.drift ?? 0)],
    ),
    facts(meanFact(from, 'non_member', last.period)),
  ];
};

export const explainRetention: Explanation = ({ retention, retentionReason, returnsBySource }) => {
  if (retention === null) return [facts({ label: 'retention', value: [`unknown: ${retentionReason}`] })];
  const uplift = (returnsBySource['active'] ?? 0) + (returnsBySource['lurker'] ?? 0);
  return [
    ...formulaBlocks('retention'),
    derivation(
      'uplift',
      ['customers who stayed + spending of each who stayed'],
      [cents(retention.retention), ' + ', ...inBrackets(retention.spendPerRetained)],
      [cents(uplift)],
    ),
  ];
};

export const explainParallelTrends: Explanation = ({ parallelTrends }) => {
  const { periods, change, changeReason, interval } = parallelTrends;
  const rows = periods.map((row) => [period(row.period), count(row.gap, 'nobody was new', 2)]);
  const moved: Phrase = change === null ? [`unknown: ${changeReason}`] : [cents(change)];
  const range: Phrase =
    interval === null ? [] : ['   95% interval ', cents(interval.change[0]), ' to ', cents(interval.change[1])];
  return [
    ...formulaBlocks('parallel-trends'),
    {
      kind: 'table',
      columns: [
        { header: 'Period', align: 'left', priority: 1 },
        { header: 'Gap', align: 'right', priority: 1 },
      ],
      rows,
    },
    facts({ label: 'fitted change', value: [...moved, ...range] }),
  ];
};

function baselineFacts({ baseline }: RoiResult, from: Parameters<Explanation>[1]): Fact[] {
  const single = from.spend('newcomer', baseline.period);
  if (single !== undefined) {
    return [meanFact(from, 'newcomer', baseline.period), meanFact(from, 'non_member', baseline.period)];
  }
  const weighted = ', weighted by newcomers';
  return [
    { label: `m(newcomer, ${baseline.period})`, value: [cents(baseline.newcomer), weighted] },
    { label: `m(non_member, ${baseline.period})`, value: [cents(baseline.nonMember), weighted] },
  ];
}

function driftFact({ periods }: RoiResult, at: string): Fact {
  const drift = periods.find((row) => row.period === at)?.drift ?? 0;
  return { label: `drift(${at})`, value: [cents(drift), '   see --explain drift'] };
}

/** A number in brackets where it is below zero, so that two signs do not meet. */
function inBrackets(value: number): Phrase {
  return value < 0 ? ['(', cents(value), ')'] : [cents(value)];
}
