import { Problems } from '../errors/problem.ts';
import { InputError } from '../errors/user-error.ts';
import { readResult, resultFrom } from '../input/results.ts';
import type { Report } from '../report/report.ts';
import { reportDocument } from '../report/report-document/document.ts';
import type { MissingFiles } from '../report/report-document/facts.ts';
import type { RawOptions, Services } from './command.ts';
import { assertOneCurrency, compared } from './diff-results.ts';
import { configFor, type Results, resultsOf } from './results.ts';
import { scorecardOf } from './scorecard.ts';

/** The document of `report`: all results of the config, what they mean for its goals, and what has changed. */
export async function writtenReport(raw: RawOptions, services: Services): Promise<Report> {
  const config = await configFor('report', services);
  const results = await resultsOf(config, services);
  const scorecard = await scorecardOf(config, results, services);
  const since =
    typeof raw['baseline'] === 'string' ? await changeSince(raw['baseline'], results, raw, services) : undefined;
  return reportDocument({
    ...(config.title === undefined ? {} : { title: config.title }),
    config: { name: config.name, sha256: config.sha256 },
    parts: results.reports,
    missing: missingFiles(results, services),
    ...(scorecard === undefined ? {} : { scorecard }),
    ...(since === undefined ? {} : { since }),
  });
}

/** What moved ROI since a saved result; undefined where the config has no ledger to compare it with. */
async function changeSince(
  file: string,
  { data }: Results,
  raw: RawOptions,
  { stdin, cwd }: Services,
): Promise<Report | undefined> {
  const problems = new Problems();
  const old = await readResult(file, { problems, stdin, cwd });
  if (old === undefined) throw new InputError(problems);
  const calc = data['calc'];
  // Through text, as the old one came.
  const now = calc === undefined ? undefined : resultFrom(JSON.parse(JSON.stringify(calc)));
  if (now === undefined || 'code' in now) return undefined;
  const pair = [old, { ...now, name: 'this report' }] as const;
  assertOneCurrency(pair, problems);
  return compared(pair, raw);
}

/** Which files would tell more, in the words of the commands that read them. */
function missingFiles({ missing }: Results, { program }: Services): MissingFiles[] {
  return missing.map(({ command, files }) => {
    const args = program.commands.find(({ name }) => name === command)?.args ?? [];
    return {
      part: command,
      files: files.map((name) => ({ name, summary: args.find((arg) => arg.name === name)?.summary ?? '' })),
    };
  });
}
