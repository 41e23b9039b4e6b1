import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, describe, expect, test } from 'vitest';
import { expectFits, expectGolden, goldenRun, WRITTEN } from '../golden.ts';
import { PROJECT, run } from '../run.ts';

const FILES = ['fixtures/events/events.csv', 'fixtures/events/transactions.csv'];
const CUSTOMERS = ['--customers', 'fixtures/events/customers.csv'];
const EVENT = ['event', ...FILES, ...CUSTOMERS];
const golden = (name: string, args: readonly string[]) => goldenRun(`event/${name}`, args);

const folder = mkdtempSync(join(tmpdir(), 'community-roi-event-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const file = (name: string, text: string | Buffer) => {
  writeFileSync(join(folder, name), text);
  return join(folder, name);
};
const read = (name: string) => readFileSync(join(PROJECT, 'fixtures/events', name), 'utf8');
const dataOf = async (args: readonly string[]) => {
  const { stdout, stderr } = await run([...args, '--json']);
  expect(stderr).toBe('');
  return JSON.parse(stdout).data;
};

describe('event', () => {
  test.each([80, 60, 45])('fits %s columns', async (width) => {
    const text = await golden(`report.${width}.txt`, [...EVENT, '--width', String(width)]);
    expectFits(text, width);
  });

  test.each(WRITTEN)('is written as %s', async (format, extension) => {
    await golden(`report.${extension}`, [...EVENT, '--format', format]);
  });

  test.each([
    ['clean', ['--clean']],
    ['count', ['--unit-outcome', 'count', '--section', 'change', '--section', 'windows']],
    ['days-14', ['--days', '14', '--section', 'change', '--section', 'course']],
    ['days-130', ['--days', '130']],
    ['all', ['--population', 'all', '--section', 'change', '--section', 'people', '--section', 'caveats']],
    ['less', ['--better', 'lower', '--brief']],
    ['ascii', ['--ascii', '--section', 'course']],
  ])('with other options: %s', async (name, args) => {
    await golden(`${name}.txt`, [...EVENT, ...args]);
  });

  test('finds the placebo of people who were on another path before, and gives no verdict', async () => {
    const meetUps = read('events.csv')
      .split('\n')
      .filter((row) => !row.endsWith('workshop'));
    const workshops = read('events.csv')
      .split('\n')
      .filter((row) => !row.endsWith('meet-up'));
    // Who went to a workshop first is no stranger to the community: such people are left out altogether.
    const others = new Set(workshops.slice(1).map((row) => row.split(',')[0]));
    const transactions = read('transactions.csv')
      .split('\n')
      .filter((row) => !others.has(row.split(',')[0]));
    const alone = meetUps.filter((row) => !others.has(row.split(',')[0]));
    const args = ['event', file('meet-ups.csv', alone.join('\n')), file('buyers.csv', transactions.join('\n'))];
    const { verdict, pooled } = await dataOf([...args, ...CUSTOMERS]);
    expect(pooled.placebo.interval.difference[0]).toBeGreaterThan(0);
    expect(verdict).toBe('unclear');
  });

  test('gives the same bytes from gzip, from parts and from another dialect', async () => {
    const plain = (await run([...EVENT, '--format', 'csv'])).stdout;
    const [header = '', ...rows] = read('transactions.csv').trim().split('\n');
    const half = Math.floor(rows.length / 2);
    const german = rows.map((row) => {
      const [id, date = '', amount = ''] = row.split(',');
      return `${id};${date.split('-').reverse().join('.')};${amount.replace('.', ',')}`;
    });
    const variants = [
      [file('all.csv.gz', gzipSync(read('transactions.csv')))],
      [
        file('a.csv', [header, ...rows.slice(0, half)].join('\n')),
        ...['--transactions', file('b.csv', [header, ...rows.slice(half)].join('\r\n'))],
      ],
      [file('german.csv', Buffer.from(`Kundennummer;Datum;Betrag (EUR)\n${german.join('\n')}\n`, 'utf16le'))],
    ];
    for (const variant of variants) {
      const ran = await run(['event', FILES[0]!, ...variant, ...CUSTOMERS, '--format', 'csv']);
      expect([ran.stderr, ran.stdout]).toEqual(['', plain]);
    }
  });

  test('names nobody', async () => {
    for (const format of ['table', 'json', 'csv', 'markdown']) {
      expect((await run([...EVENT, '--format', format])).stdout).not.toMatch(/k\d{4}\b|guest/);
    }
  });

  test('shows no group of fewer people than asked for', async () => {
    const { events, dates, hiddenDates } = await dataOf([...EVENT, '--min-people', '60']);
    const small = events.find(({ event }: { event: string }) => event === 'meet-up');
    expect(small.change).toBeNull();
    expect(small.changeReason).toBe('fewer than 60 attendees are not shown');
    expect([dates.length, hiddenDates]).toEqual([0, 9]);
  });

  test('answers that nobody can be compared where the ids of the files are not the same', async () => {
    const events = file('strangers.csv', 'person_id,date\nx1,2023-06-01\nx2,2023-06-01\n');
    await golden('strangers.txt', ['event', events, FILES[1]!]);
  });

  test('takes times in a time zone, and names of columns that the user gives', async () => {
    const events = file('late.csv', 'wer,wann,was\nk1000,2023-06-20T23:30:00Z,Treffen\n');
    const maps = ['person_id=wer', 'date=wann', 'event=was'].flatMap((map) => ['--map', `events.${map}`]);
    const args = ['event', events, FILES[1]!, ...CUSTOMERS, ...maps, '--min-people', '1'];
    expect((await dataOf(args)).dates[0]).toMatchObject({ date: '2023-06-20', events: ['Treffen'] });
    expect((await dataOf([...args, '--timezone', 'Europe/Berlin'])).dates[0].date).toBe('2023-06-21');
  });
});

describe('what is wrong with an event study', () => {
  test.each([
    ['days', [...EVENT, '--days', '1']],
    ['outcome', [...EVENT, '--unit-outcome', 'visits']],
    ['transactions-missing', ['event', FILES[0]!]],
    ['events-missing', ['event']],
    ['map', [...EVENT, '--map', 'events.name=x']],
  ])('on the command line exits 2: %s', async (name, args) => {
    const { code, stdout, stderr } = await run(args);
    expectGolden(`usage/event-${name}.txt`, stderr);
    expect([code, stdout]).toEqual([2, '']);
  });

  test('in the files is named by file, line and column, in all of them at once', async () => {
    const events = 'person_id,date,event\na,2023-13-01,x\n,2023-06-01,x\nb,soon,y\n';
    const transactions = 'person_id,date,amount\na,2023-01-05,1e3\nb,,4\n';
    writeFileSync(join(folder, 'events.csv'), events);
    writeFileSync(join(folder, 'transactions.csv'), transactions);
    const { code, stdout, stderr } = await run(['event', 'events.csv', 'transactions.csv'], { cwd: folder });
    expectGolden('event/problems.txt', stderr);
    expect([code, stdout]).toEqual([3, '']);
  });
});
