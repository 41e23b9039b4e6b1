import type { MemberFigures } from '../../../core/result.ts';
import type { SheetCell, SheetRow } from '../../workbook.ts';
import { formula, given, line, text } from '../cells.ts';
import type { Model } from '../model.ts';
import { around, type Figure, list, type MakePart, SUMMARY } from './part.ts';

const HEADS = [
  'Horizon',
  'Key in the JSON',
  'From month no.',
  'Until month no.',
  'Active members',
  'Cost',
  'Benefit',
  'Profit',
  'ROI',
];
/** What an active member cost and brought, by year and over the latest twelve months. */
export function memberPart(model: Model): MakePart {
  const { result, window } = model;
  const { perActiveMember: members } = result;
  return (first) => {
    const rows: SheetRow[] = [line('Per active member', 'section'), HEADS.map((header) => text(header, 'header'))];
    for (const [year, figures] of Object.entries(members.years)) {
      const from = given(Math.max(window.from, 12 * Number(year)), 'plain');
      const until = given(Math.min(window.until, 12 * Number(year) + 12), 'plain');
      rows.push(memberRow(year, `perActiveMember.years.${year}`, figures, [from, until], first + rows.length));
    }
    const latest = [
      formula('latest_from', Math.max(window.from, window.until - 12), 'plain'),
      formula('window_until', window.until, 'plain'),
    ] as const;
    const row = first + rows.length;
    rows.push(memberRow('Latest 12 months', 'perActiveMember', members, latest, row));
    const names = (['number', 'charge', 'benefit', 'profit', 'roi'] as const).map((figure, i) => ({
      name: `member_${figure}`,
      range: `${SUMMARY}!$${'EFGHI'[i]}$${row}`,
    }));
    return { rows, names };
  };
}

function memberRow(
  label: string,
  key: string,
  figures: MemberFigures,
  [from, until]: readonly [SheetCell | null, SheetCell | null],
  row: number,
): SheetRow {
  const inside = `(period_month>=C${row})*(period_month<D${row})`;
  const cost = `IF(member_cost="total",SUMPRODUCT(${inside}*period_cost),SUMPRODUCT(${inside}*period_growing_cost))`;
  return [
    text(label),
    text(key, 'note'),
    from,
    until,
    formula(`SUMPRODUCT(${inside}*period_active)/SUMPRODUCT(${inside})`, figures.activeMembers, 'count'),
    formula(`IF(E${row}>0,${cost}/E${row},"")`, figures.cost, 'price'),
    formula(`IF(E${row}>0,SUMPRODUCT(${inside}*period_return)/E${row},"")`, figures.benefit, 'price'),
    formula(`IF(E${row}>0,G${row}-F${row},"")`, figures.profit, 'price'),
    formula(`IF(N(F${row})>0,H${row}/F${row},"")`, figures.roi, 'percent'),
  ];
}

/** How far the figures of the latest twelve months may be off; undefined where that is not known. */
export function memberIntervalPart({ result, errors }: Model): MakePart | undefined {
  const { interval, benefit, profit, roi } = result.perActiveMember;
  if (interval === null || errors === undefined) return undefined;
  const reach = 'latest_error*margin*critical/member_number';
  const figures: Figure[] = [
    {
      label: 'Benefit',
      key: 'perActiveMember.benefit',
      value: formula('member_benefit', benefit, 'price'),
      ...around('member_benefit', reach, interval.benefit, 'price'),
    },
    {
      label: 'Profit',
      key: 'perActiveMember.profit',
      value: formula('member_profit', profit, 'price'),
      ...around('member_profit', reach, interval.profit, 'price'),
    },
  ];
  if (interval.roi !== null) {
    figures.push({
      label: 'ROI',
      key: 'perActiveMember.roi',
      value: formula('member_roi', roi, 'percent'),
      ...around('member_roi', `${reach}/member_charge`, interval.roi, 'percent'),
    });
  }
  return list('Per active member, latest 12 months', figures);
}

/** What one more active member cost and brought against the twelve months before. */
export function marginalPart({ result, perYear }: Model): MakePart {
  const { marginal, marginalReason } = result;
  const title = 'One more active member';
  if (result.window.periods < 2 * perYear) {
    return () => ({ rows: [line(title, 'section'), line(`Unknown: ${marginalReason}.`, 'note')] });
  }
  const now = '(period_month>=latest_from)';
  const then = '(period_month>=latest_from-12)*(period_month<latest_from)';
  const change = (of: string) => `(SUMPRODUCT(${now}*${of})-SUMPRODUCT(${then}*${of}))`;
  const cost = `IF(member_cost="total",${change('period_cost')},${change('period_growing_cost')})`;
  const grown = `(SUMPRODUCT(${now}*period_active)-SUMPRODUCT(${then}*period_active))/${perYear}`;
  const part = (
    key: keyof NonNullable<typeof marginal>,
    label: string,
    written: string,
    format: 'price' | 'decimal',
  ): Figure => ({
    label,
    key: `marginal.${key}`,
    value: formula(`IF(members_grown>0,${written},"")`, marginal?.[key] ?? null, format),
  });
  const growth = memberGrowth(result, perYear);
  return list(title, [
    { label: 'Growth of active members', value: formula(grown, growth, 'decimal'), name: 'members_grown' },
    part('activeMembers', 'Growth that counts', 'members_grown', 'decimal'),
    part('cost', 'Cost of each', `${cost}/members_grown`, 'price'),
    part('benefit', 'Benefit of each', `${change('period_return')}/members_grown`, 'price'),
  ]);
}

function memberGrowth({ periods }: Model['result'], perYear: number): number {
  const mean = (rows: typeof periods) =>
    rows.reduce((sum, { cohorts }) => sum + (cohorts.active?.people ?? 0), 0) / perYear;
  return mean(periods.slice(-perYear)) - mean(periods.slice(-2 * perYear, -perYear));
}
