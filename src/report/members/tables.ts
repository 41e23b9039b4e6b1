import type { LedgerOutcome, MemberHorizon, MemberInterval, MemberSide } from '../../core/members/result.ts';
import { MONTHS_PER } from '../../core/period.ts';
import type { Horizon, Range, RoiResult } from '../../core/result.ts';
import { amount, count, percent, range, signedPercent, text, unknown } from '../cells.ts';
import { left, right } from '../outcomes/columns.ts';
import type { Block, Cell } from '../report.ts';

/** A horizon of both ledgers. */
interface Both {
  readonly business: Horizon;
  readonly members: MemberHorizon;
}

/** The two ledgers side by side: over the whole window, and over the latest twelve months. */
export function ledgerSections(side: MemberSide, { totals, latest12 }: RoiResult): Block[] {
  const whole = ledgerSection('Whole window', { business: totals, members: side });
  const latest = { business: latest12, members: side.latest12 };
  return isLonger(side) ? [whole, ledgerSection('Latest 12 months', latest)] : [whole];
}

function ledgerSection(title: string, both: Both): Block {
  const { business, members } = both;
  const row = (label: string, ...cells: readonly Cell[]) => [text(label), ...cells];
  const rows = [
    row('Return', amount(business.return), amount(members.return, members.returnReason)),
    row('Investment', amount(business.cost), amount(members.investment, members.investmentReason)),
    row('Profit, surplus', amount(business.profit), amount(members.surplus, members.surplusReason)),
    row('ROI', signedPercent(business.roi, business.roiReason), signedPercent(members.roi, members.roiReason)),
    ...(hasIntervals(both) ? [row('95% interval', ...roiRanges(both))] : []),
    row('Share of the pie', ...shares(members)),
    ...(members.interval?.shareOfPie == null ? [] : [row('95% interval', ...shareRanges(members))]),
  ];
  const columns = [left('Ledger', 1), right('Business', 1), right('Members', 1)];
  return { kind: 'section', id: 'both-ledgers', title, blocks: [{ kind: 'table', columns, rows }] };
}

function shares({ shareOfPie, shareOfPieReason }: MemberHorizon): Cell[] {
  const other = shareOfPie === null ? null : 1 - shareOfPie;
  return [percent(other, shareOfPieReason), percent(shareOfPie, shareOfPieReason)];
}

/** Whether the latest twelve months are not all there is. */
function isLonger({ periods, latest12 }: MemberSide): boolean {
  return latest12.periods < periods;
}

function hasIntervals({ business, members }: Both): boolean {
  return business.interval?.roi != null || members.interval?.roi != null;
}

function roiRanges({ business, members }: Both): readonly [Cell, Cell] {
  const { interval, intervalReason = '' } = members;
  return [
    ends(business.interval?.roi ?? null, business.intervalReason ?? business.roiReason, signedPercent),
    ends(interval?.roi ?? null, interval?.roiReason ?? intervalReason, signedPercent),
  ];
}

function shareRanges({ interval, intervalReason = '' }: MemberHorizon): readonly [Cell, Cell] {
  const share: MemberInterval['shareOfPie'] = interval?.shareOfPie ?? null;
  const reason = interval?.shareOfPieReason ?? intervalReason;
  const other: Range | null = share === null ? null : [1 - share[1], 1 - share[0]];
  return [ends(other, reason, percent), ends(share, reason, percent)];
}

function ends(interval: Range | null, reason = '', cell: (value: number) => Cell): Cell {
  return interval === null ? unknown(reason) : range(cell(interval[0]), cell(interval[1]));
}

/** What members got and gave, line by line. */
export function memberSection(side: MemberSide): Block {
  const horizons = isLonger(side) ? [side, side.latest12] : [side];
  const columns = [
    left('Item', 1),
    right('Whole window', isLonger(side) ? 2 : 1),
    ...(isLonger(side) ? [right('Latest 12 months', 1)] : []),
  ];
  const row = (label: string | Cell, cell: (horizon: MemberHorizon) => Cell) => [
    typeof label === 'string' ? text(label) : label,
    ...horizons.map(cell),
  ];
  const rows = [
    ...side.outcomes.filter(({ counted }) => counted !== null).map((own) => outcomeRow(own, horizons.length)),
    row('rewards received', ({ rewards }) => amount(rewards)),
    row('Return', (own) => amount(own.return, own.returnReason)),
    row('hours given', (own) => count(own.hours, own.hoursReason)),
    row('their worth', (own) => amount(own.hoursValue, own.hoursValueReason)),
    row('fees paid', (own) => amount(own.fees, own.feesReason)),
    row('Investment', (own) => amount(own.investment, own.investmentReason)),
    row('give-back', (own) => percent(own.giveBack, own.giveBackReason)),
  ];
  const blocks: Block[] = [{ kind: 'table', columns, rows }];
  return { kind: 'section', id: 'members-ledger', title: 'What members got and gave', blocks };
}

/** Money from one outcome: what it is worth to each, times member-months. */
function outcomeRow({ outcome, counted }: LedgerOutcome, horizons: number): Cell[] {
  const { each, per, memberMonths, memberMonthsReason, latest12MemberMonths, latest12MemberMonthsReason } = counted!;
  const money = (months: number | null, reason = '') =>
    amount(months === null ? null : (each * months) / MONTHS_PER[per], `${outcome}: ${reason}`);
  return [
    text(`${outcome} beyond non-members`),
    money(memberMonths, memberMonthsReason),
    ...(horizons > 1 ? [money(latest12MemberMonths, latest12MemberMonthsReason)] : []),
  ];
}
