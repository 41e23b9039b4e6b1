import type { EventResult } from '../../core/event/result.ts';
import { count } from '../cells.ts';
import { phraseText } from '../format.ts';
import type { Measure } from '../outcomes/measure.ts';
import type { Block, Lines } from '../report.ts';

const PLAIN = { locale: 'en-US', currency: null, ascii: false } as const;

/** The days or weeks before and after the event as a chart, with its band. */
export function courseSection({ course: { unit, points }, windows: { days } }: EventResult, measure: Measure): Block[] {
  if (points.length === 0) return [];
  const step = points[0]!.to - points[0]!.from + 1;
  const lines: Lines = {
    description: `What attendees have each ${unit} beyond people who never attended, less what that was in the ${days} days before the event, with 95% intervals`,
    yLabel: `each ${unit}`,
    measure: measure.kind,
    x: points.map(({ from }) => phraseText([count(from / step)], PLAIN)),
    xLabel: `${unit}s from the event`,
    series: [
      {
        name: 'difference',
        values: points.map(({ difference }) => difference),
        low: points.map(({ interval }) => interval?.[0] ?? null),
        high: points.map(({ interval }) => interval?.[1] ?? null),
      },
    ],
    markers: [{ x: phraseText([count(0)], PLAIN), label: 'event' }],
  };
  return [
    {
      kind: 'section',
      id: 'course',
      title: 'Before and after',
      note: [
        `by ${unit} from the event, which is in ${unit} 0: attendees beyond those who never attended; 0 is the mean of the ${days} days before`,
      ],
      blocks: [{ kind: 'chart', ...lines }],
    },
  ];
}
