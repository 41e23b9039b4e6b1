import { type Unknown, unknown } from '../../stats/unknown.ts';
import { known } from '../known.ts';
import { type Money, toNumber, ZERO } from '../money.ts';
import { MONTHS_PER } from '../period.ts';
import { labelAt, positionOf, type Span, type Timeline } from '../timeline.ts';
import type { RecognitionRow } from './input.ts';
import type { Given, Recognition } from './result.ts';

/**
 * How many of the active members were recognised or rewarded: Σ recognised ÷ Σ active over the periods, a person
 * counting once in each; without dates all who were recognised ÷ active members of the last period.
 */
export function recognitionOf(
  rows: readonly RecognitionRow[],
  active: readonly number[],
  time: Timeline,
  span: Span,
  minPeople: number,
): Recognition {
  const at = ({ period }: RecognitionRow) => (period === undefined ? span.end : positionOf(time, period));
  const inside = rows.filter((row) => at(row) >= span.start && at(row) <= span.end);
  const dated = rows.some(({ period }) => period !== undefined);
  const isCoarse = rows.some(({ period }) => MONTHS_PER[period?.unit ?? 'month'] > MONTHS_PER[time.unit]);
  const first = dated ? span.start : span.end;
  const recognised = new Set(inside.map((row) => `${at(row)}|${row.person}`)).size;
  let contributors = 0;
  for (let position = first; position <= span.end; position++) contributors += active[position] ?? 0;
  const all = tallyOf(inside);
  return {
    ...known(
      'coverage',
      isCoarse ? unknown(`a date is longer than a ${time.unit}`) : coverageOf(recognised, contributors),
    ),
    recognised,
    contributors,
    from: labelAt(time, first),
    to: labelAt(time, span.end),
    people: all.people.size,
    times: all.times,
    ...known('value', worthOf(all)),
    given: givenBy(inside, minPeople),
  };
}

function coverageOf(recognised: number, contributors: number): number | Unknown {
  if (contributors === 0) return unknown('there are no active members');
  if (recognised > contributors) return unknown('more people were recognised than there are active members');
  return recognised / contributors;
}

interface Tally {
  readonly people: Set<string>;
  times: number;
  value: Money;
  hasValue: boolean;
}

function tallyOf(rows: readonly RecognitionRow[]): Tally {
  const tally: Tally = { people: new Set(), times: 0, value: ZERO, hasValue: false };
  for (const { person, value } of rows) {
    tally.people.add(person);
    tally.times++;
    if (value === undefined) continue;
    tally.value += value;
    tally.hasValue = true;
  }
  return tally;
}

const worthOf = ({ hasValue, value }: Tally): number | Unknown =>
  hasValue ? toNumber(value) : unknown('no row says what it was worth');

/** What was given, the most frequent first. */
function givenBy(rows: readonly RecognitionRow[], minPeople: number): Given[] {
  return [...grouped(rows)]
    .map(([what, own]): Given => {
      const tally = tallyOf(own);
      const few = unknown(`fewer than ${minPeople} people are not shown`);
      const isSmall = tally.people.size < minPeople;
      return {
        what,
        times: tally.times,
        ...known('people', isSmall ? few : tally.people.size),
        ...known('value', isSmall ? few : worthOf(tally)),
      };
    })
    .sort((a, b) => b.times - a.times || (a.what < b.what ? -1 : 1));
}

function grouped(rows: readonly RecognitionRow[]): Map<string, RecognitionRow[]> {
  const byWhat = new Map<string, RecognitionRow[]>();
  for (const row of rows) {
    const own = byWhat.get(row.what);
    if (own === undefined) byWhat.set(row.what, [row]);
    else own.push(row);
  }
  return byWhat;
}
