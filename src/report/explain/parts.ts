import type { Cohort } from '../../core/cohort.ts';
import type { RoiResult } from '../../core/result.ts';
import { count, text } from '../cells.ts';
import { findEntry } from '../glossary.ts';
import type { Provenance } from '../provenance.ts';
import type { Block, Cell, Phrase } from '../report.ts';

export type Fact = { readonly label: string; readonly value: Phrase };

/** How one metric came about, from the result and the rows behind it. */
export type Explanation = (result: RoiResult, from: Provenance) => readonly Block[];

/** An amount to the cent, without a currency sign: arithmetic is read more easily so. */
export const cents = (value: number): Cell => count(value, '', 2);

/** A ratio with the digits that its percentage hides. */
export const ratio = (value: number): Cell => count(value, '', 6);

export const derivation = (left: string, ...lines: readonly Phrase[]): Block => ({ kind: 'derivation', left, lines });

export const facts = (...items: readonly Fact[]): Block => ({ kind: 'facts', facts: items });

/** The formula of a metric, line by line, as the glossary has it. */
export function formulaBlocks(id: string): Block[] {
  return (findEntry(id)?.formula ?? []).map((line) => ({ kind: 'paragraph', text: [line] }));
}

/** `a 1.00 + b 2.00` */
export function sumOf(parts: readonly (readonly [name: string, value: number])[]): Phrase {
  return parts.flatMap(([name, value], i): Phrase => [i === 0 ? '' : ' + ', text(name), ' ', cents(value)]);
}

/** `163,892.92 ÷ 2,802 people = 58.49   spend.csv:145` */
export function meanFact(from: Provenance, cohort: Cohort, period: string): Fact {
  const row = from.spend(cohort, period);
  const label = `m(${cohort}, ${period})`;
  if (row === undefined || row.people === 0) return { label, value: ['unknown: the cohort has nobody there'] };
  const mean = cents(row.spend / row.people);
  return {
    label,
    value: [cents(row.spend), ' ÷ ', count(row.people), ' people = ', mean, '   ', text(row.where)],
  };
}

/** `rows 2–42 of costs.csv` */
export function costRows({ costs }: Provenance): Phrase {
  const spans = new Map<string, { first: number; last: number }>();
  for (const { file, firstLine, lastLine } of costs) {
    const span = spans.get(file) ?? { first: firstLine, last: lastLine };
    spans.set(file, { first: Math.min(span.first, firstLine), last: Math.max(span.last, lastLine) });
  }
  return [...spans].flatMap(
    ([file, { first, last }], i): Phrase => [text(`${i === 0 ? '' : ', '}rows ${first}–${last} of ${file}`)],
  );
}
