import type { OutcomeVerdict, SideCount } from '../../core/outcomes/result.ts';
import { counted } from '../cells.ts';
import type { Phrase, Verdict } from '../report.ts';

/** What a verdict on members is called. */
export const VERDICTS = { better: 'better', worse: 'worse', unclear: 'cannot tell' } as const;

const SIGNS = { better: 'positive', worse: 'negative', unclear: 'unclear' } as const;

/** The verdict on members as that of a report; there is none where nobody said which way is good. */
export function memberVerdict(verdict: OutcomeVerdict | null): { readonly verdict: Verdict; readonly word: string } {
  if (verdict === null) return { verdict: 'unclear', word: 'no verdict' };
  return { verdict: SIGNS[verdict], word: VERDICTS[verdict] };
}

/** `a`, `a and b`, `a, b and c`; after six, the rest is counted. */
export function listed(words: readonly string[]): string {
  const shown = words.length > 6 ? [...words.slice(0, 5), `${words.length - 5} more`] : words;
  if (shown.length < 2) return shown.join('');
  return `${shown.slice(0, -1).join(', ')} and ${shown.at(-1)}`;
}

/** What the members of a comparison are called. */
export function membersName(cohorts: readonly string[]): string {
  if (cohorts.length === 3) return 'members';
  const names: Readonly<Record<string, string>> = {
    active: 'active members',
    lurker: 'lurkers',
    newcomer: 'newcomers',
  };
  return listed(cohorts.map((cohort) => names[cohort] ?? cohort));
}

/** With its first letter in upper case. */
export const capital = (words: string) => words.charAt(0).toUpperCase() + words.slice(1);

/** How many people stand on each side. */
export const sidesPhrase = ({ members, nonMembers }: SideCount, and = ', '): Phrase => [
  ...counted(members, 'member', 'members'),
  and,
  ...counted(nonMembers, 'non-member', 'non-members'),
];
