import { COHORTS, type Cohort } from '../core/cohort.ts';
import type { Collected } from '../core/outcomes/measured.ts';
import { sideMissing } from '../errors/outcomes.ts';
import type { Problems } from '../errors/problem.ts';
import type { OutcomesFile } from '../input/outcomes/outcomes.ts';

/** A comparison needs members and non-members, in whichever period. */
export function addMissingSides(
  { collected, inputs }: OutcomesFile,
  members: readonly Cohort[],
  problems: Problems,
): void {
  const file = inputs[0]?.name ?? '';
  const seen = COHORTS.filter((cohort) => hasPeople(collected, cohort));
  if (!seen.includes('non_member')) problems.add({ ...sideMissing('non-members', ['non_member']), file });
  if (!seen.some((cohort) => members.includes(cohort))) problems.add({ ...sideMissing('members', members), file });
}

function hasPeople({ people, transitions }: Collected, cohort: Cohort): boolean {
  return people[cohort] > 0 || (transitions ?? []).some(({ before, after }) => before === cohort || after === cohort);
}
