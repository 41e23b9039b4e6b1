import { eValues } from '../../stats/e-value.ts';
import type { Moments } from '../../stats/moments.ts';
import { riskRatio } from '../../stats/proportions.ts';
import { isUnknown, type Unknown, unknown } from '../../stats/unknown.ts';
import { COHORTS, type Cohort } from '../cohort.ts';
import { known } from '../known.ts';
import { compareChanges } from './cohort-change.ts';
import { compare, countOf } from './compare.ts';
import { countFigures } from './counts.ts';
import { followed } from './followed.ts';
import type { Collected, Measured } from './measured.ts';
import type {
  BeforeAfter,
  Breakdown,
  CohortRow,
  Comparison,
  Direction,
  OutcomeFigures,
  OutcomeKind,
  OutcomesResult,
  RatioFigures,
  Response,
  Winsorized,
  Within,
} from './result.ts';
import { momentsWhere, type Place, type Sample } from './sample.ts';
import { adjustedPs, overallVerdict, verdictOf } from './verdict.ts';
import { winsorize } from './winsorize.ts';
import { compareWithin } from './within.ts';

/** An outcome by name, and what the user said of it. */
export interface OutcomeName {
  readonly name: string;
  readonly kind: OutcomeKind;
  readonly money: boolean;
  readonly direction: Direction | null;
}

export interface OutcomesInput {
  readonly collected: Collected;
  /** In the order of `collected.measured`. */
  readonly outcomes: readonly OutcomeName[];
  readonly counts: readonly string[];
  /** People who were asked; undefined where that is not known. */
  readonly invited?: number;
}

export interface OutcomesOptions {
  /** The cohorts that count as members. */
  readonly members: readonly Cohort[];
  readonly minPeople: number;
  /** Quantile beyond which values are pulled in for a second row, 0.5–1. */
  readonly winsorize?: number;
  readonly by: readonly string[];
  readonly within: readonly string[];
}

/** Everybody who joined, in whichever cohort. */
export const MEMBERS: readonly Cohort[] = COHORTS.filter((cohort) => cohort !== 'non_member');

export const DEFAULT_MIN_PEOPLE = 5;

/** What members have beyond non-members, outcome by outcome. */
export function calculateOutcomes(input: OutcomesInput, options: OutcomesOptions): OutcomesResult {
  const { collected, outcomes, counts, invited } = input;
  const compared = outcomes.map((outcome, at) => figuresOf(outcome, collected.measured[at]!, options));
  const adjusted = adjustedPs(compared);
  const figures = compared.map((own, at): OutcomeFigures => {
    const adjustedP = adjusted[at] ?? null;
    const verdict = verdictOf(own, adjustedP);
    return { ...own, adjustedP, ...known('verdict', verdict ?? unknown(NO_DIRECTION)) };
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
    ...known('response', responseOf(collected, invited)),
    followed: collected.transitions === null ? null : followed(collected.transitions, isMember),
  };
}

const NO_DIRECTION = 'nobody said which way is good: --higher or --lower does';

function responseOf({ answered }: Collected, invited: number | undefined): Response | Unknown {
  if (invited === undefined) return unknown('it is not known how many were asked');
  return invited < answered
    ? unknown(`${answered} answered, more than were asked`)
    : { invited, answered, rate: answered / invited };
}

type Unjudged = Omit<OutcomeFigures, 'adjustedP' | 'verdict' | 'verdictReason'>;

function figuresOf(outcome: OutcomeName, measured: Measured, options: OutcomesOptions): Unjudged {
  const side = sidesOf(options);
  const comparison = whole(outcome, measured, options);
  const isShare = outcome.kind === 'rate' && measured.estimate === 'gap';
  const sample = measured.estimate === 'cohort change' ? undefined : measured.sample;
  const pairOf = (fits: (place: Place) => boolean) => ({
    members: momentsWhere(sample ?? NO_SAMPLE, (place) => side.isMember(place) && fits(place)),
    nonMembers: momentsWhere(sample ?? NO_SAMPLE, (place) => side.isOther(place) && fits(place)),
    isShare,
    minPeople: options.minPeople,
    hasSpread: measured.hasSpread,
  });
  const missing = COHORTS.filter((cohort) => cohort === 'non_member' || options.members.includes(cohort));
  return {
    outcome: outcome.name,
    kind: outcome.kind,
    money: outcome.money,
    direction: outcome.direction,
    estimate: measured.estimate === 'gap' ? 'gap' : 'change',
    from: measured.estimate === 'gap' ? measured.to : measured.from,
    to: measured.to,
    missing: missing.reduce((sum, cohort) => sum + measured.missing[cohort], 0),
    ...comparison,
    levels: levelsOf(measured, side, comparison),
    adjustment: outcome.direction === null ? 'benjamini-hochberg' : 'holm',
    ...known('ratio', ratioOf(pairOf(anywhere), isShare, comparison)),
    ...known('winsorized', winsorized(sample, isShare, outcome, options)),
    ...known('within', withinOf(outcome, measured, options)),
    cohorts: cohortRows(outcome, measured, options),
    by: options.by.map((column, at) => breakdown(column, at, sample, (fits) => compare(pairOf(fits)))),
  };
}

const NO_SAMPLE: Sample = { cells: [] };
const anywhere = () => true;

interface Sides {
  isMember(place: Place): boolean;
  isOther(place: Place): boolean;
}

function sidesOf({ members }: Pick<OutcomesOptions, 'members'>): Sides {
  return {
    isMember: ({ cohort }) => members.includes(cohort),
    isOther: ({ cohort }) => cohort === 'non_member',
  };
}

function whole(outcome: OutcomeName, measured: Measured, options: OutcomesOptions): Comparison {
  const { isMember, isOther } = sidesOf(options);
  const { minPeople } = options;
  const { hasSpread } = measured;
  if (measured.estimate === 'cohort change') {
    const both = (fits: (place: Place) => boolean): [Moments, Moments] => [
      momentsWhere(measured.before, fits),
      momentsWhere(measured.after, fits),
    ];
    const isShare = outcome.kind === 'rate';
    return compareChanges({ members: both(isMember), nonMembers: both(isOther), isShare, hasSpread, minPeople });
  }
  const isShare = outcome.kind === 'rate' && measured.estimate === 'gap';
  const [members, nonMembers] = [momentsWhere(measured.sample, isMember), momentsWhere(measured.sample, isOther)];
  return compare({ members, nonMembers, isShare, minPeople, hasSpread });
}

function levelsOf(
  measured: Measured,
  { isMember, isOther }: Sides,
  { difference }: Comparison,
): OutcomeFigures['levels'] {
  if (measured.estimate === 'gap') return null;
  const mean = ({ n, mean: value }: Moments) => (n === 0 || difference === null ? null : value);
  const levels = (fits: (place: Place) => boolean): BeforeAfter => ({
    before: mean(momentsWhere(measured.before, fits)),
    after: mean(momentsWhere(measured.after, fits)),
  });
  return { members: levels(isMember), nonMembers: levels(isOther) };
}

function ratioOf(
  { members, nonMembers }: { readonly members: Moments; readonly nonMembers: Moments },
  isShare: boolean,
  { differenceReason }: Comparison,
): RatioFigures | Unknown {
  if (!isShare) return unknown('only shares of one period have a ratio');
  if (differenceReason !== undefined) return unknown(differenceReason);
  const ratio = riskRatio(countOf(members), countOf(nonMembers), 0.95);
  if (isUnknown(ratio)) return ratio;
  const { value, interval, halfAdded } = ratio;
  return { value, interval: [interval[0], interval[1]], halfAdded, eValue: eValues(ratio) };
}

function winsorized(
  sample: Sample | undefined,
  isShare: boolean,
  { kind }: OutcomeName,
  { winsorize: share, minPeople, members }: OutcomesOptions,
): Winsorized | Unknown {
  if (share === undefined) return unknown('not asked for: --winsorize');
  if (isShare || kind === 'rate') return unknown('a share has no extreme values');
  const capped = sample === undefined ? unknown('single values are not known') : winsorize(sample, share);
  if (isUnknown(capped)) return capped;
  const { isMember, isOther } = sidesOf({ members });
  const [own, other] = [momentsWhere(capped.sample, isMember), momentsWhere(capped.sample, isOther)];
  const comparison = compare({ members: own, nonMembers: other, isShare: false, minPeople });
  return { ...comparison, share, caps: capped.caps, capped: capped.capped };
}

function withinOf({ name }: OutcomeName, measured: Measured, options: OutcomesOptions): Within | Unknown {
  const { within, members } = options;
  if (within.length === 0) return unknown('not asked for: --compare-within');
  if (measured.estimate === 'cohort change') return unknown('single people are not known');
  const startsFrom = measured.estimate === 'change' ? measured.startsFrom : [];
  const refused = within.find((column) => column === name || startsFrom.includes(column));
  if (refused !== undefined)
    return unknown(measured.estimate === 'change' ? fallsBack(refused) : `${refused} is the outcome itself`);
  return compareWithin(measured.sample, within, (cohort) => members.includes(cohort));
}

function fallsBack(column: string): string {
  return `refused, because ${column} is what the change starts from: of people who began alike, some did so by chance and fall back to their mean, which would look like a change`;
}

function cohortRows(outcome: OutcomeName, measured: Measured, options: OutcomesOptions): CohortRow[] {
  const sample = measured.estimate === 'cohort change' ? measured.after : measured.sample;
  const present = options.members.filter((cohort) => momentsWhere(sample, (place) => place.cohort === cohort).n > 0);
  return present.map((cohort) => ({ cohort, ...whole(outcome, measured, { ...options, members: [cohort] }) }));
}

function breakdown(
  column: string,
  at: number,
  sample: Sample | undefined,
  compareWhere: (fits: (place: Place) => boolean) => Comparison,
): Breakdown {
  const labels = [...new Set((sample ?? NO_SAMPLE).cells.map(({ place }) => place.groups[at] ?? ''))].sort(byLabel);
  return {
    column,
    groups: labels.map((group) => ({ group, ...compareWhere(({ groups }) => groups[at] === group) })),
  };
}

/** Numbers by size, other labels by letter. */
function byLabel(a: string, b: string): number {
  const [x, y] = [Number(a), Number(b)];
  if (a !== '' && b !== '' && Number.isFinite(x) && Number.isFinite(y)) return x - y;
  return a < b ? -1 : a > b ? 1 : 0;
}
