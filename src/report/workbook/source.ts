import { phraseText } from '../format.ts';
import type { Block, Report } from '../report.ts';
import { verdictPhrases } from '../topics.ts';
import type { Workbook } from '../workbook.ts';
import type { LedgerFacts } from './facts.ts';

/** Makes the workbook when a format asks for it: the others pay nothing for it. */
export function laterWorkbook(facts: LedgerFacts, verdict: Block): NonNullable<Report['workbook']> {
  return async (): Promise<Workbook> => {
    const { calcWorkbook } = await import('./calc.ts');
    const words = { locale: 'en-US', currency: facts.currency, ascii: false };
    const { result, rows, method, currency, inputs, minPeople, members } = facts;
    return calcWorkbook({
      ...{ result, rows, method, currency, inputs, minPeople },
      ...(members === undefined ? {} : { members }),
      verdict: (verdict.kind === 'verdict' ? verdictPhrases(verdict) : []).map((part) => phraseText(part, words)),
    });
  };
}
