import { Chalk } from 'chalk';
import { expect, test } from 'vitest';
import { FORMAT_NAMES, FORMATS, formatOfFile } from '../../src/render/index.ts';
import { DEFAULT_RENDER_OPTIONS } from '../../src/render/options.ts';
import { sectionIds } from '../../src/render/select.ts';
import { SAMPLE } from './sample.ts';

const TEXT_FORMATS = FORMAT_NAMES.filter((name) => FORMATS[name].binary !== true);

test.each(TEXT_FORMATS)('%s renders a report to text that ends in one line end', async (name) => {
  const render = await FORMATS[name].load();
  expect(await render(SAMPLE, DEFAULT_RENDER_OPTIONS)).toMatch(/\S\r?\n$/);
});

test.each(FORMAT_NAMES)('%s gives the same bytes for the same report', async (name) => {
  const render = await FORMATS[name].load({ parquet: async (_, csv) => Buffer.from(csv) });
  expect(await render(SAMPLE, DEFAULT_RENDER_OPTIONS)).toEqual(await render(SAMPLE, DEFAULT_RENDER_OPTIONS));
});

test('colours appear where they are asked for, and only there', async () => {
  const inColor = { ...DEFAULT_RENDER_OPTIONS, color: 3 } as const;
  const render = await FORMATS.table.load({ chalk: new Chalk({ level: 3 }) });
  expect(render(SAMPLE, inColor)).toContain('\u001b[');
  expect(render(SAMPLE, DEFAULT_RENDER_OPTIONS)).not.toContain('\u001b[');
  for (const name of ['json', 'csv', 'markdown'] as const) {
    expect(await (await FORMATS[name].load({ chalk: new Chalk({ level: 3 }) }))(SAMPLE, inColor)).not.toContain(
      '\u001b[',
    );
  }
});

test('the ending of a file chooses its format, and no two formats share one', () => {
  expect(formatOfFile('out/report.JSON')).toBe('json');
  expect(formatOfFile('report.md')).toBe('markdown');
  expect(formatOfFile('a.csv/report')).toBeUndefined();
  expect(formatOfFile('report.xyz')).toBeUndefined();
  const endings = FORMAT_NAMES.flatMap((name) => FORMATS[name].extensions);
  expect(new Set(endings).size).toBe(endings.length);
});

test('the sections of a report are named in its order', () => {
  expect(sectionIds(SAMPLE)).toEqual(['return', 'cost', 'years', 'trend', 'caveats']);
});
