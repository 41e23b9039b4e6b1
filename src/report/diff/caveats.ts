import { count, percent, period, price } from '../cells.ts';
import type { Phrase } from '../report.ts';
import { type DiffFacts, units } from './side.ts';

interface DiffCaveat {
  readonly code: string;
  readonly message: Phrase;
}

/** Where the two results rest on different things, so that a part of the movement is that of the method. */
export function diffCaveats({ horizon, old, now }: DiffFacts): DiffCaveat[] {
  return [...aboutWindows(horizon, old.account, now.account), ...aboutMethod(old, now), ...aboutCurrency(old, now)];
}

type Side = DiffFacts['old'];

function aboutWindows(horizon: string, before: Side['account'], after: Side['account']): DiffCaveat[] {
  if (before.unit !== after.unit) {
    const message = `One is by ${before.unit}, the other by ${after.unit}: people and spending are compared by month.`;
    return [{ code: 'UNITS_DIFFER', message: [message] }];
  }
  if (before.periods === after.periods) return [];
  const [first, second] = [units(before.periods, before.unit), units(after.periods, after.unit)];
  const message: Phrase = [
    ...[...first, ' are compared with ', ...second, ': the longer has more volume and more cost.'],
    horizon === 'totals' ? ' --horizon latest12 compares equal lengths.' : '',
  ];
  return [{ code: 'WINDOWS_DIFFER', message }];
}

function aboutMethod(old: Side, now: Side): DiffCaveat[] {
  const caveats = aboutBaselines(old, now);
  const [margin, other] = [old.account.margin, now.account.margin];
  if (margin !== other) {
    const message: Phrase = ['The margin is ', percent(margin), ' in one and ', percent(other), ' in the other.'];
    caveats.push({ code: 'MARGINS_DIFFER', message });
  }
  const [life, otherLife] = [old.result.options?.usefulLifeYears, now.result.options?.usefulLifeYears];
  if (life !== undefined && otherLife !== undefined && life !== otherLife) {
    const message: Phrase = [
      ...['One-off costs without their own life are spread over ', years(life), ' years in one and ', years(otherLife)],
      ' in the other: what that changes counts as cost.',
    ];
    caveats.push({ code: 'LIVES_DIFFER', message });
  }
  return caveats;
}

const years = (life: number) => count(life, '', Number.isInteger(life) ? 0 : 2);

function aboutBaselines({ result: old, account }: Side, { result: now }: Side): DiffCaveat[] {
  const [before, after] = [old.baseline, now.baseline];
  const counts = ' in the other: what that changes counts as uplift and drift.';
  if (before.period !== after.period) {
    const message = ['The baseline is ', period(before.period), ' in one and ', period(after.period), counts];
    return [{ code: 'BASELINES_DIFFER', message }];
  }
  if (account.unit !== now.unit || alike(before.newcomer, after.newcomer)) return [];
  const whose: Phrase = before.period === 'all' ? ['Newcomers'] : ['Newcomers of ', period(before.period)];
  const message = [...whose, ' spent ', price(before.newcomer), ' in one and ', price(after.newcomer), counts];
  return [{ code: 'BASELINE_MOVED', message }];
}

function aboutCurrency(old: Side, now: Side): DiffCaveat[] {
  if (old.result.currency === now.result.currency) return [];
  return [{ code: 'CURRENCY_UNKNOWN', message: ['One of the results names no currency: it is taken for the same.'] }];
}

/** Equal but for the rounding of their calculation. */
function alike(a: number, b: number): boolean {
  return Math.abs(a - b) <= 1e-9 * Math.max(1, Math.abs(a), Math.abs(b));
}
