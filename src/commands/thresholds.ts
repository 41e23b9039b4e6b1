import { metricUnknown } from '../errors/usage.ts';
import { text } from '../report/cells.ts';
import { figureAt, figureCell } from '../report/figure-at.ts';
import type { Phrase } from '../report/report.ts';
import type { Threshold } from '../schema/option-values.ts';
import { nearFigures } from './metrics.ts';

/** Which thresholds the figures miss, in words. A figure that is unknown does not pass. */
export function missed(thresholds: readonly Threshold[], data: object): Phrase[] {
  return thresholds.flatMap(({ metric, least, text: typed }): Phrase[] => {
    const figure = figureAt(data, metric);
    if ('near' in figure) throw metricUnknown(metric, nearFigures(metric, figure.near), figure.near);
    const { value, reason, measure } = figure;
    const asked: Phrase = [text(` (--fail-under ${typed})`)];
    if (value === null) return [[text(`${metric} is unknown: ${reason}`), ...asked]];
    if (value >= least) return [];
    return [[text(`${metric} is `), figureCell(value, measure), ', below ', figureCell(least, measure), ...asked]];
  });
}
