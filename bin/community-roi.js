#!/usr/bin/env node
const { join } = require('node:path');
const { main } = require('../dist/main.cjs');

/** Exit codes above this are those of a run that a signal has stopped. */
const STOPPED = 128;

main({
  argv: process.argv,
  env: process.env,
  cwd: process.cwd(),
  exampleFolder: join(__dirname, '../dist/example'),
  onStop: (handle) => {
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.once(signal, handle);
  },
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
  // What a stopped run was still doing, nobody waits for. Any other run ends by itself, when all is written.
  if (exitCode > STOPPED) process.exit();
});
