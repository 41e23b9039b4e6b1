import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { ROOT } from './needs.ts';

/** What a process did. */
export interface Outcome {
  readonly status: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** The program as it lies in a checkout, built. */
export const PROGRAM = join(ROOT, 'bin/community-roi.js');

/** Milliseconds after which a process is given up. */
const LONGEST = 60_000;

/** Runs node without a terminal and without standard input, and waits for its end. */
export function node(args: readonly string[], cwd: string = ROOT): Outcome {
  const { status, stdout, stderr } = spawnSync(process.execPath, args, {
    cwd,
    encoding: 'utf8',
    env: plainEnvironment(),
    stdio: ['ignore', 'pipe', 'pipe'],
    maxBuffer: 64 * 1024 ** 2,
    timeout: LONGEST,
  });
  return { status, stdout, stderr };
}

/** Runs npm, the one that runs these tests where it is known, without a network. */
export function npm(args: readonly string[], cwd: string): Outcome {
  const cli = process.env['npm_execpath'];
  const all = ['--offline', '--ignore-scripts', '--no-audit', '--no-fund', ...args];
  if (cli?.endsWith('.js')) return node([cli, ...all], cwd);
  const { status, stdout, stderr } = spawnSync('npm', all, {
    cwd,
    encoding: 'utf8',
    env: plainEnvironment(),
    shell: true,
    timeout: LONGEST,
  });
  return { status, stdout, stderr };
}

/** The environment without what would colour the output, or tell npm that it runs inside a script of the project. */
function plainEnvironment(): NodeJS.ProcessEnv {
  const kept = Object.entries(process.env).filter(
    ([name]) => !/^(npm_|force_color$|vitest|node_env$|node_options$)/i.test(name),
  );
  return { ...Object.fromEntries(kept), NO_COLOR: '1' };
}
