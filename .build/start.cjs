// The start of the program. Most of the time that a short run takes goes into compiling it, so the package holds what
// V8 made of it when it was built, for the Node that built it. Any other Node compiles as usual.
const { existsSync, readFileSync } = require('node:fs');
const { join } = require('node:path');
const { Script } = require('node:vm');

const filename = join(__dirname, 'program.cjs');
const compiled = `${filename}.${process.platform}-${process.arch}-${process.version}`;

const script = new Script(readFileSync(filename, 'latin1'), {
  filename,
  ...(existsSync(compiled) ? { cachedData: readFileSync(compiled) } : {}),
});

const program = { exports: {} };
// Of packages only those that are not in the bundle, which is rarely asked for one.
const load = (name) => process.getBuiltinModule(name) ?? require(name);
script.runInThisContext()(program.exports, load, program);

module.exports = { main: program.exports.main, script, compiled };
