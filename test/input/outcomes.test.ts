import { Readable } from 'node:stream';
import { describe, expect, test } from 'vitest';
import { momentsWhere } from '../../src/core/outcomes/sample.ts';
import { Problems } from '../../src/errors/problem.ts';
import type { ReadOptions } from '../../src/input/options.ts';
import { readLevels } from '../../src/input/outcomes/levels.ts';
import { readOutcomes } from '../../src/input/outcomes/outcomes.ts';
import { type OutcomeSpec, outcomeSpec } from '../../src/input/outcomes/spec.ts';

function contextOf(content: string) {
  return { problems: new Problems(), stdin: Readable.from([Buffer.from(content)]) };
}

async function read(content: string, spec: Partial<OutcomeSpec> = {}, options: ReadOptions = {}) {
  const context = contextOf(content);
  const file = await readOutcomes(['-'], outcomeSpec(spec), options, context);
  const codes = context.problems.kept.map(({ line, column, code }) => `${line ?? '-'} ${column ?? '-'} ${code}`);
  return { file, codes };
}

/** Mean of an outcome over everybody. */
function meanOf({ collected }: Awaited<ReturnType<typeof readOutcomes>>, at: number): number {
  const measured = collected.measured[at]!;
  return momentsWhere(measured.estimate === 'cohort change' ? measured.after : measured.sample, () => true).mean;
}

const kinds = (file: Awaited<ReturnType<typeof readOutcomes>>) =>
  file.outcomes.map(({ name, kind }) => `${name} ${kind}`);

describe('the kind of an outcome is found', () => {
  test('0 and 1, and yes and no in whichever language, are shares; other numbers are means', async () => {
    const rows = ['a;active;1;Ja;1,5', 'b;active;0;nein;2,5', 'c;aktiv;1;oui;-3', 'd;control;0;sí;0'];
    const { file, codes } = await read(['id;Gruppe;scam;zufrieden;skill', ...rows].join('\n'));
    expect(codes).toEqual([]);
    expect(kinds(file)).toEqual(['scam rate', 'zufrieden rate', 'skill mean']);
    expect([0, 1].map((at) => meanOf(file, at))).toEqual([0.5, 0.75]);
    expect(meanOf(file, 2)).toBeCloseTo(0.25, 12);
  });

  test('text in every row is no outcome; text among numbers is an error at its place', async () => {
    const text = await read('id,cohort,pay,country\na,active,1200,Austria\nb,non_member,900,Brazil\n');
    expect([kinds(text.file), text.file.texts]).toEqual([['pay mean'], ['country']]);
    const wrong = await read('id,cohort,pay\na,active,1200\nb,non_member,n/a\nc,non_member,none\n');
    expect(wrong.codes).toEqual(['3 pay OUTCOME_INVALID', '4 pay OUTCOME_INVALID']);
  });

  test('with --skip-bad-rows such a cell is left out and counted', async () => {
    const { file, codes } = await read('id,cohort,pay\na,active,1200\nb,non_member,n/a\n', {}, { skipBadRows: true });
    expect(codes).toEqual([]);
    expect(file.outcomes[0]).toMatchObject({ skipped: 1 });
  });

  test('a blank cell is no answer, and never 0', async () => {
    const { file } = await read('id,cohort,pay\na,active,1200\nb,active,\nc,non_member,900\n');
    expect(meanOf(file, 0)).toBe(1050);
    expect(file.collected.measured[0]!.missing.active).toBe(1);
  });
});

describe('columns', () => {
  test('a currency in the header or beside an amount makes an outcome money', async () => {
    const { file } = await read('id,cohort,pay (EUR),bonus\na,active,1200,€5\nb,non_member,900,7\n');
    expect(file.outcomes.map(({ name, money }) => [name, money])).toEqual([
      ['pay', true],
      ['bonus', true],
    ]);
    expect(file.currency?.code).toBe('EUR');
  });

  test('one to compare by is no outcome, unless its direction is declared', async () => {
    const content = 'id,cohort,pay,age\na,active,1200,30\nb,non_member,900,40\n';
    expect(kinds((await read(content, { within: ['age'] })).file)).toEqual(['pay mean']);
    expect(kinds((await read(content, { within: ['age'], higher: ['age'] })).file)).toEqual(['pay mean', 'age mean']);
    expect(kinds((await read(content, { only: ['Age'] })).file)).toEqual(['age mean']);
  });

  test('names that no column has are told, with their option', async () => {
    const { file } = await read('id,cohort,pay\na,active,1200\nb,non_member,900\n', { lower: ['scam'], by: ['pay'] });
    expect(file.unknown).toEqual([{ flag: '--lower', name: 'scam' }]);
  });

  test('of JSON Lines may come on a later line', async () => {
    const lines = [
      { id: 'a', cohort: 'active', pay: 1200 },
      { id: 'b', cohort: 'non_member', pay: 900, scam: true },
      { id: 'c', cohort: 'active', scam: false },
    ];
    const { file, codes } = await read(lines.map((line) => JSON.stringify(line)).join('\n'));
    expect(codes).toEqual([]);
    expect(kinds(file)).toEqual(['pay mean', 'scam rate']);
    expect(file.inputs[0]!.rows).toBe(3);
    expect([meanOf(file, 0), meanOf(file, 1)]).toEqual([1050, 0.5]);
  });
});

describe('rows', () => {
  test('a person stands once in a file, or once in each period', async () => {
    const twice = await read('id,cohort,pay\na,active,1\na,active,2\nb,non_member,3\n');
    expect(twice.codes).toEqual(['3 id PERSON_REPEATED']);
    const periods = await read('id,cohort,year,pay\na,active,2023,1\na,active,2024,2\na,active,2024,2\n');
    expect(periods.codes).toEqual(['4 id PERSON_REPEATED']);
  });

  test('two hundred thousand people are told apart', async () => {
    const rows = Array.from({ length: 200_000 }, (_, i) => `user${i},${i % 2 ? 'active' : 'non_member'},${i % 7}`);
    const { file, codes } = await read(`id,cohort,pay\n${rows.join('\n')}\n`);
    expect(codes).toEqual([]);
    expect(file.collected.people).toMatchObject({ active: 100_000, non_member: 100_000 });
  });

  test('who was asked is counted where the file says so of each person', async () => {
    const { file } = await read(
      'id,cohort,invited,pay\na,active,yes,1\nb,active,yes,\nc,non_member,no,5\nd,non_member,yes,4\n',
    );
    expect(file.asked).toEqual({ invited: 3, answered: 2 });
  });

  test('of cohorts hold means and shares, and who was asked', async () => {
    const rows = ['pay,active,100,12.5,4,150', 'pay,non_member,200,11,3,400', 'scam,active,100,4%,,150'];
    const { file } = await read(['outcome,cohort,people,value,sd,invited', ...rows].join('\n'));
    expect(kinds(file)).toEqual(['pay mean', 'scam rate']);
    expect(file.collected.measured.map(({ hasSpread }) => hasSpread)).toEqual([true, true]);
    expect(meanOf(file, 1)).toBe(0.04);
    expect(file.asked).toEqual({ invited: 550 });
  });

  test('of cohorts without a standard deviation have a mean and no spread', async () => {
    const { file } = await read('outcome,cohort,people,value\npay,active,100,12.5\npay,non_member,200,11\n');
    expect(file.collected.measured[0]).toMatchObject({ hasSpread: false });
  });
});

test('a level that is blank is left out and counted', async () => {
  const context = contextOf('id,level,pay\na,3,12\nb,,14\nc,0,9\n');
  const file = await readLevels(['-'], outcomeSpec({}), {}, context);
  expect(context.problems.total).toBe(0);
  expect([file.levels.people.size, file.withoutLevel]).toEqual([2, 1]);
});
