import type { RoiOptions } from '../../core/input.ts';

/** The commands whose `--explain` puts the numbers in. */
export type Explainer = 'calc' | 'outcomes' | 'event' | 'dose' | 'incidents' | 'effect';

/** A figure explained as the question that it answers. */
export interface GlossaryEntry {
  /** What `explain` and `--explain` take. */
  readonly id: string;
  /** The command that shows it; missing means `calc`. */
  readonly of?: Explainer;
  readonly title: string;
  readonly question: string;
  /** One line per step. */
  readonly formula: readonly string[];
  readonly assumptions: readonly string[];
  /** When the figure is unknown. */
  readonly unknown: string;
  /** Where it stands in the JSON under `data`. */
  readonly path: string;
  readonly worked: WorkedNumber;
}

/** A figure of a bundled fixture, and how it comes about. */
export interface WorkedNumber {
  readonly fixture: string;
  /** What the calculation is run with, where it is not the default. */
  readonly options?: RoiOptions;
  /** The command line that gives it, in the folder of the fixture; missing means `calc` on its costs and spending. */
  readonly command?: string;
  readonly value: number | string;
  readonly text: string;
}
