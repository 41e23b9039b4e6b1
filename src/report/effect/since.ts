import type { SinceJoining } from '../../core/effect/result.ts';
import { count, range, text, unknown } from '../cells.ts';
import { right } from '../outcomes/columns.ts';
import { differenceCell, type Measure } from '../outcomes/measure.ts';
import type { Block, Cell, Phrase } from '../report.ts';
import { type EffectFacts, effectMeasure } from './facts.ts';

/** What goes with joining by periods since, as a curve with its band and as a table. */
export function sinceSection(facts: EffectFacts): Block {
  const { sinceJoining, unit, bandCritical } = facts.result;
  const measure = effectMeasure(facts);
  const rows = sinceJoining.map((own) => [
    sinceCell(own.since),
    count(own.people),
    differenceCell(measure, own.value, own.valueReason),
    rangeCell(measure, own.interval, own.intervalReason),
    rangeCell(measure, own.band, own.intervalReason),
  ]);
  const columns = [
    right(`${unit === 'month' ? 'Months' : unit === 'quarter' ? 'Quarters' : 'Years'} since`, 1),
    right('People', 3),
    right('Beyond others', 1),
    right('95% interval', 2),
    right('95% band', 3),
  ];
  const note: Phrase = [
    `before joining the change from each ${unit} to the next; from then on, the change since the last ${unit} before`,
    ...(bandCritical === null
      ? []
      : [text('; the band holds all of them at once ('), count(bandCritical, '', 2), ' standard errors)']),
  ];
  return {
    kind: 'section',
    id: 'since-joining',
    title: 'Since joining',
    note,
    blocks: [...chart(facts, measure), { kind: 'table', columns, rows }],
  };
}

function chart({ result }: EffectFacts, measure: Measure): Block[] {
  const { sinceJoining, unit } = result;
  if (sinceJoining.length < 2) return [];
  const values = (of: (own: SinceJoining) => number | null) => sinceJoining.map(of);
  return [
    {
      kind: 'chart',
      description: `What members changed by beyond those who had not joined, by ${unit}s since joining, with a band that holds all ${unit}s at once`,
      yLabel: `Beyond others, by ${unit}s since joining`,
      measure: measure.kind,
      x: sinceJoining.map(({ since }) => sinceText(since)),
      series: [
        {
          name: 'members',
          values: values(({ value }) => value),
          low: values(({ band }) => band?.[0] ?? null),
          high: values(({ band }) => band?.[1] ?? null),
        },
      ],
    },
  ];
}

const sinceText = (since: number) => (since > 0 ? `+${since}` : since < 0 ? `−${-since}` : '0');

/** Periods since joining, with their sign. */
export const sinceCell = (since: number): Cell => text(sinceText(since));

/** An interval in the measure of the report. */
export function rangeCell(measure: Measure, interval: readonly [number, number] | null, reason = ''): Cell {
  if (interval === null) return unknown(reason);
  return range(differenceCell(measure, interval[0]), differenceCell(measure, interval[1]));
}
