import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ColumnName } from '../../src/input/columns.ts';
import { COSTS } from '../../src/input/costs.ts';
import { GIVEN_ALIASES } from '../../src/input/members/headers.ts';
import { MEMBER_LEDGER, RECOGNITION } from '../../src/input/members/kinds.ts';
import { CATEGORY_ALIASES } from '../../src/input/names/categories.ts';
import { COHORT_ALIASES, LINE_ALIASES } from '../../src/input/names/cohorts.ts';
import { RETURN_KIND_ALIASES } from '../../src/input/names/return-kinds.ts';
import { EVENTS } from '../../src/input/raw/events.ts';
import { RETURNS } from '../../src/input/returns.ts';
import { SPEND } from '../../src/input/spend-kind.ts';
import { COLUMN_TEXTS } from './columns.ts';
import { categoryTable } from './method.ts';
import { fenced, fillPage, markdownTable, ROOT } from './page.ts';
import { amountTable, peopleTable, periodTable, shareTable } from './spellings.ts';

interface FileColumns {
  readonly name: string;
  readonly columns: readonly ColumnName[];
}

export const FILES: readonly FileColumns[] = [COSTS, SPEND, RETURNS, MEMBER_LEDGER, RECOGNITION, EVENTS];

const PERSONS = `period,person_id,cohort,spend
2024-01,u-1027,active,130.00
2024-01,u-1031,non_member,0`;

const CELLS = `period,cohort,group,people,spend
2024-01,active,0a,11,643.25
2024-01,non_member,0a,80,2410.00`;

/** `docs/files.md`: the columns of each file as its reader knows them, and how cells may be written. */
export function filesPage(): string {
  return fillPage('files.md', {
    'costs-example': firstLines('fixtures/worked-example/costs.csv', 6),
    'costs-columns': columnTable(COSTS),
    categories: categoryTable(),
    'spend-example': firstLines('fixtures/worked-example/spend.csv', 6),
    'spend-columns': columnTable(SPEND),
    'person-example': fenced(PERSONS, 'csv'),
    'cells-example': fenced(CELLS, 'csv'),
    'returns-example': firstLines('fixtures/returns-and-rewards/returns.csv', 4),
    'returns-columns': columnTable(RETURNS),
    'ledger-example': firstLines('fixtures/members-ledger/member-ledger.csv', 4),
    'ledger-columns': columnTable(MEMBER_LEDGER),
    'recognition-example': firstLines('fixtures/members-ledger/recognition.csv', 4),
    'recognition-columns': columnTable(RECOGNITION),
    'events-example': firstLines('fixtures/events/events.csv', 4),
    'events-columns': columnTable(EVENTS),
    periods: periodTable(),
    amounts: amountTable(),
    shares: shareTable(),
    people: peopleTable(),
    names: [
      ...FILES.map(({ name, columns }) => namesOf(`Headers of ${name}`, columns.map(headerNames))),
      namesOf('Cohorts', Object.entries(COHORT_ALIASES)),
      namesOf('Categories', Object.entries(CATEGORY_ALIASES)),
      namesOf('Lines', Object.entries(LINE_ALIASES)),
      namesOf('Kinds of return', Object.entries(RETURN_KIND_ALIASES)),
      namesOf('What members give', Object.entries(GIVEN_ALIASES)),
    ].join('\n\n'),
  });
}

function firstLines(path: string, count: number): string {
  const lines = readFileSync(join(ROOT, path), 'utf8').split('\n').slice(0, count);
  return `The first rows of [${path}](../${path}):\n\n${fenced(lines.join('\n'), 'csv')}`;
}

function columnTable({ name, columns }: FileColumns): string {
  const rows = columns.map((column) => {
    const text = COLUMN_TEXTS[name]?.[column.name];
    if (text === undefined) throw new Error(`.build/docs/columns.ts does not say what ${name}.${column.name} holds`);
    return [`\`${column.name}\``, requirement(column, columns), text.holds, text.example];
  });
  return markdownTable(['column', 'required', 'what it holds', 'example'], rows);
}

function requirement({ name, required, group }: ColumnName, columns: readonly ColumnName[]): string {
  if (!required) return '';
  const others = columns.filter(
    (column) => column.group !== undefined && column.group === group && column.name !== name,
  );
  return others.length === 0 ? 'yes' : `this or ${others.map((column) => `\`${column.name}\``).join(' or ')}`;
}

function headerNames({ name, aliases }: ColumnName): [string, string] {
  return [name, aliases];
}

function namesOf(title: string, names: readonly (readonly [name: string, aliases: string])[]): string {
  const rows = names.map(([name, aliases]) => [`\`${name}\``, spellings(aliases).join(', ')]);
  return `### ${title}\n\n${markdownTable(['name', 'also'], rows)}`;
}

function spellings(aliases: string): string[] {
  return aliases.split(/[,\n]/).flatMap((alias) => (alias.trim() === '' ? [] : [alias.trim()]));
}
