import { text } from './cells.ts';
import { plainText } from './plain.ts';
import type { Block, Phrase, Report } from './report.ts';

/** A statement that a database can be asked, and what it answers. */
interface Statement {
  readonly name: string;
  /** One sentence. */
  readonly says: string;
  readonly sql: string;
  /** Whether tests run it on such a database. */
  readonly tried: boolean;
}

/** Statements for a database, as a script in which comments say what each is. */
export function sqlStatementsReport(dialect: string, statements: readonly Statement[]): Report {
  return {
    kind: 'sql',
    passed: true,
    currency: null,
    data: { dialect, statements: statements.map(({ name, says, sql, tried }) => ({ name, says, tried, sql })) },
    text: scriptOf(dialect, statements),
    blocks: statements.map((statement): Block => {
      const { name, says, sql } = statement;
      const lines = sql.split('\n').map((line): Block => ({ kind: 'paragraph', text: [text(line)] }));
      const blocks: Block[] = [{ kind: 'paragraph', text: [text(says)] }, ...lines];
      return { kind: 'section', id: name, title: name, ...noteOf(dialect, statement), blocks };
    }),
    table: [
      ['dialect', 'name', 'says', 'tried', 'sql'],
      ...statements.map(({ name, says, tried, sql }) => [dialect, name, says, tried ? 'yes' : 'no', sql]),
    ],
  };
}

function scriptOf(dialect: string, statements: readonly Statement[]): string {
  const parts = statements.map((statement) => {
    const { name, says, sql, tried } = statement;
    return [`-- ${name}: ${says}`, ...(tried ? [] : [`-- ${untried(dialect)}`]), ...`${sql};`.split('\n'), ''];
  });
  // Names of columns come from a database: no line may steer a terminal, or end a comment.
  return parts.map((lines) => lines.map(plainText).join('\n')).join('\n');
}

function noteOf(dialect: string, { tried }: Statement): { readonly note?: Phrase } {
  return tried ? {} : { note: [untried(dialect)] };
}

const untried = (dialect: string) =>
  `Written for ${dialect} by its documentation, and not run on it: look it over before you rely on it.`;
