export type Painter = (text: string) => string;

/** The few things that colour says. It repeats what a sign, a word or a dash has said already. */
export interface Paint {
  readonly strong: Painter;
  readonly quiet: Painter;
  readonly good: Painter;
  readonly bad: Painter;
  readonly unclear: Painter;
  readonly command: Painter;
  readonly bar: Painter;
  /** Lines of a chart, in the order of the series. */
  readonly series: readonly [Painter, ...Painter[]];
}

const same: Painter = (text) => text;

/** No colours at all, and no package to load for them. */
export const PLAIN: Paint = {
  strong: same,
  quiet: same,
  good: same,
  bad: same,
  unclear: same,
  command: same,
  bar: same,
  series: [same],
};
