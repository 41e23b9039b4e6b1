import { count, text, unknown } from '../cells.ts';
import { right } from '../outcomes/columns.ts';
import { differenceCell, valueCell } from '../outcomes/measure.ts';
import { pCell } from '../outcomes/tests.ts';
import type { Block, Facts, Phrase } from '../report.ts';
import { type EffectFacts, effectMeasure } from './facts.ts';
import { rangeCell, sinceCell } from './since.ts';

/** How far it rests on trends that would have stayed alike: what was seen before joining, and what it would take. */
export function trendSection(facts: EffectFacts): Block {
  const { preTrend, unit } = facts.result;
  const { statistic, df, p, basis, basisReason = '' } = preTrend;
  const test: Phrase =
    statistic === null || df === null
      ? [unknown(basisReason)]
      : [
          ...['p ', pCell(p), ' (χ² = ', count(statistic, '', 2), ' on ', count(df)],
          basis === 'cells' ? ' cells before joining)' : ` ${unit}s before joining)`,
        ];
  return {
    kind: 'section',
    id: 'trends',
    title: 'Parallel trends',
    note: ['what the estimate assumes: without joining, members would have changed as those who had not joined'],
    blocks: [
      { kind: 'facts', facts: [{ label: 'Alike before joining', value: test }, drift(facts), ...limits(facts)] },
      ...bounds(facts),
    ],
  };
}

/** A steady drift before joining, and what it would come to if it went on. */
function drift(facts: EffectFacts): Facts[number] {
  const { preTrend, sensitivity, unit } = facts.result;
  const { value, interval, p, valueReason = '' } = preTrend.drift;
  const label = 'Drift before joining';
  if (value === null) return { label, value: [unknown(valueReason)] };
  const measure = effectMeasure(facts);
  const error: Phrase = interval === null ? [] : [' ', rangeCell(measure, interval), ', p ', pCell(p)];
  const carried: Phrase =
    sensitivity === null
      ? []
      : ['; carried on, it would be ', differenceCell(measure, value * sensitivity.steps), ' of the estimate'];
  return { label, value: [differenceCell(measure, value), ` a ${unit}`, ...error, ...carried] };
}

function limits(facts: EffectFacts): Facts {
  const { sensitivity, sensitivityReason = '', unit } = facts.result;
  if (sensitivity === null) return [{ label: 'Largest change before', value: [unknown(sensitivityReason)] }];
  const { largestBefore, since, breakdown, breakdownInterval } = sensitivity;
  const measure = effectMeasure(facts);
  const least: Phrase =
    breakdownInterval === 0
      ? ['; that of its interval is open already']
      : [', and that of its interval at ', count(breakdownInterval, '', 2)];
  return [
    { label: 'Largest change before', value: [valueCell(measure, largestBefore), ` (${unit} `, sinceCell(since), ')'] },
    { label: 'Sign of the estimate', value: ['lost at ', count(breakdown, '', 2), ' times that', ...least] },
  ];
}

function bounds(facts: EffectFacts): Block[] {
  const { sensitivity, unit } = facts.result;
  if (sensitivity === null) return [];
  const measure = effectMeasure(facts);
  const rows = sensitivity.bounds.map(({ ratio, effect, interval }) => [
    count(ratio, '', 1),
    rangeCell(measure, effect),
    rangeCell(measure, interval),
  ]);
  const columns = [right('Times', 1), right('The estimate lies in', 1), right('Its 95% interval', 2)];
  return [
    {
      kind: 'paragraph',
      text: [text(`Were trends to part, in each ${unit} since joining, by so many times that change:`)],
    },
    { kind: 'table', columns, rows },
  ];
}
