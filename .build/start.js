// The start of the program. Most of the time that a short run takes goes into compiling it, so the package holds what
// V8 made of it when it was built; a Node with another V8 does not accept that and compiles as usual.
import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { constants, Script } from 'node:vm';

const filename = fileURLToPath(new URL('./program.cjs', import.meta.url));
const compiled = `${filename}.compiled`;

export const script = new Script(readFileSync(filename, 'latin1'), {
  filename,
  importModuleDynamically: constants.USE_MAIN_CONTEXT_DEFAULT_LOADER,
  ...(existsSync(compiled) ? { cachedData: readFileSync(compiled) } : {}),
});

const program = { exports: {} };
script.runInThisContext()(program.exports, process.getBuiltinModule, program);

export const { main } = program.exports;
