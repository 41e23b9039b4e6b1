import { spawnSync } from 'node:child_process';
import { chmodSync, cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { buildMissing, describeWith } from '../e2e/needs.ts';
import { PROGRAM } from '../e2e/run.ts';
import { PROJECT } from '../run.ts';

interface Step {
  readonly name: string;
  readonly id?: string;
  readonly if?: string;
  readonly uses?: string;
  readonly shell?: string;
  readonly env?: Readonly<Record<string, string>>;
  readonly run?: string;
}

interface Action {
  readonly name: string;
  readonly description: string;
  readonly inputs: Readonly<Record<string, { readonly description: string; readonly default: string }>>;
  readonly outputs: Readonly<Record<string, { readonly description: string; readonly value: string }>>;
  readonly runs: { readonly using: string; readonly steps: readonly Step[] };
}

const text = readFileSync(join(PROJECT, 'action.yml'), 'utf8');
const action = parse(text) as Action;
const { steps } = action.runs;
const scripts = steps.filter((step) => step.run !== undefined);
const stepNamed = (name: string) => steps.find((step) => step.name === name)!;

describe('action.yml', () => {
  test('is a composite action whose inputs all have a description and a text as default', () => {
    expect(action.runs.using).toBe('composite');
    for (const { description, default: value } of Object.values(action.inputs)) {
      expect(description).toMatch(/^[A-Z].*\.$/s);
      expect(value).toBeTypeOf('string');
    }
  });

  test('names no input and no step that there is not', () => {
    const named = (what: RegExp) => [...new Set([...text.matchAll(what)].map(([, name]) => name!))].sort();
    expect(named(/inputs\.([a-z-]+)/g)).toEqual(Object.keys(action.inputs).sort());
    const ids = steps.flatMap(({ id }) => id ?? []);
    expect(named(/steps\.([a-z-]+)/g).filter((id) => !ids.includes(id))).toEqual([]);
  });

  test('puts no input into a script, where it could be a command: they come by the environment', () => {
    for (const { run } of scripts) expect(run).not.toContain('${{');
  });

  test.each(scripts.map((step) => [step.name, step] as const))('has a script in "%s" that bash can read', (_, step) => {
    expect(step.shell).toBe('bash');
    const { status, stderr } = spawnSync('bash', ['-n'], { input: step.run!, encoding: 'utf8' });
    expect([status, stderr]).toEqual([0, '']);
    const given = Object.keys(step.env ?? {});
    const ofRunner = ['RUNNER_TEMP', 'GITHUB_PATH', 'GITHUB_OUTPUT', 'GITHUB_STEP_SUMMARY'];
    const used = [...step.run!.matchAll(/\$\{?([A-Z_]+)/g)].map(([, name]) => name!);
    expect(used.filter((name) => ![...given, ...ofRunner].includes(name))).toEqual([]);
  });
});

interface Ran {
  readonly status: number | null;
  readonly stdout: string;
  readonly stderr: string;
  readonly output: string;
  readonly summary: string;
  readonly folder: string;
}

/** Runs a step as GitHub's runner does, with files for outputs and summary. */
function runStep(name: string, inputs: Readonly<Record<string, string>>, folder: string): Ran {
  const temporary = mkdtempSync(join(tmpdir(), 'community-roi-'));
  const bin = join(temporary, 'bin');
  mkdirSync(bin);
  writeFileSync(join(bin, 'community-roi'), `#!/bin/sh\nexec "${process.execPath}" "${PROGRAM}" "$@"\n`);
  chmodSync(join(bin, 'community-roi'), 0o755);
  const step = stepNamed(name);
  const given = Object.entries(step.env ?? {}).map(([key, value]) => {
    const input = /inputs\.([a-z-]+)/.exec(value)![1]!;
    return [key, inputs[input] ?? action.inputs[input]!.default];
  });
  const { status, stdout, stderr } = spawnSync(
    'bash',
    ['--noprofile', '--norc', '-e', '-o', 'pipefail', '-c', step.run!],
    {
      cwd: folder,
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'pipe'],
      env: {
        PATH: [bin, process.env['PATH']].join(delimiter),
        RUNNER_TEMP: temporary,
        GITHUB_OUTPUT: join(temporary, 'output'),
        GITHUB_STEP_SUMMARY: join(temporary, 'summary'),
        ...Object.fromEntries(given),
      },
    },
  );
  const read = (file: string) => (existsSync(join(temporary, file)) ? readFileSync(join(temporary, file), 'utf8') : '');
  return { status, stdout, stderr, output: read('output'), summary: read('summary'), folder };
}

/** A folder as `init` leaves it, with a check that is met or missed. */
function project(least: string): string {
  const folder = mkdtempSync(join(tmpdir(), 'community-roi-'));
  cpSync(join(PROJECT, 'fixtures/templates'), folder, { recursive: true });
  const config = join(folder, 'community-roi.yaml');
  writeFileSync(
    config,
    readFileSync(config, 'utf8').replace(/- \{ metric: .*\}\n$/, `- { metric: roi, at-least: ${least} }\n`),
  );
  return folder;
}

describeWith(buildMissing(), 'a step of action.yml', () => {
  test('checks the goals: passed, and the scorecard in the summary', () => {
    const { status, output, summary, stdout } = runStep('Check the goals', {}, project('-10%'));
    expect([status, output]).toEqual([0, 'passed=true\n']);
    expect(summary).toContain('1 of 1 check passes.');
    expect(stdout).not.toContain('::error');
  });

  test('checks the goals: missed is an annotation, and left to the last step to judge', () => {
    const { status, output, stdout } = runStep('Check the goals', {}, project('200%'));
    expect([status, output]).toEqual([0, 'passed=false\n']);
    expect(stdout).toMatch(/^::error file=community-roi\.yaml,line=\d+,title=/m);
    expect(runStep('Judge', {}, PROJECT).status).toBe(1);
  });

  test('checks the goals: a wrong configuration fails the step at once', () => {
    const folder = project('-10%');
    writeFileSync(join(folder, 'community-roi.yaml'), 'filse: {}\n');
    const { status, output, stderr } = runStep('Check the goals', {}, folder);
    expect([status, output]).toEqual([2, '']);
    expect(stderr).toContain('filse');
  });

  test('leaves the summary alone where nobody wants one', () => {
    expect(runStep('Check the goals', { summary: 'false' }, project('-10%')).summary).toBe('');
    expect(runStep('Write the report', { summary: 'false' }, project('-10%')).summary).toBe('');
  });

  test('writes every file of the report, shows it, and hands on ROI and verdict', () => {
    const output = 'report.html\n\nout put.json\n';
    const ran = runStep('Write the report', { output, baseline: 'last.json' }, project('-10%'));
    expect(ran.stderr).toBe('');
    expect(ran.status).toBe(0);
    expect(existsSync(join(ran.folder, 'report.html'))).toBe(true);
    const { data } = JSON.parse(readFileSync(join(ran.folder, 'out put.json'), 'utf8'));
    expect(ran.output).toBe(`roi=${data.calc.totals.roi}\nverdict=${data.calc.verdict}\n`);
    expect(ran.summary).toContain('Our community');
  });

  test('compares with an earlier report where there is one', () => {
    const folder = project('-10%');
    runStep('Write the report', { output: 'last.json' }, folder);
    const { status, stderr } = runStep('Write the report', { baseline: 'last.json' }, folder);
    expect([status, stderr]).toEqual([0, '']);
  });
});
