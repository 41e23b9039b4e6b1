import type { Cohort } from '../cohort.ts';
import type { Transition } from './measured.ts';
import type { Followed, SideCount } from './result.ts';
import type { IsMember } from './within.ts';

/** Who is followed over both periods, who is not, and who changed sides; the later period decides who is a member. */
export function followed(transitions: readonly Transition[], isMember: IsMember): Followed {
  const count = (fits: (transition: Transition) => boolean) =>
    transitions.reduce((sum, transition) => (fits(transition) ? sum + transition.people : sum), 0);
  const joins = (cohort: Cohort | null) => cohort !== null && isMember(cohort);
  const stays = (cohort: Cohort | null) => cohort === 'non_member';
  const sides = (
    fits: (cohort: Cohort | null, side: (cohort: Cohort | null) => boolean, at: Transition) => boolean,
  ): SideCount => ({
    members: count((at) => fits(at.after ?? at.before, joins, at)),
    nonMembers: count((at) => fits(at.after ?? at.before, stays, at)),
  });
  return {
    both: sides((cohort, side, { before, after }) => before !== null && after !== null && side(cohort)),
    onlyBefore: sides((cohort, side, { after }) => after === null && side(cohort)),
    onlyAfter: sides((cohort, side, { before }) => before === null && side(cohort)),
    joined: count(({ before, after }) => stays(before) && joins(after)),
    left: count(({ before, after }) => joins(before) && stays(after)),
  };
}
