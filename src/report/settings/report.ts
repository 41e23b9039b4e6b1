import { text } from '../cells.ts';
import type { Block, Column, Report } from '../report.ts';

/** An option of a command, its value, and who set it. */
export interface ShownSetting {
  readonly command: string;
  readonly name: string;
  readonly value: readonly string[];
  readonly source: 'flag' | 'environment' | 'file' | 'default';
  /** The flag, the variable, or the line of the file; null for a default. */
  readonly where: string | null;
}

export interface SettingsFacts {
  /** The configuration, as typed; null where there is none. */
  readonly config: string | null;
  readonly settings: readonly ShownSetting[];
  /** Environment variables with the program's prefix that set nothing. */
  readonly ignored: readonly string[];
}

/** The report of `config`: each value and where it came from. */
export function settingsReport({ config, settings, ignored }: SettingsFacts): Report {
  return {
    kind: 'config',
    passed: true,
    currency: null,
    data: { config, settings, ignored },
    blocks: [
      { kind: 'title', text: [text(config === null ? 'Settings · no configuration' : `Settings · ${config}`)] },
      ...section(
        'files',
        'Files and options',
        settings.filter(({ source }) => source !== 'default'),
      ),
      ...section(
        'defaults',
        'Defaults',
        settings.filter(({ source }) => source === 'default'),
      ),
      ...ignoredSection(ignored),
    ],
    table: [
      ['command', 'option', 'value', 'source', 'where'],
      ...settings.map(({ command, name, value, source, where }) => [command, name, value.join('; '), source, where]),
    ],
  };
}

const COLUMNS: readonly Column[] = [
  { header: 'Option', align: 'left', priority: 1 },
  { header: 'Value', align: 'left', priority: 1 },
  { header: 'From', align: 'left', priority: 1 },
  { header: 'For', align: 'left', priority: 2 },
];

/** A value that several commands share stands once. */
function section(id: string, title: string, settings: readonly ShownSetting[]): Block[] {
  const shared = new Map<string, { setting: ShownSetting; commands: string[] }>();
  for (const setting of settings) {
    const { name, value, where } = setting;
    const key = JSON.stringify([name, value, where]);
    const row = shared.get(key) ?? { setting, commands: [] };
    row.commands.push(setting.command);
    shared.set(key, row);
  }
  if (shared.size === 0) return [];
  const most = Math.max(...[...shared.values()].map(({ commands }) => commands.length));
  const rows = [...shared.values()].map(({ setting: { name, value, source, where }, commands }) => [
    text(name),
    text(value.join(', ')),
    text(where === null ? source : where.replace(/^.*\//, '')),
    text(commands.length === most && most > 5 ? 'all' : listed(commands)),
  ]);
  return [{ kind: 'section', id, title, blocks: [{ kind: 'table', columns: COLUMNS, rows }] }];
}

function listed(commands: readonly string[]): string {
  if (commands.length <= 3) return commands.join(', ');
  return `${commands.slice(0, 2).join(', ')} and ${commands.length - 2} more`;
}

function ignoredSection(ignored: readonly string[]): Block[] {
  if (ignored.length === 0) return [];
  const facts = ignored.map((name) => ({ label: name, value: ['sets no option of this program'] }));
  return [{ kind: 'section', id: 'ignored', title: 'Ignored', blocks: [{ kind: 'facts', facts }] }];
}
