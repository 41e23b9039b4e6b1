import { type Unknown, unknown } from '../stats/unknown.ts';
import { firstLabel, runningSum } from './breakeven.ts';
import { known } from './known.ts';
import type { Economics } from './result.ts';
import { periodsPerYear, type Timeline } from './timeline.ts';

/** Yearly rates between which an internal rate of return is looked for. */
const LOWEST_RATE = -0.99;
const HIGHEST_RATE = 100;

/**
 * Net present value, internal rate of return and payback of cash flows, one per period. The first period is today;
 * each later one is discounted by `(1 + rate)^(periods / periods per year)`, as a spreadsheet's XNPV does.
 */
export function economics(cashFlows: readonly number[], time: Timeline, discountRate: number): Economics {
  const years = 1 / periodsPerYear(time.unit);
  const discounted = cashFlows.map((flow, at) => flow / (1 + discountRate) ** (at * years));
  const npv = discounted.reduce((sum, flow) => sum + flow, 0);
  return {
    discountRate,
    npv,
    ...known('irr', internalRate(cashFlows, years)),
    ...known('payback', firstLabel(time, runningSum(cashFlows), 'the cash paid out is not back by the last period')),
    ...known('discountedPayback', firstLabel(time, runningSum(discounted), 'not within these periods at this rate')),
  };
}

/** The only yearly rate at which the flows are worth nothing. */
function internalRate(flows: readonly number[], years: number): number | Unknown {
  if (!flows.some((flow) => flow > 0)) return unknown('no period brought in more than it paid out');
  if (!flows.some((flow) => flow < 0)) return unknown('no period paid out more than it brought in');
  const worth = (rate: number) => flows.reduce((sum, flow, at) => sum + flow / (1 + rate) ** (at * years), 0);
  const rates = rateGrid();
  const roots: number[] = [];
  for (let i = 1; i < rates.length; i++) {
    const [low, high] = [rates[i - 1]!, rates[i]!];
    if (worth(low) * worth(high) < 0) roots.push(bisect(worth, low, high));
    else if (worth(high) === 0) roots.push(high);
  }
  if (roots.length === 1) return roots[0]!;
  if (roots.length > 1) return unknown(`${roots.length} rates would do: the cash flow changes sign more than once`);
  return unknown('no rate between −99% and 10,000% a year brings the cash flow to nothing');
}

/** Evenly spaced in the logarithm of 1 + rate, which is how a rate acts. */
function rateGrid(): number[] {
  const [from, to, steps] = [Math.log1p(LOWEST_RATE), Math.log1p(HIGHEST_RATE), 4000];
  return Array.from({ length: steps + 1 }, (_, i) => Math.expm1(from + ((to - from) * i) / steps));
}

function bisect(f: (x: number) => number, low: number, high: number): number {
  let [a, b] = [low, high];
  const rising = f(a) < 0;
  for (let i = 0; i < 200 && b - a > 1e-15 * (1 + Math.abs(a)); i++) {
    const middle = (a + b) / 2;
    if (f(middle) < 0 === rising) a = middle;
    else b = middle;
  }
  return (a + b) / 2;
}
