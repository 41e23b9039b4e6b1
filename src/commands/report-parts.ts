import { Problems } from '../errors/problem.ts';
import { InputError } from '../errors/user-error.ts';
import { readResult, resultFrom, type SavedResult } from '../input/results.ts';
import type { Report } from '../report/report.ts';
import { reportDocument } from '../report/report-document/document.ts';
import type { MissingFiles } from '../report/report-document/facts.ts';
import type { RawOptions, Services } from './command.ts';
import { assertOneCurrency, compared, horizonIn } from './diff-results.ts';
import { configFor, type Results, resultsOf } from './results.ts';
import { scorecardOf } from './scorecard.ts';

/** The document of `report`: all results of the config, what they mean for its goals, and what has changed. */
export async function writtenReport(raw: RawOptions, services: Services): Promise<Report> {
  const config = await configFor('report', services);
  const results = await resultsOf(config, services);
  const scorecard = await scorecardOf(config, results, services);
  const now = ledgerOf(results);
  if (now !== undefined) horizonIn([now], raw);
  const { baseline } = raw;
  const since =
    typeof baseline === 'string' && now !== undefined ? await changeSince(baseline, now, raw, services) : undefined;
  return reportDocument({
    ...(config.title === undefined ? {} : { title: config.title }),
    config: { name: config.name, sha256: config.sha256 },
    parts: results.reports,
    missing: missingFiles(results, services),
    ...(scorecard === undefined ? {} : { scorecard }),
    ...(since === undefined ? {} : { since }),
  });
}

/** The ledger of this run as a saved one; undefined where the config has none. */
function ledgerOf({ data: { calc } }: Results): SavedResult | undefined {
  if (calc === undefined) return undefined;
  // Through text, as an old one comes.
  const now = resultFrom(JSON.parse(JSON.stringify(calc)));
  return 'code' in now ? undefined : { ...now, name: 'this report' };
}

/** What moved ROI since a saved result. */
async function changeSince(file: string, now: SavedResult, raw: RawOptions, { stdin, cwd }: Services): Promise<Report> {
  const problems = new Problems();
  const old = await readResult(file, { problems, stdin, cwd });
  if (old === undefined) throw new InputError(problems);
  const pair = [old, now] as const;
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
