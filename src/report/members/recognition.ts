import { amount, count, counted, percent, period, text, unknown } from '../cells.ts';
import { left, right } from '../outcomes/columns.ts';
import type { Block, Phrase } from '../report.ts';
import type { MemberFacts } from './facts.ts';

/** Who of the active members was recognised, and what was given. */
export function recognitionSection({
  side: { recognition, recognitionReason = '' },
  recognitionDated,
}: MemberFacts): Block[] {
  const section = (note: Phrase, blocks: readonly Block[]): Block[] => [
    { kind: 'section', id: 'recognition', title: 'Recognition', note, blocks },
  ];
  if (recognition === null) return section([], [{ kind: 'paragraph', text: [text(`Unknown: ${recognitionReason}.`)] }]);
  const { coverage, coverageReason = '', from, to, people, times, given } = recognition;
  const share: Phrase = [
    coverage === null ? unknown(coverageReason) : percent(coverage),
    ...(coverage === null
      ? []
      : [recognitionDated ? ' of active members in an average period' : ' of the active members']),
  ];
  const facts = [
    { label: 'Recognised or rewarded', value: share },
    { label: 'In all', value: [...counted(people, 'person', 'people'), ', ', ...counted(times, 'time', 'times')] },
  ];
  const columns = [left('What', 1), right('Times', 1), right('People', 2), right('Worth', 2)];
  const rows = given.map((own) => [
    text(own.what),
    count(own.times),
    count(own.people, own.peopleReason),
    amount(own.value, own.valueReason),
  ]);
  const when: Phrase = from === to ? [period(to)] : [period(from), ' to ', period(to)];
  return section(when, [
    { kind: 'facts', facts },
    ...(rows.length > 0 ? [{ kind: 'table', columns, rows } as const] : []),
  ]);
}
