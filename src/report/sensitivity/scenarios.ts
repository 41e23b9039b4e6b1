import type { Horizon, RoiResult } from '../../core/result.ts';
import type { ScenarioFigures } from '../../core/scenario.ts';
import { amount, period, range, signedPercent, text, unknown } from '../cells.ts';
import type { Block, Cell, Column, Phrase, Verdict } from '../report.ts';

/** A scenario with what it changes, as the user wrote it. */
export interface ScenarioColumn extends ScenarioFigures {
  readonly changes: readonly { readonly setting: string; readonly value: string }[];
}

type Compared = Pick<RoiResult, 'verdict' | 'totals' | 'latest12' | 'breakEven'>;

const VERDICTS: Readonly<Record<Verdict, string>> = {
  positive: 'positive',
  negative: 'negative',
  unclear: 'cannot tell',
};

/** Named scenarios beside the figures as they are. */
export function scenarioSection(base: RoiResult, scenarios: readonly ScenarioColumn[]): Block {
  const all: readonly Compared[] = [base, ...scenarios];
  const row = (label: string, cell: (figures: Compared) => Cell): Cell[] => [text(label), ...all.map(cell)];
  const sure = all.some(({ totals }) => totals.interval !== null);
  const columns: Column[] = ['', 'As it is', ...scenarios.map(({ name }) => name)].map((header, i) => ({
    header,
    align: i === 0 ? 'left' : 'right',
    priority: 1,
  }));
  const rows = [
    row('Cost', ({ totals }) => amount(totals.cost)),
    row('Return', ({ totals }) => amount(totals.return)),
    row('Profit', ({ totals }) => amount(totals.profit)),
    row('ROI', ({ totals }) => roiCell(totals)),
    ...(sure ? [row('95% interval', ({ totals }) => intervalCell(totals))] : []),
    row('ROI, latest 12 months', ({ latest12 }) => roiCell(latest12)),
    row('Paid back', ({ breakEven }) => paidBack(breakEven)),
    row('Verdict', ({ verdict }) => text(VERDICTS[verdict])),
  ];
  const facts = scenarios.map(({ name, changes }) => ({ label: name, value: changesPhrase(changes) }));
  return {
    kind: 'section',
    id: 'scenarios',
    title: 'Scenarios',
    note: ['what each one changes stands below; "paid back" may lie ahead, on the fitted profit line'],
    blocks: [
      { kind: 'table', columns, rows },
      { kind: 'facts', facts },
    ],
  };
}

/** A scenario as the JSON has it. */
export function scenarioData({ name, changes, ...figures }: ScenarioColumn): unknown {
  return { name, changes: Object.fromEntries(changes.map(({ setting, value }) => [setting, value])), ...figures };
}

function roiCell({ roi, roiReason }: Horizon): Cell {
  return signedPercent(roi, roiReason);
}

function intervalCell({ interval, intervalReason }: Horizon): Cell {
  const roi = interval?.roi ?? null;
  if (roi === null) return unknown(intervalReason ?? 'the ROI is unknown');
  return range(signedPercent(roi[0]), signedPercent(roi[1]));
}

function paidBack({ cumulative, projected, projectedReason }: RoiResult['breakEven']): Cell {
  const when = cumulative ?? projected;
  return when === null ? unknown(projectedReason ?? '') : period(when);
}

function changesPhrase(changes: ScenarioColumn['changes']): Phrase {
  if (changes.length === 0) return ['changes nothing'];
  return changes.map(({ setting, value }, i) => text(`${i === 0 ? '' : ', '}${setting} ${value}`));
}
