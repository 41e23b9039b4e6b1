import { percent, signedPercent, text } from '../report/cells.ts';
import type { Cell, Phrase } from '../report/report.ts';
import type { Threshold } from '../schema/option-values.ts';
import { unknownMetric } from './metrics.ts';

/** Short names for the figures that are asked for most. */
const SHORT: Readonly<Record<string, string>> = {
  roi: 'totals.roi',
  return: 'totals.return',
  cost: 'totals.cost',
  profit: 'totals.profit',
};

/** Which thresholds the result misses, in words. A figure that is unknown does not pass. */
export function missed(thresholds: readonly Threshold[], result: object): Phrase[] {
  return thresholds.flatMap(({ metric, least, text: typed }): Phrase[] => {
    const path = SHORT[metric] ?? metric;
    const [value, reason] = lookUp(result, path, metric);
    const asked: Phrase = [text(` (--fail-under ${typed})`)];
    if (value === null) return [[text(`${metric} is unknown: ${reason}`), ...asked]];
    if (value >= least) return [];
    return [[text(`${metric} is `), shown(path, value), ', below ', shown(path, least), ...asked]];
  });
}

function shown(path: string, value: number): Cell {
  if (/roi|irr/i.test(path)) return value < 0 ? percent(value) : signedPercent(value);
  return { kind: 'money', amount: value, cents: true };
}

/** The number at a dotted path; null with the reason beside it where it is unknown. */
function lookUp(result: object, path: string, metric: string): [number | null, string] {
  const keys = path.split('.');
  let at: unknown = result;
  let reason = 'it is not in this report';
  for (const key of keys) {
    if (at === null) return [null, reason];
    if (typeof at !== 'object' || !Object.hasOwn(at, key)) throw unknownMetric(metric, known(result));
    const parent = at as Record<string, unknown>;
    reason = String(parent[`${key}Reason`] ?? parent['reason'] ?? reason);
    at = parent[key];
  }
  if (at !== null && typeof at !== 'number') throw unknownMetric(metric, known(result));
  return [at, reason];
}

/** Every path that leads to a number, by way of example: those of the whole, not of each period or year. */
function known(result: object): string[] {
  const paths = Object.keys(SHORT);
  for (const part of ['latest12', 'perActiveMember', 'cash'] as const) {
    const value = (result as Record<string, unknown>)[part];
    if (typeof value !== 'object' || value === null) continue;
    for (const [key, field] of Object.entries(value)) if (typeof field === 'number') paths.push(`${part}.${key}`);
  }
  return paths;
}
