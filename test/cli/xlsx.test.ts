import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { describeWith } from '../e2e/needs.ts';
import { type Book, changed, readBook, unzip, type Value, withoutValues } from '../render/xlsx/book.ts';
import { PROJECT, run } from '../run.ts';
import { officeMissing, recalculate } from './office.ts';
import { at, numbersOf, summaryFigures } from './xlsx-figures.ts';

const folder = mkdtempSync(join(tmpdir(), 'community-roi-xlsx-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const fixture = (path: string) => join(PROJECT, 'fixtures', path);
const files = (name: string) => [fixture(`${name}/costs.csv`), fixture(`${name}/spend.csv`)];
const RETURNS = ['--returns', fixture('returns-and-rewards/returns.csv')];
const people = ['members', 'transactions', 'activity', 'customers'].flatMap((kind) => [
  `--${kind}`,
  fixture(`raw/${kind}.csv`),
]);
const cash = ['--discount-rate', '8%'];

/** Every kind of community that there is a fixture of: what `calc` takes. */
const COMMUNITIES: Readonly<Record<string, readonly string[]>> = {
  'worked-example': files('worked-example'),
  'spending-challenge': files('spending-challenge'),
  'per-member': files('per-member'),
  'negative-uplift': files('negative-uplift'),
  quarterly: [...files('quarterly'), ...cash],
  'quarterly-all': [...files('quarterly'), '--baseline', 'all', '--from', '2023-Q1', '--margin', '30%'],
  yearly: [...files('yearly'), ...cash],
  'yearly-short-life': [...files('yearly'), '--baseline', 'all', '--life', '2.5', '--member-cost', 'total'],
  returns: [...files('returns-and-rewards'), ...RETURNS],
  'returns-window': [
    ...[...files('returns-and-rewards'), ...RETURNS, ...cash, '--margin', '40%'],
    ...['--baseline', '2023-02..2023-06', '--from', '2023-03', '--to', '2024-09'],
  ],
  people: [fixture('raw/costs.csv'), ...people],
  'people-margin': [fixture('raw/costs.csv'), ...people, '--margin', '30%', '--to', '2023-12'],
  spread: [fixture('worked-example/costs.csv'), join(folder, 'spread.csv')],
  'spread-all': [
    ...[fixture('worked-example/costs.csv'), join(folder, 'spread.csv')],
    ...['--baseline', 'all', '--margin', '60%', '--from', '2021-05', ...cash],
  ],
  sampled: [fixture('yearly/costs.csv'), join(folder, 'sampled.csv')],
};
const LEDGER = [
  ...[...files('members-ledger'), '--currency', 'EUR', '--outcomes', fixture('members-ledger/outcomes.csv')],
  ...['--higher', 'earnings', '--lower', 'scam', '--count', 'contracts', '--money', 'earnings'],
  ...['--member-ledger', fixture('members-ledger/member-ledger.csv'), '--hour-value', '18'],
];
/** The members' ledger: known over the whole window, over the latest twelve months alone, with two outcomes, and with nothing given. */
const BOTH: Readonly<Record<string, readonly string[]>> = {
  both: [...LEDGER, '--from', '2023-Q1'],
  'both-latest': LEDGER,
  'both-outcomes': [...LEDGER, '--from', '2023-Q1', '--money', 'scam=900/year'],
  'both-nothing-given': [
    ...[...files('members-ledger'), '--from', '2023-Q1', '--outcomes', fixture('members-ledger/outcomes.csv')],
    ...['--higher', 'earnings', '--count', 'contracts', '--money', 'earnings', '--currency', 'EUR'],
  ],
};

const ALL = { ...COMMUNITIES, ...BOTH };
const NAMES = [...Object.keys(ALL), 'monthly'];
const argsOf = (name: string) => (name === 'monthly' ? ['report', fixture('monthly')] : ['calc', ...ALL[name]!]);

const bookOf = (name: string) => readFileSync(join(folder, `${name}.xlsx`));
const dataOf = (name: string) => {
  const { data } = JSON.parse(readFileSync(join(folder, `${name}.json`), 'utf8'));
  return name === 'monthly' ? data.calc : data;
};

/** A spending file with a spread between people that differs from row to row. */
function withSpread(name: string, target: string): void {
  const [header, ...rows] = readFileSync(fixture(`${name}/spend.csv`), 'utf8')
    .trim()
    .split('\n');
  const lines = rows.map((row, i) => `${row},${20 + ((7 * i) % 31)}`);
  writeFileSync(join(folder, target), [`${header},spend_sd`, ...lines, ''].join('\n'));
}

beforeAll(async () => {
  withSpread('worked-example', 'spread.csv');
  withSpread('yearly', 'sampled.csv');
  for (const name of NAMES) {
    const outputs = ['-o', join(folder, `${name}.xlsx`), '-o', join(folder, `${name}.json`)];
    expect(await run([...argsOf(name), ...outputs])).toEqual({ code: 0, stdout: '', stderr: '' });
  }
}, 120_000);

/** To nine digits, or a billionth of a unit where a figure is next to nothing. */
function expectSame(shown: Value | undefined, wanted: unknown, where: string): void {
  if (typeof wanted === 'number' && typeof shown === 'number') {
    const slack = 1e-9 * Math.max(1, Math.abs(wanted));
    expect(Math.abs(shown - wanted), `${where}: ${shown}, not ${wanted}`).toBeLessThanOrEqual(slack);
  } else expect(shown, where).toEqual(wanted);
}

const UNKNOWN = /^(?:$|not |has come|none)/;

function expectFigures(book: Book, data: unknown): void {
  const figures = summaryFigures(book.get('Summary')!);
  for (const { key, value } of figures) {
    const wanted = at(data, key) ?? null;
    if (wanted === null) expect(value, key).toMatch(UNKNOWN);
    else expectSame(value, wanted, key);
  }
  const keys = new Set(figures.map(({ key }) => key));
  expect(numbersOf(data).filter((path) => !keys.has(path))).toEqual([]);
}

describe.each(NAMES)('the workbook of %s', (name) => {
  test('shows every figure of the JSON, each under its key', () => expectFigures(readBook(bookOf(name)), dataOf(name)));

  test('calls no cell by a name that the workbook does not hold', () => {
    const defined = new Set(
      [
        ...unzip(bookOf(name))
          .get('xl/workbook.xml')!
          .matchAll(/<definedName name="([a-z_]+)"/g),
      ].map(([, n]) => n),
    );
    const formulas = [...readBook(bookOf(name)).values()].flatMap((cells) =>
      [...cells.values()].flatMap(({ formula }) => (formula === undefined ? [] : [formula.replace(/"[^"]*"/g, '')])),
    );
    const called = new Set(formulas.flatMap((formula) => formula.match(/\b[a-z]+(?:_[a-z]+)+\b|\bmargin\b/g) ?? []));
    expect([...called].filter((one) => !defined.has(one))).toEqual([]);
    expect(called.size).toBeGreaterThan(20);
  });
});

test.each(['returns-window', 'people', 'monthly'])('the same input of %s gives the same bytes', async (name) => {
  const again = join(folder, `${name}-again.xlsx`);
  await run([...argsOf(name), '-o', again]);
  expect(readFileSync(again).equals(bookOf(name))).toBe(true);
});

test('the sheets by period hold formulas, and no value beside them but 0 where there is no file', () => {
  const book = readBook(bookOf('worked-example'));
  for (const sheet of ['Monthly', 'Amortisation', 'Uplift']) {
    const figures = [...book.get(sheet)!].filter(([reference]) => /^[E-Z]\d/.test(reference));
    const values = figures.filter(([, { formula, value }]) => formula === undefined && typeof value === 'number');
    expect(values.filter(([, { value }]) => value !== 0)).toEqual([]);
    expect(figures.length - values.length).toBeGreaterThan(300);
  }
});

test('the sheet of cohorts warns where it holds one of fewer people than reports show', async () => {
  const warns = async (...options: string[]) => {
    const file = join(folder, 'small.xlsx');
    await run(['calc', ...COMMUNITIES['people']!, ...options, '-o', file]);
    const cells = readBook(readFileSync(file)).get('Cohorts')!;
    return [...cells.values()].some(({ value }) => String(value).includes('Mind who gets the file'));
  };
  expect([await warns('--min-people', '40'), await warns('--min-people', '1')]).toEqual([true, false]);
});

test('a report holds the formulas of calc, a sheet of values for each other part, and the caveats of all', () => {
  const sheets = [...readBook(bookOf('monthly')).keys()];
  expect(sheets.slice(0, 3)).toEqual(['Read me', 'Summary', 'Inputs']);
  expect(sheets).toEqual(expect.arrayContaining(['Goals', 'What members get', 'After an event', 'Caveats']));
});

test('text of a file is text in the workbook, whatever it begins with', async () => {
  const sources = ['=HYPERLINK("http://example.com","x")', '+1+1', '@SUM(A1)', "-2+3+cmd|' /C calc'!A0", '#REF!'];
  const returns = join(folder, 'hostile.csv');
  const quoted = sources.map((source) => `2023-01,"${source.replaceAll('"', '""')}",revenue,100`);
  writeFileSync(returns, ['period,source,kind,amount', ...quoted, ''].join('\n'));
  const file = join(folder, 'hostile.xlsx');
  const args = ['calc', ...files('returns-and-rewards'), '--returns', returns, '-o', file];
  expect(await run(args)).toEqual({ code: 0, stdout: '', stderr: '' });
  const book = readBook(readFileSync(file));
  const shown = [...book.get('Returns')!.values()];
  for (const source of sources) expect(shown).toContainEqual({ value: source });
  const formulas = [...book.values()].flatMap((cells) => [...cells.values()].map(({ formula }) => formula ?? ''));
  expect(formulas.filter((formula) => /HYPERLINK|cmd|example\.com/.test(formula))).toEqual([]);
  expect(readFileSync(file).includes('t="e"')).toBe(false);
});

test('a workbook goes to a file or into a pipe, not to a terminal', async () => {
  const piped = await run(['calc', '--example', '--format', 'xlsx']);
  expect([piped.code, piped.stdout.slice(0, 2)]).toEqual([0, 'PK']);
  const shown = await run(['calc', '--example', '--format', 'xlsx'], { terminal: 80 });
  expect([shown.code, shown.stdout]).toEqual([2, '']);
  expect(shown.stderr).toContain('-o ');
});

test('the workbook can be read in place of the files that it was made of', async () => {
  const file = join(folder, 'worked-example.xlsx');
  const { code, stdout } = await run(['calc', file, file, '--currency', 'USD', '--json']);
  const { inputs: _, ...data } = JSON.parse(stdout).data;
  const { inputs: __, ...wanted } = dataOf('worked-example');
  expect([code, data]).toEqual([0, wanted]);
});

test('another command is a workbook of values, with what it says in words on the first sheet', async () => {
  const file = join(folder, 'outcomes.xlsx');
  const args = ['outcomes', fixture('outcomes/nsw.csv'), '-o', file];
  expect(await run(args)).toEqual({ code: 0, stdout: '', stderr: '' });
  const book = readBook(readFileSync(file));
  expect([...book.keys()].slice(0, 1)).toEqual(['Summary']);
  expect([...book.values()].every((cells) => [...cells.values()].every(({ formula }) => formula === undefined))).toBe(
    true,
  );
  expect([...book.get('Data')!.values()].filter(({ value }) => typeof value === 'number').length).toBeGreaterThan(5);
});

/** Writes a copy with other values in cells, and without any value that a formula gave. */
function altered(name: string, copy: string, cells: Readonly<Record<string, string>>): string {
  const sheets = [...readBook(bookOf(name)).keys()];
  let done = 0;
  const bytes = changed(withoutValues(bookOf(name)), (part, xml) => {
    let text = xml;
    for (const [place, value] of Object.entries(cells)) {
      const [sheet, reference] = place.split('!') as [string, string];
      if (part !== `xl/worksheets/sheet${sheets.indexOf(sheet) + 1}.xml`) continue;
      text = text.replace(new RegExp(`(<c r="${reference}"[^>]*><v>)[^<]*(</v>)`), (_, before, after) => {
        done++;
        return `${before}${value}${after}`;
      });
    }
    return text;
  });
  expect(done, 'cells changed').toBe(Object.keys(cells).length);
  writeFileSync(join(folder, copy), bytes);
  return join(folder, copy);
}

describeWith(officeMissing(), 'LibreOffice', () => {
  const computed = new Map<string, Book>();

  const HOUR = "Worth of a member's hour";
  /** The example with another cost, the yearly one with other choices, and both ledgers with dearer hours. */
  const other = () => {
    const options = altered('yearly', 'other-options.xlsx', {
      'Inputs!B6': '0.35',
      'Inputs!B7': '3',
      'Inputs!B9': '0.03',
    });
    const total = changed(readFileSync(options), (part, xml) =>
      part === 'xl/sharedStrings.xml' ? xml.replace('<t>variable</t>', '<t>total</t>') : xml,
    );
    writeFileSync(options, total);
    const [label] = [...readBook(bookOf('both')).get('Inputs')!].find(([, cell]) => cell.value === HOUR)!;
    const hour = altered('both', 'other-hour.xlsx', { [`Inputs!${label.replace('A', 'B')}`]: '25' });
    return [altered('worked-example', 'other-cost.xlsx', { 'Costs!D6': '310000.5' }), options, hour];
  };

  beforeAll(() => {
    const bare = NAMES.map((name) => {
      writeFileSync(join(folder, `bare-${name}.xlsx`), withoutValues(bookOf(name)));
      return join(folder, `bare-${name}.xlsx`);
    });
    const names = [...NAMES, 'other-cost', 'other-options', 'other-hour'];
    recalculate([...bare, ...other()], folder).forEach((copy, i) => {
      computed.set(names[i]!, readBook(readFileSync(copy)));
    });
  }, 300_000);

  test.each(NAMES)('computes each formula of %s to the value that stands in its cell', (name) => {
    let formulas = 0;
    for (const [sheet, cells] of readBook(bookOf(name))) {
      for (const [reference, { formula, value }] of cells) {
        if (formula === undefined) continue;
        formulas++;
        expectSame(computed.get(name)!.get(sheet)?.get(reference)?.value ?? '', value, `${sheet}!${reference}`);
      }
    }
    expect(formulas).toBeGreaterThan(200);
  });

  test.each(NAMES)('computes the summary of %s to the figures of the JSON', (name) => {
    expectFigures(computed.get(name)!, dataOf(name));
    const checks = [...computed.get(name)!.get('Read me')!.values()].find(({ formula }) => formula !== undefined);
    expect(checks).toEqual({ formula: 'all_checks', value: true });
  });

  test('computes what calc computes when a cost is changed', async () => {
    const costs = readFileSync(fixture('worked-example/costs.csv'), 'utf8');
    expect(costs).toContain(',240000.00,');
    writeFileSync(join(folder, 'costs.csv'), costs.replace(',240000.00,', ',310000.50,'));
    const args = ['calc', join(folder, 'costs.csv'), fixture('worked-example/spend.csv'), '--json'];
    const { data } = JSON.parse((await run(args)).stdout);
    expect(data.totals.roi).not.toBeCloseTo(dataOf('worked-example').totals.roi, 3);
    expectFigures(computed.get('other-cost')!, data);
  });

  test('computes what calc computes with another margin, useful life, rate and cost of a member', async () => {
    const args = ['--margin', '35%', '--life', '3', '--member-cost', 'total', '--discount-rate', '3%'];
    const { data } = JSON.parse((await run(['calc', ...files('yearly'), ...args, '--json'])).stdout);
    expectFigures(computed.get('other-options')!, data);
  });

  test("computes the members' ledger that calc computes when an hour is worth more", async () => {
    const { stdout } = await run(['calc', ...BOTH['both']!, '--hour-value', '25', '--json']);
    const { data } = JSON.parse(stdout);
    expect(data.members.roi).not.toBeCloseTo(dataOf('both').members.roi, 3);
    // The interval of the share takes the errors of both sides: it is a value, and says so.
    const moved = summaryFigures(computed.get('other-hour')!.get('Summary')!).filter(
      ({ key }) => key.startsWith('members.') && !key.includes('interval.shareOfPie'),
    );
    expect(moved.length).toBeGreaterThan(20);
    for (const { key, value } of moved) expectSame(value, at(data, key), key);
  });

  test('saves a workbook that calc reads to what LibreOffice computed', async () => {
    const copy = join(folder, 'computed', 'other-cost.xlsx');
    const { code, stdout } = await run(['calc', copy, copy, '--currency', 'USD', '--json']);
    expect(code).toBe(0);
    expectFigures(computed.get('other-cost')!, JSON.parse(stdout).data);
  });
});
