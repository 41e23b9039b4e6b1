import type { EffectFigure, EffectResult } from '../../core/effect/result.ts';
import type { Range } from '../../core/result.ts';
import type { Report } from '../report.ts';

const HEADER = [
  'row',
  'joined',
  'period',
  'since',
  'people',
  'value',
  'se',
  'low',
  'high',
  'band_low',
  'band_high',
  'p',
];

type Row = Report['table'][number];

interface Place {
  readonly joined?: string;
  readonly period?: string;
  readonly since?: number;
  readonly people?: number;
  readonly band?: Range | null;
}

/** A row for each figure: what `--format csv` writes. */
export function effectRows(result: EffectResult): Report['table'] {
  const { effect, aggregates, people, sinceJoining, byJoining, byPeriod, cells } = result;
  const all = { people: people.joined };
  return [
    HEADER,
    row('simple', effect, all),
    row('group', aggregates.group, all),
    row('dynamic', aggregates.dynamic, all),
    row('calendar', aggregates.calendar, all),
    ...sinceJoining.map((own) => row('since joining', own, own)),
    ...byJoining.map((own) => row('by joining', own, own)),
    ...byPeriod.map((own) => row('by calendar', own, own)),
    ...cells.map((own) => row('cell', own, own)),
  ];
}

function row(name: string, { value, se, interval, p }: EffectFigure, place: Place): Row {
  const { joined = null, period = null, since = null, people = null, band } = place;
  return [name, joined, period, since, people, value, se, ...(interval ?? EMPTY), ...(band ?? EMPTY), p];
}

const EMPTY = [null, null] as const;
