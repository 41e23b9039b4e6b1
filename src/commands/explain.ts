import type { Command } from './command.ts';

export const explain: Command = {
  name: 'explain',
  summary: 'what a figure means: its question, formula and assumptions',
  description:
    'Explains a figure of the report as the question that it answers. With no metric it lists them all; calc --explain puts the numbers in.',
  args: [{ name: 'metric', summary: 'such as roi, uplift, break-even', required: false }],
  options: [],
  examples: [
    { says: 'What is explained', command: 'community-roi explain' },
    { says: 'One figure', command: 'community-roi explain uplift' },
    { says: 'With your numbers', command: 'community-roi calc costs.csv spend.csv --explain uplift' },
  ],
  async run([metric]) {
    const { glossaryIndex, glossaryReport } = await import('../report/glossary-report.ts');
    if (metric === undefined) return glossaryIndex();
    const { entryNamed } = await import('./metrics.ts');
    return glossaryReport(entryNamed(metric));
  },
};
