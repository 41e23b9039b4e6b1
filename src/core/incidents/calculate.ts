import { eValues } from '../../stats/e-value.ts';
import { type Moments, mergeMoments, NO_MOMENTS } from '../../stats/moments.ts';
import { holm } from '../../stats/multiple.ts';
import { riskRatio } from '../../stats/proportions.ts';
import { isUnknown, type Unknown, unknown } from '../../stats/unknown.ts';
import type { Cohort } from '../cohort.ts';
import { LEVEL } from '../input.ts';
import { known } from '../known.ts';
import { compare, countOf } from '../outcomes/compare.ts';
import type { Comparison, RatioFigures } from '../outcomes/result.ts';
import { overallVerdict, unclearReason, verdictOf } from '../outcomes/verdict.ts';
import type { ColumnSums, IncidentSums } from './collect.ts';
import { mergePairs, NO_PAIRS } from './pair-moments.ts';
import { perTransaction } from './per-transaction.ts';
import type { IncidentFigures, IncidentMoney, IncidentsResult, PerTransaction } from './result.ts';

/** Columns of incidents by their place, each with the place of what it cost. */
export interface IncidentColumns {
  readonly incidents: readonly { readonly name: string; readonly at: number; readonly money?: number }[];
  /** Place of the amount that all incidents of a person cost together. */
  readonly money?: number;
}

export interface IncidentOptions {
  readonly members: readonly Cohort[];
  readonly minPeople: number;
}

/** What happened to members beside what happened to non-members, per person and per transaction, and what it cost. */
export function calculateIncidents(
  sums: IncidentSums,
  columns: IncidentColumns,
  options: IncidentOptions,
): IncidentsResult {
  const compared = columns.incidents.map((column) => figuresOf(sums, column, options));
  const ps = compared.map((own) => basisOf(own).p);
  const at = ps.flatMap((p, i) => (p === null ? [] : [i]));
  const adjusted = new Map(holm(at.map((i) => ps[i]!)).map((p, i) => [at[i]!, p]));
  const incidents = compared.map((own, i): IncidentFigures => {
    const adjustedP = adjusted.get(i) ?? null;
    return { ...own, adjustedP, ...judge(own, adjustedP, compared.length) };
  });
  const directed = incidents.map(({ verdict }) => ({ direction: 'lower' as const, verdict }));
  const money =
    columns.money === undefined ? unknown('the file has no column amount') : allMoneyOf(sums, columns.money, options);
  const total = (cohorts: readonly Cohort[]) => cohorts.reduce((sum, cohort) => sum + sums.people[cohort], 0);
  return {
    people: { members: total(options.members), nonMembers: sums.people.non_member },
    memberCohorts: options.members,
    ...known('transactions', transactionsOf(sums, options)),
    verdict: overallVerdict(directed) ?? 'unclear',
    incidents,
    ...known('money', money),
  };
}

type Unjudged = Omit<IncidentFigures, 'adjustedP' | 'verdict' | 'unclearReason'>;

function basisOf({ basis, perTransaction: rates, people }: Unjudged): Comparison | PerTransaction {
  return basis === 'transaction' && rates !== null ? rates : people;
}

/** Where per person and per transaction clearly say the opposite, nobody can tell. */
function judge(
  own: Unjudged,
  adjustedP: number | null,
  outcomes: number,
): Pick<IncidentFigures, 'verdict' | 'unclearReason'> {
  const judged = ({ difference, interval }: Pick<Comparison | PerTransaction, 'difference' | 'interval'>) =>
    ({ direction: 'lower', difference, interval, within: null }) as const;
  const [basis, people] = [judged(basisOf(own)), judged(own.people)];
  const verdict = verdictOf(basis, adjustedP) ?? 'unclear';
  const other = verdictOf(people, null) ?? 'unclear';
  if (verdict !== other && other !== 'unclear' && verdict !== 'unclear') {
    return { verdict: 'unclear', unclearReason: 'per person it is the other way round than per transaction' };
  }
  const why = unclearReason(basis, adjustedP, outcomes);
  return { verdict, ...(why === undefined ? {} : { unclearReason: why }) };
}

function figuresOf(
  sums: IncidentSums,
  { name, at, money }: IncidentColumns['incidents'][number],
  options: IncidentOptions,
): Unjudged {
  const { members, nonMembers } = sidesOf(sums, at, options);
  const { minPeople } = options;
  const people = compare({ members: members.any, nonMembers: nonMembers.any, isShare: true, minPeople });
  const rates = perTransaction(members.pairs, nonMembers.pairs, minPeople, 'incidents');
  const hidden = people.differenceReason === undefined ? undefined : unknown(people.differenceReason);
  return {
    incident: name,
    ...known('total', hidden ?? { members: totalOf(members.each), nonMembers: totalOf(nonMembers.each) }),
    people,
    ...known('ratio', ratioOf(members.any, nonMembers.any, people)),
    perPerson: compare({ members: members.each, nonMembers: nonMembers.each, isShare: false, minPeople }),
    ...known('perTransaction', rates),
    ...known('money', hidden ?? (money === undefined ? unknown(NO_AMOUNT) : moneyOf(sums, money, options))),
    basis: isUnknown(rates) ? 'person' : 'transaction',
  };
}

const NO_AMOUNT = 'the file has no amount for it';

const totalOf = ({ n, mean }: Moments) => n * mean;

function sidesOf(
  { columns }: IncidentSums,
  at: number,
  { members }: IncidentOptions,
): { members: ColumnSums; nonMembers: ColumnSums } {
  const own = columns[at]!;
  const sum = members.reduce<ColumnSums>(
    ({ any, each, pairs }, cohort) => ({
      any: mergeMoments(any, own[cohort].any),
      each: mergeMoments(each, own[cohort].each),
      pairs: mergePairs(pairs, own[cohort].pairs),
    }),
    { any: NO_MOMENTS, each: NO_MOMENTS, pairs: NO_PAIRS },
  );
  return { members: sum, nonMembers: own.non_member };
}

function ratioOf(members: Moments, nonMembers: Moments, { differenceReason }: Comparison): RatioFigures | Unknown {
  if (differenceReason !== undefined) return unknown(differenceReason);
  const ratio = riskRatio(countOf(members), countOf(nonMembers), LEVEL);
  if (isUnknown(ratio)) return ratio;
  const { value, interval, halfAdded } = ratio;
  return { value, interval: [interval[0], interval[1]], halfAdded, eValue: eValues(ratio) };
}

function moneyOf(sums: IncidentSums, at: number, options: IncidentOptions): IncidentMoney {
  const { members, nonMembers } = sidesOf(sums, at, options);
  const rates = perTransaction(members.pairs, nonMembers.pairs, options.minPeople, 'money');
  return {
    members: totalOf(members.each),
    nonMembers: totalOf(nonMembers.each),
    perPerson: compare({
      members: members.each,
      nonMembers: nonMembers.each,
      isShare: false,
      minPeople: options.minPeople,
    }),
    perTransaction: isUnknown(rates) ? null : rates,
  };
}

function allMoneyOf(sums: IncidentSums, at: number, options: IncidentOptions): IncidentMoney | Unknown {
  const money = moneyOf(sums, at, options);
  const { differenceReason } = money.perPerson;
  return differenceReason === undefined ? money : unknown(differenceReason);
}

function transactionsOf(
  { transactions }: IncidentSums,
  { members }: IncidentOptions,
): IncidentsResult['transactions'] | Unknown {
  const own = members.reduce((sum, cohort) => sum + totalOf(transactions[cohort]), 0);
  const other = totalOf(transactions.non_member);
  return own + other === 0
    ? unknown('the file has no transactions: add the column')
    : { members: own, nonMembers: other };
}
