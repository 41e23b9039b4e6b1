import { isUnknown, unknown } from '../../stats/unknown.ts';
import { known } from '../known.ts';
import type { OutcomeName } from '../outcomes/options.ts';
import { adjustedPs, overallVerdict, unclearReason, verdictOf } from '../outcomes/verdict.ts';
import { acrossPeople, type Pairs } from './across.ts';
import type { Levels } from './collect.ts';
import type { DoseFigures, DoseResult, Slope } from './result.ts';
import { withinPerson } from './within.ts';

export interface DoseInput {
  readonly levels: Levels;
  /** In the order of the values of a row. */
  readonly outcomes: readonly (OutcomeName & { readonly at: number })[];
}

export interface DoseOptions {
  /** How many periods before the outcome the level is taken. */
  readonly lag: number;
  readonly minPeople: number;
}

type Unjudged = Omit<DoseFigures, 'adjustedP' | 'verdict' | 'verdictReason' | 'unclearReason'>;

/** Does more go with better, or with worse: across people, and within the same person where there are periods. */
export function calculateDose({ levels, outcomes }: DoseInput, options: DoseOptions): DoseResult {
  const compared = outcomes.map((outcome) => figuresOf(levels, outcome, options));
  const adjusted = adjustedPs(compared.map((own) => ({ direction: own.direction, p: basisOf(own)?.p ?? null })));
  const figures = compared.map((own, at): DoseFigures => {
    const adjustedP = adjusted[at] ?? null;
    const slope = basisOf(own);
    const interval = slope?.interval ?? null;
    const judged = {
      direction: own.direction,
      difference: slope?.value ?? null,
      interval:
        interval === null ? null : { level: slope!.level, difference: interval, method: 'closed form' as const },
      within: null,
    };
    const why = unclearReason(judged, adjustedP, compared.filter(({ direction }) => direction !== null).length);
    const verdict = known('verdict', verdictOf(judged, adjustedP) ?? unknown(NO_DIRECTION));
    return { ...own, adjustedP, ...verdict, ...(why === undefined ? {} : { unclearReason: why }) };
  });
  return {
    people: levels.people.size,
    periods: levels.periods,
    period: levels.periods.at(-1) ?? null,
    lag: options.lag,
    ...known('verdict', overallVerdict(figures) ?? unknown(NO_DIRECTION)),
    outcomes: figures,
  };
}

const NO_DIRECTION = 'nobody said which way is good: --higher or --lower does';

/** The change within the same person where it is known, else people beside each other. */
function basisOf({ basis, within, slope }: Unjudged): Slope | null {
  return basis === 'within' ? (within?.slope ?? null) : slope;
}

function figuresOf(levels: Levels, outcome: DoseInput['outcomes'][number], { lag, minPeople }: DoseOptions): Unjudged {
  const { name, kind, money, direction, at } = outcome;
  const { pairs, missing } = pairsOf(levels, at, lag);
  const within = withinPerson(levels, at, lag, minPeople);
  return {
    outcome: name,
    kind,
    money,
    direction,
    missing,
    ...acrossPeople(pairs, kind === 'rate', minPeople),
    ...known('within', within),
    basis: isUnknown(within) ? 'across' : 'within',
    adjustment: direction === null ? 'benjamini-hochberg' : 'holm',
  };
}

/** Everybody in the last period, with their level of `lag` periods before. */
function pairsOf({ people }: Levels, outcome: number, lag: number): { pairs: Pairs; missing: number } {
  const [levels, values]: [number[], number[]] = [[], []];
  let missing = 0;
  for (const sightings of people.values()) {
    const last = sightings.length - 1;
    const value = sightings[last]?.values[outcome];
    const level = sightings[last - lag]?.level;
    if (value === undefined || level === undefined) missing++;
    else {
      levels.push(level);
      values.push(value);
    }
  }
  return { pairs: { levels, values }, missing };
}
