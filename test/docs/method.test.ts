import { expect, test } from 'vitest';
import { methodPage } from '../../.build/docs/method.ts';
import { COHORTS } from '../../src/core/cohort.ts';
import { GLOSSARY } from '../../src/report/glossary.ts';
import { expectPage } from './page.ts';

test('docs/method.md is what the glossary and the introduction say', () => {
  expectPage('docs/method.md', methodPage());
});

test('the method explains every metric and every cohort', () => {
  const page = methodPage();
  for (const { id, question } of GLOSSARY) {
    expect(page).toContain(`(\`${id}\`)`);
    expect(page).toContain(`**${question}**`);
  }
  for (const cohort of COHORTS) expect(page).toContain(`\n| \`${cohort}\` `);
});
