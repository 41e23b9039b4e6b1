import { type Panel, type PanelPerson, panelOfPeople } from '../../../src/core/effect/panel.ts';
import { month, shift } from '../../../src/core/period.ts';
import { gamma, logNormal, type Random } from '../coverage/random.ts';

/** A made-up community whose truth is known. */
export interface World {
  readonly name: string;
  readonly people: number;
  /** What joining adds to spending in the month of joining, and in each month after it on top. */
  readonly effect: { readonly atOnce: number; readonly perMonth: number };
  /** What members drift by in each month beyond others, before joining as after it, joining or not. */
  readonly drift: number;
}

const MONTHS = 12;
/** Months in which people join, each as likely as the next. */
const JOININGS = [4, 5, 6, 7, 8, 9] as const;
const SHARE_OF_MEMBERS = 0.4;
/** Members spend more to begin with: they are better customers. */
const [MEMBER_SPENDS, OTHER_SPENDS] = [60, 40] as const;
const SHARE_OF_MONTHS_WITH_SPENDING = 0.85;
const SPREAD = 0.6;

const PERIODS = Array.from({ length: MONTHS }, (_, at) => shift(month(2024, 1), at));

/** The people of one community, of whom nobody was told what the truth is. */
export function panelIn({ people, effect, drift }: World, random: Random): Panel {
  const all = Array.from({ length: people }, (): PanelPerson => {
    const isMember = random() < SHARE_OF_MEMBERS;
    const joined = isMember ? JOININGS[Math.floor(random() * JOININGS.length)]! : null;
    const usual = (isMember ? MEMBER_SPENDS : OTHER_SPENDS) * (0.5 + 0.5 * gamma(random, 2));
    const outcomes = PERIODS.map((_, t) => {
      const added = joined === null || t < joined ? 0 : effect.atOnce + effect.perMonth * (t - joined);
      const mean = usual + t + (isMember ? drift * t : 0) + added;
      const buys = random() < SHARE_OF_MONTHS_WITH_SPENDING;
      return buys ? (mean / SHARE_OF_MONTHS_WITH_SPENDING) * logNormal(random, SPREAD) : 0;
    });
    return { joined, outcomes };
  });
  return panelOfPeople(PERIODS, all);
}

/** The true effect so many months since joining. */
export const trueSince = ({ effect }: World, since: number) =>
  since < 0 ? 0 : effect.atOnce + effect.perMonth * since;

/** The true effect over all members and months since joining, every month of joining being as likely as the next. */
export function trueEffect(world: World): number {
  const months = JOININGS.flatMap((joined) =>
    Array.from({ length: MONTHS - joined }, (_, since) => trueSince(world, since)),
  );
  return months.reduce((sum, value) => sum + value, 0) / months.length;
}
