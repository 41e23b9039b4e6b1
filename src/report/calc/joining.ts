import type { Joining, MethodFigures } from '../../core/effect/joining.ts';
import { amount, count, period, range, signedPercent, text, unknown } from '../cells.ts';
import { preTrendPhrase } from '../effect/facts.ts';
import { left, right } from '../outcomes/columns.ts';
import type { Block, Cell, Phrase, Report } from '../report.ts';

/** The report of `calc` with what members returned by when they joined, beside the uplift over newcomers. */
export function withJoining(report: Report, joining: Joining): Report {
  const at = report.blocks.findIndex((block) => block.kind === 'section' && block.id === 'caveats');
  const place = at < 0 ? report.blocks.length : at;
  return {
    ...report,
    data: { ...(report.data as object), joining },
    blocks: report.blocks.toSpliced(place, 0, joiningSection(joining)),
  };
}

function joiningSection(own: Joining): Block {
  const { uplift, joining } = own;
  const row = (name: string, of: (method: MethodFigures) => Cell) => [text(name), of(uplift), of(joining)];
  const rows = [
    row('Return of active members', ({ active }) => amount(active)),
    row('… with lurkers', ({ members }) => amount(members)),
    row('Return in all', (method) => amount(method.return)),
    row('95% interval', ({ interval, intervalReason = '' }) =>
      interval === null ? unknown(intervalReason) : range(amount(interval.return[0]), amount(interval.return[1])),
    ),
    row('ROI', ({ roi }) => signedPercent(roi, 'there is no cost')),
    row('95% interval', ({ interval, intervalReason = 'there is no cost' }) => {
      const ends = interval?.roi ?? null;
      return ends === null ? unknown(intervalReason) : range(signedPercent(ends[0]), signedPercent(ends[1]));
    }),
  ];
  return {
    kind: 'section',
    id: 'by-joining',
    title: 'By joining',
    note: ['two methods beside each other, ', period(own.from), ' to ', period(own.to)],
    blocks: [
      {
        kind: 'table',
        columns: [left('', 1), right('Over newcomers', 1), right('By joining', 1)],
        rows,
      },
      { kind: 'paragraph', text: about(own) },
      { kind: 'paragraph', text: before(own) },
    ],
  };
}

function about({ people, comparison }: Joining): Phrase {
  const others = comparison === 'never' ? 'had not joined by the end' : 'had not joined yet';
  return [
    'By joining: what ',
    count(people.joined),
    ` people changed by since they joined, beyond those who ${others}, times active members and lurkers of each period.`,
  ];
}

function before({ preTrend }: Joining): Phrase {
  const { passed, basisReason } = preTrend;
  const shown = preTrendPhrase(preTrend);
  if (shown === undefined) return [text(`Whether trends were alike before joining is unknown: ${basisReason}.`)];
  return passed === true
    ? ['Before joining, no difference in trends was found (', ...shown, ').']
    : [
        ...['Before joining, they were already changing in other ways (', ...shown],
        '): the column by joining is no return. See community-roi effect.',
      ];
}
