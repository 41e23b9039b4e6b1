import type { EffectResult } from '../../core/effect/result.ts';
import { count, counted, period, text } from '../cells.ts';
import { decimalsOf } from '../outcomes/measure.ts';
import type { Block, Cell } from '../report.ts';
import { derivation, type Fact, facts } from './parts.ts';

/** The arithmetic of a figure of `effect`. */
export function explainEffect(id: string, result: EffectResult): readonly Block[] {
  return id === 'trend-limit' ? limit(result) : joining(result);
}

/** A number with as many digits as show three or four. */
const plain = (value: number): Cell => count(value, '', decimalsOf(Math.abs(value)));

/** Each group that joined together counts with its people times its periods. */
function joining({ effect, byJoining, cells, unit }: EffectResult): readonly Block[] {
  const { value, valueReason: reason } = effect;
  if (value === null) return [derivation('effect', [text(`unknown: ${reason}`)])];
  const groups = byJoining.map(({ joined, people, value, valueReason }) => {
    const periods = cells.filter((own) => own.joined === joined && own.since >= 0).length;
    return { joined, people, periods, value, valueReason };
  });
  const weight = groups.reduce((sum, { people, periods }) => sum + people * periods, 0);
  const lines = groups.map(({ joined, people, periods, value: mean, valueReason = '' }): Fact => {
    const times = [...counted(people, 'person', 'people'), ' × ', ...counted(periods, unit, `${unit}s`)];
    const rest =
      mean === null ? [text(` (${valueReason})`)] : [' × ', plain(mean), ' = ', plain(people * periods * mean)];
    return { label: `joined ${joined}`, value: [...times, ...rest] };
  });
  const interval = effect.interval;
  return [
    derivation(
      'effect',
      ['Σ n(g) · effect(g, t) ÷ Σ n(g)'],
      [plain(value * weight), ' ÷ ', count(weight)],
      [plain(value)],
    ),
    facts(
      ...lines,
      ...(interval === null
        ? []
        : [{ label: '95% interval', value: [plain(interval[0]), ' to ', plain(interval[1])] }]),
    ),
  ];
}

function limit({
  effect,
  sensitivity,
  sensitivityReason = '',
  preTrend,
  unit,
  window,
}: EffectResult): readonly Block[] {
  if (sensitivity === null) return [derivation('limit', [text(`unknown: ${sensitivityReason}`)])];
  const { largestBefore, since, steps, breakdown, breakdownInterval } = sensitivity;
  const passed =
    preTrend.passed === null ? 'not tested' : preTrend.passed ? 'no difference found' : 'a difference found';
  return [
    derivation(
      'limit',
      ['|effect| ÷ (v · H)'],
      [plain(Math.abs(effect.value ?? 0)), ' ÷ (', plain(largestBefore), ' × ', count(steps, '', 3), ')'],
      [count(breakdown, '', 2)],
    ),
    facts(
      { label: 'v', value: [plain(largestBefore), `, ${-since} ${unit}${since === -1 ? '' : 's'} before joining`] },
      { label: 'H', value: [count(steps, '', 3), ` ${unit}s`] },
      { label: 'limit of the interval', value: [count(breakdownInterval, '', 2)] },
      { label: 'before joining', value: [text(passed)] },
      { label: 'window', value: [period(window.from), ' to ', period(window.to)] },
    ),
  ];
}
