import type { CountedOutcome, LedgerOutcome, MemberSide } from '../../../core/members/result.ts';
import { MONTHS_PER } from '../../../core/period.ts';
import type { SheetCell } from '../../workbook.ts';
import { formula, given, input, inputText, text } from '../cells.ts';
import type { Model } from '../model.ts';
import { layTable, type Table, type TableColumn } from '../table.ts';

interface Item extends LedgerOutcome {
  readonly counted: CountedOutcome;
}

/** The horizons of the ledger: the months that a column counts, and how its names begin. */
const HORIZONS = [
  { key: 'whole', header: '', name: 'gained', months: ({ counted }: Item) => counted.memberMonths },
  {
    key: 'latest',
    header: ', latest 12 months',
    name: 'latest_gained',
    months: ({ counted }: Item) => counted.latest12MemberMonths,
  },
] as const;

/** What each outcome that counts as money is worth to members; undefined where none does. */
export function memberOutcomeSheet({ members }: Model): Table | undefined {
  const items = (members?.outcomes ?? []).filter((own): own is Item => own.counted !== null);
  if (items.length === 0) return undefined;
  return layTable<Item>({
    name: 'Member outcomes',
    title: 'What members have beyond non-members, as money',
    notes: [
      'The difference, its interval and the member-months come from the files of outcomes and of spending: to change them, run the report anew.',
    ],
    items,
    columns: [
      { key: 'outcome', header: 'Outcome', width: 26, cell: ({ outcome }) => text(outcome) },
      {
        key: 'good',
        header: 'Good is',
        width: 11,
        words: ['higher', 'lower'],
        cell: ({ direction }) => inputText(direction ?? 'higher'),
      },
      { key: 'difference', header: 'Difference', width: 14, cell: ({ difference }) => given(difference, 'decimal') },
      {
        key: 'low',
        header: 'Low',
        width: 14,
        cell: ({ interval }) => given(interval?.difference[0] ?? null, 'decimal'),
      },
      {
        key: 'high',
        header: 'High',
        width: 14,
        cell: ({ interval }) => given(interval?.difference[1] ?? null, 'decimal'),
      },
      { key: 'worth', header: 'Worth of one', width: 14, cell: ({ counted }) => input(counted.unitValue, 'price') },
      {
        key: 'covers',
        header: 'Months it covers',
        width: 17,
        cell: ({ counted }) => given(MONTHS_PER[counted.per], 'plain'),
      },
      {
        key: 'each',
        header: 'Each member, good above 0',
        width: 26,
        cell: ({ counted }, { ref }) => formula(signed(ref, ref('difference')), counted.each, 'price'),
      },
      ...HORIZONS.flatMap(horizonColumns),
    ],
  });
}

type Ref = (key: string) => string;

/** A difference as money, above 0 where members are better off. */
const signed = (ref: Ref, of: string) => `IF(${ref('good')}="lower",-1,1)*${of}*${ref('worth')}`;

function horizonColumns({ key, header, name, months }: (typeof HORIZONS)[number]): TableColumn<Item>[] {
  const scaled = (ref: Ref, each: string) => `${each}*${ref(`${key}_months`)}/${ref('covers')}`;
  const money = (own: Item, ref: Ref): SheetCell | null => {
    const known = months(own);
    const { each, per } = own.counted;
    return known === null ? null : formula(scaled(ref, ref('each')), (each * known) / MONTHS_PER[per], 'price');
  };
  const end = (own: Item, ref: Ref, which: 'MIN' | 'MAX'): SheetCell | null => {
    const [known, ends] = [months(own), endsOf(own)];
    if (known === null || ends === undefined) return null;
    const each = `${which}(${signed(ref, ref('low'))},${signed(ref, ref('high'))})`;
    const value = which === 'MIN' ? Math.min(...ends) : Math.max(...ends);
    return formula(scaled(ref, each), (value * known) / MONTHS_PER[own.counted.per], 'price');
  };
  return [
    { key: `${key}_months`, header: `Member-months${header}`, width: 22, cell: (own) => given(months(own), 'decimal') },
    {
      key: `${key}_money`,
      header: `Money${header}`,
      width: 18,
      name: `members_${name}`,
      cell: (own, { ref }) => money(own, ref),
    },
    {
      key: `${key}_low`,
      header: `Low${header}`,
      width: 18,
      name: `members_${name}_low`,
      cell: (own, { ref }) => end(own, ref, 'MIN'),
    },
    {
      key: `${key}_high`,
      header: `High${header}`,
      width: 18,
      name: `members_${name}_high`,
      cell: (own, { ref }) => end(own, ref, 'MAX'),
    },
  ];
}

/** The ends of the interval as money for each; undefined where there is none. */
function endsOf({ interval, direction, counted }: Item): readonly [number, number] | undefined {
  if (interval === null) return undefined;
  const factor = counted.unitValue * (direction === 'lower' ? -1 : 1);
  return [interval.difference[0] * factor, interval.difference[1] * factor];
}

/** Both horizons of a ledger, and how the names of their cells begin. */
export const horizonsOf = (side: MemberSide) =>
  [
    { title: "Members' ledger, whole window", key: 'members', name: 'members', horizon: side },
    {
      title: "Members' ledger, latest 12 months",
      key: 'members.latest12',
      name: 'members_latest',
      horizon: side.latest12,
    },
  ] as const;
