// The start of the program. Most of the time that a short run takes goes into compiling it, so the package holds what
// V8 made of it when it was built, for the Node that built it. Any other Node compiles as usual.
const { existsSync, readFileSync } = require('node:fs');
const { join } = require('node:path');
const { constants, Script } = require('node:vm');

const filename = join(__dirname, 'program.cjs');
const compiled = `${filename}.${process.platform}-${process.arch}-${process.version}`;

const script = new Script(readFileSync(filename, 'latin1'), {
  filename,
  importModuleDynamically: constants.USE_MAIN_CONTEXT_DEFAULT_LOADER,
  ...(existsSync(compiled) ? { cachedData: readFileSync(compiled) } : {}),
});

const program = { exports: {} };
script.runInThisContext()(program.exports, process.getBuiltinModule, program);

module.exports = { main: program.exports.main, script, compiled };
