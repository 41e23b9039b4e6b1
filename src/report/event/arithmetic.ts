import type { EventResult, WindowLevels } from '../../core/event/result.ts';
import { differenceCell, type Measure, valueCell } from '../outcomes/measure.ts';
import type { Block, Phrase } from '../report.ts';
import { changeCell } from './measure.ts';

/** The change and the placebo with their numbers put in. */
export function arithmeticSection({ pooled, windows }: EventResult, measure: Measure): Block[] {
  const { levels, change, placebo } = pooled;
  if (levels === null || change === null) return [];
  const step = (side: WindowLevels, from: 'placebo' | 'before', to: 'before' | 'after'): Phrase => [
    ...['(', valueCell(measure, side[to]), ' − ', valueCell(measure, side[from]), ')'],
  ];
  const moved = (side: WindowLevels, from: 'placebo' | 'before', to: 'before' | 'after'): Phrase => [
    ...['(', differenceCell(measure, side[to] - (side[from] ?? 0)), ')'],
  ];
  const lines = (from: 'placebo' | 'before', to: 'before' | 'after', answer: Phrase): Phrase[] => [
    [`(${to} − ${from === 'placebo' ? 'earlier' : from}) of attendees − the same of those who never attended`],
    [...step(levels.attendees, from, to), ' − ', ...step(levels.neverAttended, from, to)],
    [...moved(levels.attendees, from, to), ' − ', ...moved(levels.neverAttended, from, to)],
    answer,
  ];
  const earlier: Block[] =
    placebo === null
      ? []
      : [{ kind: 'derivation', left: 'placebo', lines: lines('placebo', 'before', [changeCell(measure, placebo)]) }];
  return [
    {
      kind: 'section',
      id: 'arithmetic',
      title: 'Arithmetic',
      note: [
        `means of ${windows.days} days; each date counts by its attendees; intervals: delete-a-group jackknife over people`,
      ],
      blocks: [
        { kind: 'derivation', left: 'difference', lines: lines('before', 'after', [changeCell(measure, change)]) },
        ...earlier,
      ],
    },
  ];
}
