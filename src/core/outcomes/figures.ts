import { eValues } from '../../stats/e-value.ts';
import type { Moments } from '../../stats/moments.ts';
import { riskRatio } from '../../stats/proportions.ts';
import { isUnknown, type Unknown, unknown } from '../../stats/unknown.ts';
import { COHORTS } from '../cohort.ts';
import { LEVEL } from '../input.ts';
import { known } from '../known.ts';
import { compareChanges } from './cohort-change.ts';
import { compare, countOf } from './compare.ts';
import type { Measured } from './measured.ts';
import type { OutcomeName, OutcomesOptions } from './options.ts';
import type {
  BeforeAfter,
  Breakdown,
  CohortRow,
  Comparison,
  OutcomeFigures,
  RatioFigures,
  Winsorized,
  Within,
} from './result.ts';
import { momentsWhere, type Place, type Sample } from './sample.ts';
import { winsorize } from './winsorize.ts';
import { compareWithin } from './within.ts';

/** An outcome before p is adjusted and a verdict given. */
export type Unjudged = Omit<OutcomeFigures, 'adjustedP' | 'verdict' | 'verdictReason' | 'unclearReason'>;

/** Everything that is known of one outcome by itself. */
export function figuresOf(outcome: OutcomeName, measured: Measured, options: OutcomesOptions): Unjudged {
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
  const ratio = riskRatio(countOf(members), countOf(nonMembers), LEVEL);
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
    return unknown(
      measured.estimate === 'change' ? fallsBack(refused) : `refused, because ${refused} is the outcome itself`,
    );
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
