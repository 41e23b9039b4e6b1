import { relative } from 'node:path';

/** A vitest reporter that names every test which was skipped, so that what was not checked is known. */
export default class SkippedReporter {
  /** @param {readonly import('vitest/node').TestModule[]} modules */
  onTestRunEnd(modules) {
    const skipped = modules.flatMap((module) =>
      [...module.children.allTests('skipped')].map((test) => {
        const { note } = /** @type {{ note?: string }} */ (test.result());
        return `  ${relative(process.cwd(), module.moduleId)} > ${test.fullName}${note ? ` (${note})` : ''}`;
      }),
    );
    if (skipped.length > 0) console.log(`\nSkipped (REQUIRE_ALL=1 makes a failure of it):\n${skipped.join('\n')}`);
  }
}
