import { type Ran, run } from '../run.ts';

/** A block of a page that shows a command and what it prints. */
export interface ConsoleBlock {
  readonly command: string;
  /** What stands below the command. */
  readonly output: readonly string[];
  /** Whether the output goes on: the block ends with `…`. */
  readonly goesOn: boolean;
}

const BLOCK = /^```console\n\$ (.+)\n([\s\S]*?)```$/gm;

export function consoleBlocks(page: string): ConsoleBlock[] {
  return [...page.matchAll(BLOCK)].map(([, command = '', text = '']) => {
    const output = text.trimEnd().split('\n');
    const goesOn = output.at(-1) === '…';
    return { command, output: goesOn ? output.slice(0, -1) : output, goesOn };
  });
}

/** Runs a command as a reader would type it. */
export async function runTyped(command: string): Promise<Ran> {
  const words = command
    .replace(/^npm ci && /, '')
    .replace(/^npx /, '')
    .split(' ');
  if (words[0] !== 'community-roi') throw new Error(`not a command of this program: ${command}`);
  return run(words.slice(1));
}

/** What a reader sees of a run: the report, and below it what goes to standard error. */
export function seen({ stdout, stderr }: Ran): string[] {
  return `${stdout}${stderr}`.trimEnd().split('\n');
}

/** The page with each block as its command prints it now; a block that goes on keeps its length, or gets ten lines. */
export async function refreshed(page: string): Promise<string> {
  let fresh = page;
  for (const block of consoleBlocks(page)) {
    const ran = await runTyped(block.command);
    if (ran.code > 1) throw new Error(`${block.command} ends with ${ran.code}: ${ran.stderr}`);
    const lines = seen(ran);
    const shown = block.goesOn ? [...lines.slice(0, block.output.length || 10), '…'] : lines;
    const before = [...block.output, ...(block.goesOn ? ['…'] : [])];
    const text = (output: readonly string[]) => `\`\`\`console\n$ ${block.command}\n${output.join('\n')}\n\`\`\``;
    fresh = fresh.replace(text(before), () => text(shown));
  }
  return fresh;
}
