#!/usr/bin/env node
const { join } = require('node:path');
const { main } = require('../dist/main.cjs');

const INTERRUPTED = 130;

main({
  argv: process.argv,
  env: process.env,
  cwd: process.cwd(),
  exampleFolder: join(__dirname, '../dist/example'),
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
}).then((exitCode) => {
  process.exitCode = exitCode;
  // What an interrupted run was still doing, nobody waits for. Any other run ends by itself, when all is written.
  if (exitCode === INTERRUPTED) process.exit();
});
