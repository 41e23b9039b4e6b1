import { optionAlone } from '../errors/usage.ts';
import type { Command, OptionSpec, RawOptions } from './command.ts';
import { longName, optionKey } from './options.ts';

/**
 * An option that was typed and would say nothing is an error; in the environment and the configuration it may be meant for
 * other runs. `all` holds what these say as well.
 */
export function assertHeard({ options }: Command, typed: RawOptions, all: RawOptions): void {
  const specOf = (name: string) => options.find((spec) => longName(spec) === name);
  const isGiven = (spec: OptionSpec | undefined) => spec !== undefined && all[optionKey(spec)] !== undefined;
  for (const spec of options) {
    const { beside = [] } = spec;
    if (beside.length === 0 || typed[optionKey(spec)] === undefined) continue;
    if (!beside.some((name) => isGiven(specOf(name)))) throw optionAlone(longName(spec), beside);
  }
}
