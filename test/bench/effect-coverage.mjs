// `node test/bench/effect-coverage.mjs`: how often the interval and the band of `effect` hold the truth, and what it says
// of members who were better, or getting better, before they joined and whom joining gave nothing. The same communities
// in every run. --communities takes fewer or more of them; --check exits 1 where coverage leaves 93–97% from 1,000 people
// up, or a verdict is better where it may not be.
import { parseArgs } from 'node:util';
import { bundled } from './bundled.mjs';

const { values } = parseArgs({
  options: { communities: { type: 'string', default: '1000' }, check: { type: 'boolean' } },
});
const kept = await bundled('effect-coverage/run.ts', ({ run }) => run(Number(values.communities)));
if (values.check === true && !kept) process.exitCode = 1;
