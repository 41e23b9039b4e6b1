import { appendFile } from 'node:fs/promises';
import { outputFailed } from '../errors/usage.ts';
import { FORMATS } from '../render/index.ts';
import type { RenderOptions } from '../render/options.ts';
import type { Report } from '../report/report.ts';
import type { Process } from './process.ts';

/** Adds the report as Markdown to the summary of the job, where GitHub Actions names the file for it. */
export async function addToJobSummary({ env }: Process, report: Report, look: RenderOptions): Promise<void> {
  const file = env['GITHUB_STEP_SUMMARY'];
  if (file === undefined || file === '') return;
  const render = await FORMATS.markdown.load();
  try {
    await appendFile(file, await render(report, { ...look, color: 0 }));
  } catch (error) {
    throw outputFailed(file, (error as Error).message.replace(/, open '.*$/, ''));
  }
}
