import type { OptionSpec, RawOptions } from './command.ts';

const SIDE = "Members' side:";
/** What options about outcomes belong to. */
const OUTCOMES = ['outcomes'];

/** What `calc` takes to set the members' ledger beside that of the business. */
export const MEMBER_LEDGER_OPTIONS: readonly OptionSpec[] = [
  {
    flags: '--outcomes <file>',
    summary: 'what members and non-members have: earnings, skills',
    group: SIDE,
    repeat: true,
  },
  {
    flags: '--higher <names>',
    summary: 'outcomes of which more is better: earnings',
    group: SIDE,
    repeat: true,
    beside: OUTCOMES,
  },
  {
    flags: '--lower <names>',
    summary: 'outcomes of which less is better: chargeback',
    group: SIDE,
    repeat: true,
    beside: OUTCOMES,
  },
  {
    flags: '--outcome <names>',
    summary: 'take these columns alone as outcomes',
    group: SIDE,
    repeat: true,
    beside: OUTCOMES,
  },
  {
    flags: '--count <names>',
    summary: 'counts to follow over time: publications',
    group: SIDE,
    repeat: true,
    beside: OUTCOMES,
  },
  {
    flags: '--cohort <names>',
    summary: 'who has the outcomes: active, lurker, newcomer (default: all)',
    group: SIDE,
    beside: OUTCOMES,
  },
  {
    flags: '--money <outcome>',
    summary: 'an outcome that is money: earnings/month, certificates=1500/year',
    group: SIDE,
    repeat: true,
  },
  {
    flags: '--count-unadjusted',
    summary: 'count a gap in one period as money, unadjusted as it is',
    group: SIDE,
    beside: OUTCOMES,
  },
  {
    flags: '--member-ledger <file>',
    summary: 'what members give: hours and fees by period',
    group: SIDE,
    repeat: true,
  },
  { flags: '--hours <rate>', summary: 'hours that all members give together: 310/month', group: SIDE },
  { flags: '--hour-value <amount>', summary: 'what an hour of a member is worth', group: SIDE },
  { flags: '--fees <rate>', summary: 'fees that all members pay together: 1200/month, or 0', group: SIDE },
  {
    flags: '--recognition <file>',
    summary: 'who was recognised or rewarded, and with what',
    group: SIDE,
    repeat: true,
  },
];

const ASKING = ['outcomes', 'memberLedger', 'recognition', 'money', 'hours', 'fees', 'hourValue'];

/** Whether anything is known of the members' side, or a figure of it is to be explained. */
export function asksForMembers(raw: RawOptions, explained?: { readonly path: string }): boolean {
  return explained?.path.startsWith('members.') === true || ASKING.some((key) => raw[key] !== undefined);
}

/** Kinds of file whose columns `--map` names for the members' side. */
const KINDS = ['outcomes', 'member_ledger', 'recognition'];

/** The options without those parts of `--map` that the business files do not know, and these by themselves. */
export function partMap(raw: RawOptions): { readonly business: RawOptions; readonly members: RawOptions } {
  const { map, ...rest } = raw;
  if (!Array.isArray(map)) return { business: raw, members: raw };
  const isOfMembers = (entry: string) => KINDS.includes(entry.slice(0, entry.indexOf('.')));
  const [own, other] = [map.filter(isOfMembers), map.filter((entry: string) => !isOfMembers(entry))];
  const withMap = (entries: readonly string[]) => (entries.length === 0 ? rest : { ...rest, map: entries });
  return { business: withMap(other), members: withMap(own) };
}
