import { readFileSync } from 'node:fs';

const CHARACTERS_OF_WIDTH_1 = '[ -~\\u2010-\\u2027\\u2212\\u2500-\\u259f]*';
const BEGINNING = "if (typeof string !== 'string'";

/**
 * What bundled packages do at every start and this program never needs, left out: 2 ms each.
 * @type {readonly import('esbuild').Plugin[]}
 */
export const leaner = [
  {
    // Commander starts a subcommand that is a program of its own with it; this program has none.
    name: 'no child processes',
    setup({ onResolve, onLoad }) {
      onResolve({ filter: /^node:child_process$/ }, ({ path }) => ({ path, namespace: 'empty' }));
      onLoad({ filter: /.*/, namespace: 'empty' }, () => ({ contents: 'module.exports = {};' }));
    },
  },
  {
    // Tables ask for the width of each cell, and the first answer compiles a regular expression of all emoji.
    name: 'plain text is as wide as it is long',
    setup({ onLoad }) {
      onLoad({ filter: /[\\/]string-width[\\/]index\.js$/ }, ({ path }) => {
        const quick = `if (typeof string === 'string' && /^${CHARACTERS_OF_WIDTH_1}$/.test(string)) return string.length;\n\t`;
        const text = readFileSync(path, 'utf8');
        if (text.split(BEGINNING).length !== 2)
          throw new Error(`${path} is not the string-width that leaner.mjs knows`);
        return { contents: text.replace(BEGINNING, () => quick + BEGINNING) };
      });
    },
  },
];
