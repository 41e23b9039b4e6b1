// `node test/bench/event-coverage.mjs`: how often the interval of `event` holds the truth, and what it says of attendees
// who were better, or getting better, before an event that did nothing. The same communities in every run. --communities
// takes fewer or more of them; --check exits 1 where coverage leaves 93–97%, or a verdict is better where it may not be.
import { parseArgs } from 'node:util';
import { bundled } from './bundled.mjs';

const { values } = parseArgs({
  options: { communities: { type: 'string', default: '1000' }, check: { type: 'boolean' } },
});
const kept = await bundled('event-coverage/run.ts', ({ run }) => run(Number(values.communities)));
if (values.check === true && !kept) process.exitCode = 1;
