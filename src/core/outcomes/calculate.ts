import { type Unknown, unknown } from '../../stats/unknown.ts';
import type { Cohort } from '../cohort.ts';
import { known } from '../known.ts';
import { countFigures } from './counts.ts';
import { figuresOf } from './figures.ts';
import { followed } from './followed.ts';
import type { Collected } from './measured.ts';
import type { OutcomeName, OutcomesOptions } from './options.ts';
import type { OutcomeFigures, OutcomesResult, Response } from './result.ts';
import { adjustedPs, overallVerdict, unclearReason, verdictOf } from './verdict.ts';

export interface OutcomesInput {
  readonly collected: Collected;
  /** In the order of `collected.measured`. */
  readonly outcomes: readonly OutcomeName[];
  readonly counts: readonly string[];
  /** How many people were asked, and how many of them answered; missing where that is not known. */
  readonly asked?: { readonly invited: number; readonly answered?: number };
}

/** What members have beyond non-members, outcome by outcome. */
export function calculateOutcomes(input: OutcomesInput, options: OutcomesOptions): OutcomesResult {
  const { collected, outcomes, counts, asked } = input;
  const compared = outcomes.map((outcome, at) => figuresOf(outcome, collected.measured[at]!, options));
  const adjusted = adjustedPs(compared);
  const figures = compared.map((own, at): OutcomeFigures => {
    const adjustedP = adjusted[at] ?? null;
    const verdict = verdictOf(own, adjustedP);
    const declared = compared.filter(({ direction }) => direction !== null).length;
    const why = unclearReason(own, adjustedP, declared);
    const reason = why === undefined ? {} : { unclearReason: why };
    return { ...own, adjustedP, ...known('verdict', verdict ?? unknown(NO_DIRECTION)), ...reason };
  });
  const verdict = overallVerdict(figures);
  const isMember = (cohort: Cohort) => options.members.includes(cohort);
  const members = options.members.reduce((sum, cohort) => sum + collected.people[cohort], 0);
  return {
    rows: collected.rows,
    memberCohorts: options.members,
    people: { members, nonMembers: collected.people.non_member },
    periods: collected.periods,
    ...known('verdict', verdict ?? unknown(NO_DIRECTION)),
    outcomes: figures,
    counts: counts.map((name, at) => countFigures(name, collected.counts[at] ?? [])),
    ...known('response', responseOf(collected, asked)),
    followed: collected.transitions === null ? null : followed(collected.transitions, isMember),
  };
}

/** Why there is no response rate where nobody said how many were asked. */
export const NOBODY_ASKED = 'it is not known how many were asked';

const NO_DIRECTION = 'nobody said which way is good: --higher or --lower does';

function responseOf(collected: Collected, asked: OutcomesInput['asked']): Response | Unknown {
  if (asked === undefined) return unknown(NOBODY_ASKED);
  const { invited, answered = collected.answered } = asked;
  if (invited === 0) return unknown('nobody was asked');
  return invited < answered
    ? unknown(`${answered} answered, more than the ${invited} who were asked`)
    : { invited, answered, rate: answered / invited };
}
