import { CATEGORIES, type CostCategory } from '../../src/core/rows.ts';
import { GLOSSARY, type GlossaryEntry, shownPath } from '../../src/report/glossary.ts';
import { anchor, fenced, fillPage, markdownTable } from './page.ts';

/** What each category holds. */
const HOLDS: Readonly<Record<CostCategory, string>> = {
  one_off: 'launch, redesign, consultancy, training; spread over its useful life',
  ongoing: 'licences, hosting, maintenance, advertising',
  staff: "community management, and a share of other people's time",
  developer: 'development',
  misc: 'everything else that grows with the members',
  rewards: 'what is given to members: prizes, payouts, perks, recognition',
  overhead: 'a share of rent, insurance, administration',
};

/** `docs/method.md`: the method in prose, and every entry of the glossary. */
export function methodPage(): string {
  return fillPage('method.md', {
    contents: GLOSSARY.map((entry) => `[${entry.id}](#${anchor(heading(entry))})`).join(' · '),
    categories: categoryTable(),
    intervals: intervalTable(),
    metrics: GLOSSARY.map(section).join('\n\n'),
  });
}

/** The categories of cost, what they hold, and which of them are variable. */
export function categoryTable(): string {
  const rows = Object.entries(CATEGORIES).map(([name, { variable }]) => [
    `\`${name}\``,
    HOLDS[name as CostCategory],
    variable ? 'yes' : 'no',
  ]);
  return markdownTable(['category', 'what', 'variable?'], rows);
}

function intervalTable(): string {
  return markdownTable(
    ['the spending file has', 'how the interval comes about'],
    [
      ['`people` and `spend` alone', 'there is none, and the report says which column would give one'],
      [
        '`spend_sd`, and `sample_size` where the mean comes from a sample',
        '*closed form*: the error of a mean is spend_sd ÷ √people; cohorts and periods are taken as independent samples, which they are not where the same people come again',
      ],
      [
        '`person_id`, or `group`',
        '*jackknife*: people fall into 256 groups by their id, and everything is computed again without each group in turn; somebody seen in many periods is no problem',
      ],
    ],
  );
}

function section(entry: GlossaryEntry): string {
  const { question, formula, assumptions, unknown, worked, path } = entry;
  return [
    `### ${heading(entry)}`,
    `**${question}**`,
    fenced(formula.join('\n')),
    assumptions.map((assumption) => `- ${assumption}`).join('\n'),
    `When is it unknown? ${unknown}`,
    `Worked, in [fixtures/${worked.fixture}](../fixtures/${worked.fixture}): ${worked.text}`,
    ...(worked.command === undefined ? [] : [fenced(`community-roi ${worked.command}`, 'sh')]),
    `In the JSON${entry.of === undefined ? '' : ` of \`${entry.of}\``}: \`${shownPath(entry)}\`${path.includes('.-1.') ? ' (the last period)' : ''}`,
  ].join('\n\n');
}

function heading({ title, id }: GlossaryEntry): string {
  return `${title} (\`${id}\`)`;
}
