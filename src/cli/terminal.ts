import type { Output, Process } from './process.ts';

export type ColorChoice = 'auto' | 'always' | 'never';
export type ColorLevel = 0 | 1 | 2 | 3;

/**
 * How many colours a stream gets: none, 16, 256 or 16 million. The flag beats the environment: FORCE_COLOR, then
 * NO_COLOR (https://no-color.org), then whether it is a terminal.
 */
export function colorLevel(stream: Output, env: Process['env'], choice: ColorChoice): ColorLevel {
  if (choice === 'never') return 0;
  if (choice === 'always') return Math.max(1, depth(env)) as ColorLevel;
  const forced = env['FORCE_COLOR'];
  if (forced !== undefined && forced !== '') return forcedLevel(forced, env);
  if (env['NO_COLOR'] || env['TERM'] === 'dumb' || stream.isTTY !== true) return 0;
  return depth(env);
}

function forcedLevel(value: string, env: Process['env']): ColorLevel {
  if (value === '0' || value === 'false') return 0;
  if (value === '1' || value === '2' || value === '3') return Number(value) as ColorLevel;
  return Math.max(1, depth(env)) as ColorLevel;
}

function depth(env: Process['env']): ColorLevel {
  if (env['COLORTERM'] === 'truecolor' || env['COLORTERM'] === '24bit') return 3;
  return /256/.test(env['TERM'] ?? '') ? 2 : 1;
}

/** A report wider than this is hard to read. */
const WIDEST = 120;
const NARROWEST = 20;
const PIPE_WIDTH = 80;

/** Columns to fill: what the user says, or the terminal's up to 120, or 80 where there is none. */
export function widthOf(stream: Output, wanted: number | undefined): number {
  if (wanted !== undefined) return Math.max(NARROWEST, wanted);
  const columns = stream.isTTY === true ? stream.columns : undefined;
  return Math.min(WIDEST, Math.max(NARROWEST, columns || PIPE_WIDTH));
}
