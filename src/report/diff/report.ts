import { text } from '../cells.ts';
import { phraseText } from '../format.ts';
import type { Block, Report } from '../report.ts';
import { diffCaveats } from './caveats.ts';
import { movementSection } from './movement.ts';
import type { DiffFacts, DiffSide } from './side.ts';
import { movementVerdict } from './verdict.ts';

/** The report of `diff`: what moved ROI from one result to another, in parts that add up. */
export function diffReport(facts: DiffFacts): Report {
  const { old, now, movement, horizon } = facts;
  const currency = now.result.currency ?? old.result.currency;
  const caveats = diffCaveats(facts);
  const plain = { locale: 'en-US', currency, ascii: false };
  const { roi, roiReason, profit, factors, largest } = movement;
  return {
    kind: 'diff',
    passed: true,
    currency,
    data: {
      currency,
      horizon,
      old: sideData(old),
      new: sideData(now),
      change: { roi, ...(roiReason === undefined ? {} : { roiReason }), profit },
      factors: factors.map(({ factor, before, after, roi, profit }) => ({
        ...{ factor, old: before, new: after, roi, profit },
      })),
      largest,
      caveats: caveats.map(({ code, message }) => ({ code, message: phraseText(message, plain) })),
    },
    blocks: [
      title(facts, currency),
      movementVerdict(facts),
      movementSection(facts),
      ...(caveats.length === 0 ? [] : [caveatSection(caveats)]),
      hints(horizon),
    ],
    table: [
      ['factor', 'old', 'new', 'roi_change', 'profit_change'],
      ...factors.map(({ factor, before, after, roi, profit }) => [factor, before, after, roi, profit]),
      ['roi', old.account.roi, now.account.roi, roi, profit],
    ],
  };
}

function title({ old, now }: DiffFacts, currency: string | null): Block {
  const files = [text(old.result.name), ' → ', text(now.result.name)];
  return {
    kind: 'title',
    text: ['What moved ROI · ', ...files, ...(currency === null ? [] : [' · ', text(currency)])],
  };
}

function sideData({ result, account }: DiffSide): unknown {
  const { from, to, periods, unit, cost, return: returned, profit, roi, roiReason, roiInterval, margin } = account;
  return {
    file: result.name,
    ...{ from, to, periods, unit, cost, return: returned, profit, roi },
    ...(roiReason === undefined ? {} : { roiReason }),
    interval: roiInterval === null ? null : { roi: roiInterval },
    baseline: result.baseline,
    margin,
  };
}

function caveatSection(caveats: ReturnType<typeof diffCaveats>): Block {
  return { kind: 'section', id: 'caveats', title: 'Caveats', blocks: [{ kind: 'caveats', caveats }] };
}

function hints(horizon: string): Block {
  const save = { label: 'Save', command: '-o movement.md' };
  const latest = { label: 'Only the latest twelve months', command: '--horizon latest12' };
  return { kind: 'hints', hints: horizon === 'latest12' ? [save] : [latest, save] };
}
