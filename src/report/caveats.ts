import type { Caveat } from '../core/caveat.ts';
import type { Unit } from '../core/period.ts';
import { amount, change, count, percent, period, text } from './cells.ts';
import type { Phrase } from './report.ts';

/** A caveat in words. */
export function caveatPhrase(caveat: Caveat, unit: Unit): Phrase {
  switch (caveat.code) {
    case 'NO_INTERVAL':
      return [`No error bars: ${caveat.reason}.`];
    case 'BASELINE_NOISY':
      return [
        percent(caveat.share),
        ' of the error comes from the newcomers of ',
        period(caveat.period),
        ', the yardstick of the whole. --baseline all uses those of every period.',
      ];
    case 'BASELINE_FEW_NEWCOMERS': {
      const who = [count(caveat.people), caveat.people === 1 ? ' newcomer' : ' newcomers'];
      const remedy = caveat.period === 'all' ? '.' : '. --baseline all uses those of every period.';
      return ['The yardstick rests on ', ...who, ' (', period(caveat.period), ')', remedy];
    }
    case 'GAP_MOVED':
      return [
        "Newcomers' gap to non-members moved by ",
        change(caveat.change),
        ' over the window (95% interval ',
        { kind: 'interval', low: change(caveat.low), high: change(caveat.high) },
        '): the yardstick bends, and the uplift with it. Had it moved along, the return would be ',
        amount(Math.abs(caveat.returnEffect)),
        caveat.returnEffect < 0 ? ' lower.' : ' higher.',
      ];
    case 'NEGATIVE_UPLIFT':
      return [
        cohortName(caveat.cohort),
        ' spent less than newcomers and non-members would suggest: ',
        amount(caveat.amount),
        ' counts against the community.',
      ];
    case 'DOUBLE_COUNTING':
      return [
        text(
          `"${caveat.first}" and "${caveat.second}" may claim the same money: count it once, or set their attribution.`,
        ),
      ];
    case 'NO_ATTRIBUTION':
      return [text(`Counted in full, because no attribution is given: ${caveat.sources.join(', ')}.`)];
    case 'RETURNS_OUTSIDE_WINDOW':
      return [amount(caveat.amount), ' of other returns lies outside the window and is left out.'];
    case 'NO_MARGIN':
      return ['Returns are revenue, not margin. --margin 40% counts what is left after the cost of what was sold.'];
    default:
      return timeAndCost(caveat, unit);
  }
}

type Timed = Exclude<
  Caveat,
  {
    code:
      | 'NO_INTERVAL'
      | 'BASELINE_NOISY'
      | 'BASELINE_FEW_NEWCOMERS'
      | 'GAP_MOVED'
      | 'NEGATIVE_UPLIFT'
      | 'DOUBLE_COUNTING'
      | 'NO_ATTRIBUTION'
      | 'RETURNS_OUTSIDE_WINDOW'
      | 'NO_MARGIN';
  }
>;

function timeAndCost(caveat: Timed, unit: Unit): Phrase {
  switch (caveat.code) {
    case 'NO_COMMUNITY_YET':
      return [
        amount(caveat.cost),
        ' of cost falls on ',
        period(caveat.from),
        ' to ',
        period(caveat.to),
        ', before the first spending row: no uplift is counted there.',
      ];
    case 'COSTS_AFTER_WINDOW':
      return [
        amount(caveat.amount),
        ' of costs after ',
        period(caveat.after),
        ' is left out: no spending is known there.',
      ];
    case 'COSTS_BEFORE_WINDOW':
      return [
        amount(caveat.amount),
        ' was paid before ',
        period(caveat.before),
        ' and is left out, but for what one-off costs still write off.',
      ];
    case 'NOT_YET_AMORTISED':
      return [amount(caveat.amount), ' of one-off costs is still to be written off after ', period(caveat.after), '.'];
    case 'COST_GAP':
      return [text(`No ${caveat.category} cost in ${list(caveat.periods)}: missing, or really none?`)];
    case 'COHORT_STARTS_LATER':
      return [
        cohortName(caveat.cohort),
        ' have no row before ',
        period(caveat.from),
        ': counted as nobody until then.',
      ];
    case 'COHORT_ABSENT':
      return [cohortName(caveat.cohort), ' have no row at all: their return is not counted.'];
    case 'LINE_STARTS_LATER':
      return [text(`Line "${caveat.line}" has no row before ${caveat.from}: counted as nothing spent until then.`)];
    case 'SHORT_WINDOW':
      return ['Only ', units(caveat.periods, unit), ': "latest 12 months" covers these.'];
    case 'SPEND_OUTSIDE_WINDOW':
      return [units(caveat.periods, unit), ' of spending lies outside --from and --to; the baseline may still use it.'];
    case 'PARTIAL_YEARS':
      return [text(`Not a whole year: ${list(caveat.years)}.`)];
  }
}

const cohortName = (cohort: 'active' | 'lurker') => (cohort === 'active' ? 'Active members' : 'Lurkers');

const units = (n: number, unit: Unit) => `${n} ${unit}${n === 1 ? '' : 's'}`;

function list(items: readonly string[]): string {
  return items.length <= 6 ? items.join(', ') : `${items.slice(0, 5).join(', ')} and ${items.length - 5} more`;
}
