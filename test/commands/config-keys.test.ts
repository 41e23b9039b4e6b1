import { describe, expect, test } from 'vitest';
import { PROGRAM } from '../../src/cli/program.ts';
import { configKeys, isComputing, sharedSpecs } from '../../src/commands/config-keys.ts';
import { expectedOf } from '../../src/commands/option-schemas.ts';
import { longName } from '../../src/commands/options.ts';

const keys = configKeys(PROGRAM);
const names = (of: readonly { readonly name: string }[]) => of.map(({ name }) => name);

describe('the configuration', () => {
  test('knows every option of every command with data, and nothing that no command takes', () => {
    for (const command of PROGRAM.commands.filter(isComputing)) {
      const own = names(keys.commands[command.name] ?? []);
      expect(own).toEqual(expect.arrayContaining(command.options.map(longName)));
    }
    const all = PROGRAM.commands.flatMap(({ options }) => options.map(longName));
    const common = PROGRAM.common.map(longName);
    expect(names(keys.options).filter((name) => ![...all, ...common].includes(name))).toEqual([]);
  });

  test('names each file once, and no file among the options for all', () => {
    expect(names(keys.files)).toEqual([...new Set(names(keys.files))]);
    expect(names(keys.options).filter((name) => names(keys.files).includes(name))).toEqual([]);
  });

  test('keeps an option for one command where it means something else for another', () => {
    const shared = names(keys.options);
    expect(shared).toEqual(expect.arrayContaining(['margin', 'currency', 'baseline', 'locale']));
    // --by is a unit for calc and a column for outcomes; --output is never meant for all.
    for (const name of ['by', 'output', 'format', 'section', 'config']) expect(shared).not.toContain(name);
  });

  test('checks the values of every command with data before it runs', () => {
    for (const { name } of PROGRAM.commands.filter(isComputing)) {
      expect(expectedOf(name, 'currency', 'Euros'), name).toMatchObject({ value: 'Euros' });
    }
  });

  test('shares an option under one way to write it', () => {
    for (const spec of sharedSpecs(PROGRAM)) expect(spec.flags).toMatch(new RegExp(`--(no-)?${longName(spec)}\\b`));
  });
});
