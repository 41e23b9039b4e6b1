import type { Services } from '../commands/command.ts';
import { plainText } from '../report/plain.ts';
import type { Output } from './process.ts';

/** One line on a terminal that says how far the run is. */
export interface ProgressLine {
  readonly show: Services['progress'];
  clear(): void;
}

/** A run shorter than this shows nothing. */
const PATIENCE_MS = 1000;
const CLEAR = '\r\u001b[2K';

export function progressLine(stream: Output, wanted: boolean, now: () => number = Date.now): ProgressLine {
  if (!wanted || stream.isTTY !== true) return { show: () => {}, clear: () => {} };
  const started = now();
  let step = { doing: '', since: started };
  let shown = false;
  return {
    show({ doing, rows, estimated, share }) {
      const at = now();
      if (doing !== step.doing) step = { doing, since: at };
      if (at - started < PATIENCE_MS) return;
      const left = share === undefined || share < 0.02 ? undefined : ((at - step.since) * (1 - share)) / share;
      const parts = [
        doing,
        share === undefined ? undefined : `${Math.floor(share * 100)}%`,
        rows === undefined || rows === 0
          ? undefined
          : `${estimated === true ? '≈ ' : ''}${rows.toLocaleString('en-US')} rows`,
        left === undefined ? undefined : `${timeText(left)} left`,
      ];
      const text = plainText(parts.filter((part) => part !== undefined).join(' · '));
      stream.write(CLEAR + text.slice(0, Math.max(20, (stream.columns ?? 80) - 1)));
      shown = true;
    },
    clear() {
      if (shown) stream.write(CLEAR);
      shown = false;
    },
  };
}

function timeText(ms: number): string {
  const seconds = Math.ceil(ms / 1000);
  return seconds < 100 ? `${seconds} s` : `${Math.ceil(seconds / 60)} min`;
}
