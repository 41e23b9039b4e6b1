#!/usr/bin/env node
import { fileURLToPath } from 'node:url';
import { main } from '../dist/main.js';

const INTERRUPTED = 130;

process.exitCode = await main({
  argv: process.argv,
  env: process.env,
  cwd: process.cwd(),
  exampleFolder: fileURLToPath(new URL('../dist/example', import.meta.url)),
  onInterrupt: (handle) => process.once('SIGINT', handle),
  // Opened when first asked for: a stream that nobody uses costs time at the start.
  get stdin() {
    return process.stdin;
  },
  get stdout() {
    return process.stdout;
  },
  get stderr() {
    return process.stderr;
  },
});
// What an interrupted run was still doing, nobody waits for. Any other run ends by itself, when all is written.
if (process.exitCode === INTERRUPTED) process.exit();
