// `npm run bench:coverage`: how often the interval of ROI holds the true one, over communities whose truth is known.
// The same communities in every run. --communities takes fewer or more of them, --write docs/accuracy.md puts the tables
// into that page, --check exits 1 where coverage leaves 93–97% although every cohort has 50 people.
import { parseArgs } from 'node:util';
import { bundled } from './bundled.mjs';

const { values } = parseArgs({
  options: { communities: { type: 'string', default: '4500' }, write: { type: 'string' }, check: { type: 'boolean' } },
});
const kept = await bundled('coverage/run.ts', ({ run }) =>
  run({ communities: Number(values.communities), ...(values.write && { write: values.write }) }),
);
if (values.check === true && !kept) process.exitCode = 1;
