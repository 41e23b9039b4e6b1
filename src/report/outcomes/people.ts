import type { OutcomesResult } from '../../core/outcomes/result.ts';
import { count, people, text } from '../cells.ts';
import type { Worded } from './facts.ts';
import { sidesPhrase } from './words.ts';

/** Caveats on who is compared in which periods, and who is left out. */
export function aboutPeople({ followed, outcomes, periods }: OutcomesResult): Worded[] {
  const [change, ...others] = outcomes.filter(({ estimate }) => estimate === 'change');
  const caveats: Worded[] = [];
  if (change !== undefined) {
    const [from, to] = [change.from ?? '', change.to ?? ''];
    if (followed !== null) caveats.push(...aboutFollowed(followed, from, to));
    if (periods.length > 2) {
      const isSame = others.every((own) => own.from === from && own.to === to);
      const compared = isSame
        ? `compared are ${from} and ${to}`
        : 'each outcome is compared in the first and the last that have it';
      const message = `The file has ${periods.length} periods; ${compared} (--before, --after).`;
      caveats.push({ code: 'PERIODS_BETWEEN', message: [text(message)] });
    }
  }
  for (const { outcome, missing } of outcomes) {
    if (missing === 0) continue;
    const message = [...people(missing, ['has', 'have']), text(` no value of ${outcome}: left out of it.`)];
    caveats.push({ code: 'VALUES_MISSING', message });
  }
  return caveats;
}

function aboutFollowed(
  { onlyBefore, onlyAfter, joined, left }: NonNullable<OutcomesResult['followed']>,
  from: string,
  to: string,
): Worded[] {
  const caveats: Worded[] = [];
  if (onlyBefore.members + onlyBefore.nonMembers + onlyAfter.members + onlyAfter.nonMembers > 0) {
    const message = [
      ...sidesPhrase(onlyBefore, ' and '),
      text(` are in ${from} alone, `),
      ...sidesPhrase(onlyAfter, ' and '),
      text(` in ${to} alone: they are left out.`),
    ];
    caveats.push({ code: 'NOT_FOLLOWED', message });
  }
  if (joined + left > 0) {
    const message = [
      ...people(joined),
      ' joined between the two periods and ',
      count(left),
      ' left: the later period decides who is a member.',
    ];
    caveats.push({ code: 'CHANGED_SIDES', message });
  }
  return caveats;
}
