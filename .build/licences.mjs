import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const PACKAGE_FOLDER = /^.*node_modules\/(?:@[^/]+\/)?[^/]+/;
const LICENCE_FILE = /^(licen[cs]e|copying|notice)/i;
const RULE = `\n${'-'.repeat(80)}\n\n`;

/**
 * The licence of every package of which a line is in the output, as most licences ask of whoever hands a copy on.
 * Throws where a package has no licence text.
 * @param {string} root the project's folder
 * @param {readonly import('esbuild').Metafile[]} metafiles what went into the output
 */
export function licenceTexts(root, metafiles) {
  const folders = new Set();
  for (const { outputs } of metafiles) {
    for (const { inputs } of Object.values(outputs)) {
      for (const [path, { bytesInOutput }] of Object.entries(inputs)) {
        const folder = PACKAGE_FOLDER.exec(path)?.[0];
        if (folder !== undefined && bytesInOutput > 0) folders.add(folder);
      }
    }
  }
  const head = 'community-roi contains the packages below. Each is used under the licence that follows its name.\n';
  return [head, ...[...folders].sort().map((folder) => licenceOf(join(root, folder)))].join(RULE);
}

/** @param {string} folder of one package */
function licenceOf(folder) {
  const { name, version, license } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
  const files = readdirSync(folder).filter((file) => LICENCE_FILE.test(file));
  const texts = files.length === 0 ? inReadme(folder) : files.sort().map((file) => textOf(join(folder, file)));
  if (texts.length === 0) throw new Error(`${name} ${version} (${license}) comes without a licence text`);
  return `${name} ${version} (${license})\n\n${texts.join('\n\n')}\n`;
}

/**
 * The licence that a package has in its README, under a heading of its own at the end.
 * @param {string} folder
 */
function inReadme(folder) {
  const readme = readdirSync(folder).find((file) => /^readme\b/i.test(file));
  const [, text] = /^#+ licen[cs]e\n([\s\S]+)$/im.exec(readme === undefined ? '' : textOf(join(folder, readme))) ?? [];
  return text === undefined ? [] : [text.trim()];
}

/** @param {string} file */
function textOf(file) {
  return readFileSync(file, 'utf8').replace(/\r\n?/g, '\n').trim();
}
