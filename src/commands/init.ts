import type { Report } from '../report/report.ts';
import type { Command, RawOptions, Services } from './command.ts';
import { READ_OPTIONS, readContext } from './options.ts';

export const init: Command = {
  name: 'init',
  summary: 'templates of every file and of the configuration, to fill in',
  description:
    'Writes a template of every input file, of community-roi.yaml, of a job for CI and of a survey, with comments. A file that is there already stays as it is. With --from it writes nothing, but says what an export of yours looks like and which of its headers holds which column.',
  args: [{ name: 'folder', summary: 'where to (default: the current one)', required: false }],
  options: [
    { flags: '--from <file>', summary: 'propose the columns of an export of yours; writes nothing', group: 'Files:' },
    ...READ_OPTIONS.filter(({ flags }) => !flags.startsWith('--skip-bad-rows')),
  ],
  examples: [
    { says: 'In a new folder', command: 'community-roi init community' },
    { says: 'What is this export, and what are its columns?', command: 'community-roi init --from my-export.csv' },
  ],
  async run([folder = '.'], raw, services) {
    const { from } = raw;
    return typeof from === 'string' ? proposed(from, raw, services) : written(String(folder), services);
  },
};

async function written(folder: string, { cwd, exampleFolder }: Services): Promise<Report> {
  const [{ TEMPLATES }, { inFolder, isThere, readTemplate }, { initReport }] = await Promise.all([
    import('./templates.ts'),
    import('../input/templates.ts'),
    import('../report/init/templates.ts'),
  ]);
  const files = Object.entries(TEMPLATES).map(async ([name, what]) => {
    const path = inFolder(folder, name);
    const state = isThere(cwd, path) ? {} : { text: await readTemplate(exampleFolder, name) };
    return { path, what, ...state };
  });
  return initReport(folder, await Promise.all(files));
}

async function proposed(from: string, raw: RawOptions, services: Services): Promise<Report> {
  const [{ proposeMapping }, { mappable }, { memberReadOptions }, { Problems }, { InputError }, { proposalReport }] =
    await Promise.all([
      import('../input/propose/propose.ts'),
      import('../input/propose/kinds.ts'),
      import('./member-options.ts'),
      import('../errors/problem.ts'),
      import('../errors/user-error.ts'),
      import('../report/init/proposal.ts'),
    ]);
  const problems = new Problems();
  const how = await memberReadOptions(raw, undefined, mappable());
  const proposal = await proposeMapping(from, how, readContext(services, problems));
  if (proposal === undefined) throw new InputError(problems);
  const { file, records, fits } = proposal;
  return proposalReport({
    file,
    records,
    fits: fits.map(({ kind: { name, open, command }, ...fit }) => ({ kind: name, open, command, ...fit })),
  });
}
