import { Readable } from 'node:stream';
import { describe, expect, test } from 'vitest';
import { Problems } from '../../src/errors/problem.ts';
import { readScenarios } from '../../src/input/scenarios.ts';
import { period } from '../core/helper.ts';

async function read(text: string) {
  const problems = new Problems();
  const scenarios = await readScenarios('-', { problems, stdin: Readable.from([Buffer.from(text)]) });
  return { scenarios, problems: problems.kept.map(({ code, line, message }) => [code, line, message]) };
}

describe('a file of scenarios', () => {
  test('names each with its changes, in the order of the file', async () => {
    const { scenarios, problems } = await read(
      [
        '# what the board asked',
        'optimistic: { margin: 50%, life: 5 }',
        '"2024":',
        '  baseline: 2023-01..2023-06',
        '  from: 2023',
        '  costs: { staff: 1.2, rewards: 50% }',
        '  returns:',
        '    Ticket deflection: 0',
      ].join('\n'),
    );
    expect(problems).toEqual([]);
    expect(
      scenarios.map(({ name, options, costs, returns, line }) => ({ name, options, costs, returns, line })),
    ).toEqual([
      { name: 'optimistic', options: { margin: 0.5, usefulLifeYears: 5 }, costs: {}, returns: {}, line: 2 },
      {
        name: '2024',
        options: { baseline: { from: period('2023-01'), to: period('2023-06') }, from: period('2023') },
        costs: { staff: 1.2, rewards: 0.5 },
        returns: { 'Ticket deflection': 0 },
        line: 3,
      },
    ]);
    expect(scenarios[1]?.written).toEqual([
      { setting: 'baseline', value: '2023-01..2023-06', line: 4 },
      { setting: 'from', value: '2023', line: 5 },
      { setting: 'costs.staff', value: '1.2', line: 6 },
      { setting: 'costs.rewards', value: '50%', line: 6 },
      { setting: 'returns.Ticket deflection', value: '0', line: 8 },
    ]);
  });

  test('takes values as they are written: 0x10 is no number of years, and 1_0 none either', async () => {
    const { problems } = await read('a: { life: 0x10 }\nb: { life: 1_0 }\nc: { margin: .5 }');
    expect(problems.map(([code, line]) => [code, line])).toEqual([
      ['SCENARIO_VALUE', 1],
      ['SCENARIO_VALUE', 2],
    ]);
  });

  test('may be JSON, and may repeat a part by an alias', async () => {
    const json = await read('{"a": {"margin": "40%"}, "b": {"life": 3}}');
    expect(json.scenarios.map(({ options }) => options)).toEqual([{ margin: 0.4 }, { usefulLifeYears: 3 }]);
    const alias = await read('a: &same { margin: 0.3 }\nb: *same');
    expect(alias.scenarios.map(({ options }) => options)).toEqual([{ margin: 0.3 }, { margin: 0.3 }]);
  });

  test('may call a scenario anything', async () => {
    const { scenarios, problems } = await read('__proto__: { margin: 0.3 }\nconstructor: { margin: 0.2 }\n');
    expect(problems).toEqual([]);
    expect(scenarios.map(({ name, options }) => [name, options.margin])).toEqual([
      ['__proto__', 0.3],
      ['constructor', 0.2],
    ]);
  });

  test('is refused where its aliases multiply without end', async () => {
    const level = (name: string, above: string) => `${name}: &${name} [${new Array(9).fill(`*${above}`).join(', ')}]`;
    const { scenarios, problems } = await read(
      ['a: &a [x, x]', level('b', 'a'), level('c', 'b'), level('d', 'c'), level('e', 'd')].join('\n'),
    );
    expect(scenarios).toEqual([]);
    expect(problems.map(([code]) => code)).toEqual(['SCENARIO_YAML']);
  });

  test.each([
    ['', 'SCENARIO_SHAPE'],
    ['- margin: 1', 'SCENARIO_SHAPE'],
    ['optimistic:', 'SCENARIO_SHAPE'],
    ['a: { margin: 1 }\n---\nb: { margin: 1 }', 'SCENARIO_YAML'],
    ['a: { margin: 1, margin: 0.5 }', 'SCENARIO_YAML'],
    ['a: { margin: [1] }', 'SCENARIO_VALUE'],
    ['a: { costs: { staff: -20% } }', 'SCENARIO_VALUE'],
    ['a: { margin: }', 'SCENARIO_VALUE'],
  ])('is no %j', async (text, code) => {
    const { scenarios, problems } = await read(text);
    expect(scenarios).toEqual([]);
    expect(problems.map(([found]) => found)).toEqual([code]);
  });
});
