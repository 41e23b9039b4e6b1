// Adds up vitest's JSON reports in a folder and the steps that failed; exits 1 where anything did.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const [folder = '', ...failedSteps] = process.argv.slice(2);
let passed = 0;
let failed = 0;
for (const file of readdirSync(folder)) {
  /** @type {{ numPassedTests: number, testResults: { name: string, status: string, message: string, assertionResults: { fullName: string, status: string }[] }[] }} */
  const report = JSON.parse(readFileSync(join(folder, file), 'utf8'));
  passed += report.numPassedTests;
  for (const { name, status, message, assertionResults } of report.testResults) {
    const names = assertionResults.filter((test) => test.status === 'failed').map((test) => test.fullName);
    // A file that could not even be loaded has no test that failed.
    if (names.length === 0 && status === 'failed') names.push(message.split('\n')[0] ?? '');
    for (const test of names) console.log(`failed: ${name} > ${test}`);
    failed += names.length;
  }
}
// The tests are counted one by one; they are no failed step beside that.
const others = failed > 0 ? failedSteps.filter((step) => step !== 'install and test') : failedSteps;
for (const step of others) console.log(`failed: ${step}`);
failed += others.length;
if (passed === 0) console.log('no test was run');
console.log(`${passed} passed, ${failed} failed`);
process.exitCode = failed > 0 || passed === 0 ? 1 : 0;
