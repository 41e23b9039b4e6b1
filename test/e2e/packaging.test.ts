import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { buildMissing, describeWith, ROOT } from './needs.ts';
import { node, npm, type Outcome } from './run.ts';

const NOT_IN_THE_PACKAGE = /\.(map|test\.ts|tsbuildinfo)$/;

interface Packed {
  readonly filename: string;
  readonly files: readonly { readonly path: string }[];
}

/** The JSON report of `npm pack`, one package or a list or record of them, whichever this npm gives. */
function packedOf({ stdout, stderr }: Outcome): Packed {
  expect(stdout, stderr).toMatch(/[[{]/);
  const [packed] = Object.values(JSON.parse(stdout.slice(stdout.search(/[[{]/)))) as Packed[];
  if (packed === undefined) throw new Error(`npm pack says nothing of a package: ${stdout}`);
  return packed;
}

describeWith(buildMissing(), 'the packed package', () => {
  let folder = '';
  let installed = '';
  let packed: Packed;

  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'community-roi-package-'));
    installed = join(folder, 'node_modules/community-roi');
    packed = packedOf(npm(['pack', '--json', '--pack-destination', folder], ROOT));
    writeFileSync(join(folder, 'package.json'), '{ "private": true, "type": "module" }\n');
    const { status, stderr } = npm(['install', '--omit=optional', `./${packed.filename}`], folder);
    expect(status, stderr).toBe(0);
  }, 120_000);
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  test('holds the program, the library and their papers, and nothing else', () => {
    const paths = packed.files.map(({ path }) => path);
    const top = new Set(paths.map((path) => path.split('/')[0]));
    expect([...top].sort()).toEqual(['CHANGELOG.md', 'LICENSE', 'README.md', 'bin', 'dist', 'package.json']);
    expect(paths).toContain('dist/THIRD-PARTY-LICENSES.txt');
    expect(paths.filter((path) => NOT_IN_THE_PACKAGE.test(path))).toEqual([]);
  });

  test('needs no other package', () => {
    expect(readdirSync(join(folder, 'node_modules')).filter((name) => !name.startsWith('.'))).toEqual([
      'community-roi',
    ]);
  });

  test('names the licence of every package that is bundled', () => {
    const licences = readFileSync(join(installed, 'dist/THIRD-PARTY-LICENSES.txt'), 'utf8');
    const named = [...licences.matchAll(/^(\S+) \d+\.\d+\.\d+\S* \(\S+\)$/gm)].map(([, name]) => name);
    expect(named).toEqual(expect.arrayContaining(['asciichart', 'cli-table3', 'commander', 'csv-parse', 'zod']));
  });

  test('answers calc --example where nothing else is', () => {
    const { status, stdout, stderr } = npm(['exec', '--', 'community-roi', 'calc', '--example'], folder);
    expect(status, stderr).toBe(0);
    expect(stdout).toMatch(/ROI −4\.0%/);
    const direct = node([join(installed, 'bin/community-roi.js'), 'calc', '--example'], folder);
    expect(direct).toEqual({ status: 0, stdout, stderr: '' });
  });

  test('starts from what V8 compiled when it was built, and without it where that does not fit', () => {
    const start = join(installed, 'dist/main.cjs');
    const rejected = `console.log(require(${JSON.stringify(start)}).script.cachedDataRejected)`;
    expect(node(['-e', rejected], folder)).toEqual({ status: 0, stdout: 'false\n', stderr: '' });
    for (const file of readdirSync(join(installed, 'dist')).filter((name) => name.startsWith('program.cjs.'))) {
      writeFileSync(join(installed, 'dist', file), 'made by another Node');
    }
    expect(node(['-e', rejected], folder)).toEqual({ status: 0, stdout: 'true\n', stderr: '' });
    const { status, stdout } = node([join(installed, 'bin/community-roi.js'), 'calc', '--example'], folder);
    expect(status).toBe(0);
    expect(stdout).toMatch(/ROI −4\.0%/);
  });

  test('knows its version', () => {
    const { version } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8'));
    const program = join(installed, 'bin/community-roi.js');
    expect(node([program, '--version'], folder)).toEqual({ status: 0, stdout: `${version}\n`, stderr: '' });
  });

  test('adds up raw exports with the native part of DuckDB beside it, and no other package', () => {
    const beside = join(folder, 'node_modules/@duckdb');
    mkdirSync(beside);
    symlinkSync(join(ROOT, 'node_modules/@duckdb/node-bindings'), join(beside, 'node-bindings'));
    const raw = (name: string) => join(ROOT, 'fixtures/raw', name);
    const args = [join(installed, 'bin/community-roi.js'), 'cohorts', raw('members.csv'), raw('transactions.csv')];
    const { status, stdout, stderr } = node(args, folder);
    rmSync(beside, { recursive: true });
    expect([status, stderr]).toEqual([0, '']);
    expect(stdout).toMatch(/^Cohorts · /);
  });

  test('is a library that computes: 1,750 active members, 20 more each, are 35,000', () => {
    writeFileSync(join(folder, 'consumer.js'), CONSUMER.replaceAll(': RoiResult', '').replace(', type RoiResult', ''));
    expect(node(['consumer.js'], folder)).toEqual({ status: 0, stdout: '35000\n', stderr: '' });
  });

  test.each(['nodenext', 'bundler'])(
    'has types that a strict project resolves with moduleResolution %s',
    (resolution) => {
      writeFileSync(join(folder, 'consumer.ts'), CONSUMER);
      const module = resolution === 'nodenext' ? 'nodenext' : 'esnext';
      const flags = ['--strict', '--noEmit', '--target', 'es2023', '--lib', 'es2023,dom', '--types', ''];
      const compiler = join(ROOT, 'node_modules/typescript/bin/tsc');
      const kind = ['--module', module, '--moduleResolution', resolution];
      const args = [compiler, ...flags, ...kind, '--skipLibCheck', 'false', 'consumer.ts'];
      expect(node(args, folder)).toEqual({ status: 0, stdout: '', stderr: '' });
      // The types are there, not merely any: a wrong use is refused.
      writeFileSync(join(folder, 'consumer.ts'), CONSUMER.replace("money('1000')", '1000'));
      expect(node(args, folder).stdout).toMatch(/TS2322/);
    },
  );
});

const CONSUMER = `import { calculateRoi, money, parsePeriod, type RoiResult } from 'community-roi';

const [before, after] = [parsePeriod('2023'), parsePeriod('2024')];
if (before === undefined || after === undefined) throw new Error('a year is a period');
const result: RoiResult = calculateRoi({
  costs: [{ period: after, category: 'ongoing', amount: money('1000') }],
  spend: [
    { period: before, cohort: 'newcomer', people: 100, spend: money('10000') },
    { period: before, cohort: 'non_member', people: 100, spend: money('7000') },
    { period: after, cohort: 'active', people: 1750, spend: money('227500') },
    { period: after, cohort: 'non_member', people: 100, spend: money('8000') },
  ],
});
console.log(result.totals.return);
`;
