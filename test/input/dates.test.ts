import { describe, expect, it } from 'vitest';
import { formatPeriod } from '../../src/core/period.ts';
import { readDate } from '../../src/input/dates.ts';
import { codesOf, costs, rowsOf } from './reading.ts';

function periodOf(text: string): string {
  const reading = readDate(text);
  if (reading.kind === 'period') return formatPeriod(reading.period);
  if (reading.kind === 'refused') return reading.why;
  return Object.entries(reading.orders)
    .map(([order, period]) => `${order} ${formatPeriod(period)}`)
    .join(', ');
}

describe('a period', () => {
  it.each([
    ['2024-01', '2024-01'],
    ['2024-1', '2024-01'],
    ['2024/01', '2024-01'],
    ['2024.01', '2024-01'],
    ['202401', '2024-01'],
    ['01/2024', '2024-01'],
    ['1.2024', '2024-01'],
    ['2024-Q1', '2024-Q1'],
    ['2024Q1', '2024-Q1'],
    ['2024 q4', '2024-Q4'],
    ['Q1 2024', '2024-Q1'],
    ['Q1/2024', '2024-Q1'],
    ['1Q2024', '2024-Q1'],
    ['T2 2024', '2024-Q2'],
    ['2T2024', '2024-Q2'],
    ['K3 2024', '2024-Q3'],
    ['1. Quartal 2024', '2024-Q1'],
    ['2ème trimestre 2024', '2024-Q2'],
    ['2º trimestre de 2024', '2024-Q2'],
    ['3e kwartaal 2024', '2024-Q3'],
    ['2024', '2024'],
    [' 2024-01 ', '2024-01'],
  ])('%s is %s', (text, period) => {
    expect(periodOf(text)).toBe(period);
  });
});

describe('a date lies in its month', () => {
  it.each([
    ['2024-01-31', '2024-01'],
    ['2024/1/31', '2024-01'],
    ['2024.01.31', '2024-01'],
    ['2024.01.31.', '2024-01'],
    ['20240131', '2024-01'],
    ['January, 2024', '2024-01'],
    ['Wednesday, 31 January 2024', '2024-01'],
    ['Mi., 31. Januar 2024', '2024-01'],
    ['2024-02-29', '2024-02'],
    ['2024-01-31T23:59:59Z', '2024-01'],
    ['2024-01-31 23:59:59 UTC', '2024-01'],
    ['2024-01-31 23:59:59 +0200', '2024-01'],
    ['2024-01-31T23:59:59.123456+02:00', '2024-01'],
    ['2024-01-31 11:59 PM', '2024-01'],
    ['31 January 2024', '2024-01'],
    ['Jan 31, 2024', '2024-01'],
    ['January 31st, 2024', '2024-01'],
    ['Wednesday, January 31, 2024', '2024-01'],
    ['Wed, 31 Jan 2024 23:59:59 GMT', '2024-01'],
    ['31-Jan-2024', '2024-01'],
    ['31-Jan-24', '2024-01'],
    ['31Jan2024', '2024-01'],
    ['31. Januar 2024', '2024-01'],
    ['1er février 2024', '2024-02'],
    ['1 de enero de 2024', '2024-01'],
    ['2024-Jan-31', '2024-01'],
  ])('%s is %s', (text, period) => {
    expect(periodOf(text)).toBe(period);
  });
});

describe('the names of the months', () => {
  it.each([
    ['English', 'January February March April May June July August September October November December'],
    ['English, short', 'Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec'],
    ['German', 'Januar Februar März April Mai Juni Juli August September Oktober November Dezember'],
    ['German, short', 'Jan. Feb. Mrz. Apr. Mai Jun. Jul. Aug. Sep. Okt. Nov. Dez.'],
    ['Austrian', 'Jänner Feber März April Mai Juni Juli August September Oktober November Dezember'],
    ['French', 'janvier février mars avril mai juin juillet août septembre octobre novembre décembre'],
    ['French, short', 'janv. févr. mars avr. mai juin juil. août sept. oct. nov. déc.'],
    ['Spanish', 'enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre'],
    ['Spanish, short', 'ene feb mar abr may jun jul ago sept oct nov dic'],
    ['Portuguese', 'janeiro fevereiro março abril maio junho julho agosto setembro outubro novembro dezembro'],
    ['Portuguese, short', 'jan. fev. mar. abr. mai. jun. jul. ago. set. out. nov. dez.'],
    ['Italian', 'gennaio febbraio marzo aprile maggio giugno luglio agosto settembre ottobre novembre dicembre'],
    ['Italian, short', 'gen feb mar apr mag giu lug ago set ott nov dic'],
    ['Dutch', 'januari februari maart april mei juni juli augustus september oktober november december'],
    ['Dutch, short', 'jan feb mrt apr mei jun jul aug sep okt nov dec'],
  ])('%s', (_, names) => {
    const months = names.split(' ').map((name) => periodOf(`${name} 2024`));
    expect(months).toEqual(Array.from({ length: 12 }, (_, i) => `2024-${String(i + 1).padStart(2, '0')}`));
  });

  it('without accents and with a hyphen, as spreadsheets shorten them', () => {
    expect(['fevrier 2024', 'AOUT 2024', 'maerz 2024', 'Jan-24', "Jan '24", 'févr.-24'].map(periodOf)).toEqual([
      ...['2024-02', '2024-08', '2024-03', '2024-01', '2024-01', '2024-02'],
    ]);
  });
});

describe('what is no period is refused with its reason', () => {
  it.each([
    ['45292', 'serial'],
    ['45292.5', 'serial'],
    ['2024-W05', 'week'],
    ['KW 5', 'week'],
    ['31 Jan', 'no year'],
    ['Jan 31', 'no year'],
    ['24-Jan', 'no year'],
    ['31.01.', 'no year'],
    ['2024.1', 'not a date'],
    ['201012', 'not a date'],
    ['2024-13', 'not a date'],
    ['2024-00', 'not a date'],
    ['2023-02-29', 'not a date'],
    ['2024-04-31', 'not a date'],
    ['32/01/2024', 'not a date'],
    ['0202-01', 'not a date'],
    ['20224-01', 'not a date'],
    ['Foo 2024', 'not a date'],
    ['2024-Q5', 'not a date'],
    ['yesterday', 'not a date'],
    ['NaN', 'not a date'],
    ['2024-01-31 and more', 'not a date'],
    ['x'.repeat(10_000), 'not a date'],
  ])('%s', (text, why) => {
    expect(periodOf(text)).toBe(why);
  });
});

describe('the order of day and month', () => {
  const file = (...dates: string[]) =>
    ['period,category,amount', ...dates.map((date) => `${date},misc,5`), ''].join('\n');

  it('is left open by one date, closed by the number', () => {
    expect(periodOf('03/04/2024')).toBe('dmy 2024-04, mdy 2024-03');
    expect(periodOf('13/04/2024')).toBe('dmy 2024-04');
    expect(periodOf('04/13/2024')).toBe('mdy 2024-04');
    expect(periodOf('31.12.24')).toBe('dmy 2024-12, ymd 2031-12');
  });

  it('03/04/2024 alone is asked about', async () => {
    expect((await costs(file('03/04/2024'))).problems).toMatchObject([
      {
        code: 'DATE_AMBIGUOUS',
        line: 2,
        column: 'period',
        message: 'cannot tell whether "03/04/2024" lies in 2024-04 or 2024-03',
        remedy: 'No date in the column decides. Add --date-order dmy (or mdy, or ymd).',
      },
    ]);
  });

  it('is shown by a later date of the column', async () => {
    const reading = await costs(file('03/04/2024', '05/06/2024', '31/01/2024'));
    expect(rowsOf(reading)).toEqual(['2024-04 misc 5', '2024-06 misc 5', '2024-01 misc 5']);
    expect(reading.summary?.dateOrder).toBe('dmy');
    expect(rowsOf(await costs(file('03/04/2024', '01/31/2024')))).toEqual(['2024-03 misc 5', '2024-01 misc 5']);
  });

  it('a date that is the same either way needs none', async () => {
    expect(rowsOf(await costs(file('04/04/2024')))).toEqual(['2024-04 misc 5']);
  });

  it('two orders in one column are a mistake', async () => {
    expect(codesOf(await costs(file('31/01/2024', '01/31/2024')))).toEqual(['3 period DATE_MIXED']);
  });

  it('--date-order decides, and what contradicts it is refused', async () => {
    expect(rowsOf(await costs(file('03/04/2024'), { dateOrder: 'mdy' }))).toEqual(['2024-03 misc 5']);
    expect(rowsOf(await costs(file('03/04/24'), { dateOrder: 'ymd' }))).toEqual(['2003-04 misc 5']);
    expect(codesOf(await costs(file('31/01/2024'), { dateOrder: 'mdy' }))).toEqual(['2 period DATE_MIXED']);
  });

  it('does not concern dates that begin with the year', async () => {
    expect(rowsOf(await costs(file('2024-04-03'), { dateOrder: 'mdy' }))).toEqual(['2024-04 misc 5']);
  });

  it('is decided by each column for itself', async () => {
    const text = 'period,until,category,amount\n31/01/2024,03/04/2024,misc,5\n';
    expect(codesOf(await costs(text))).toEqual(['2 until DATE_AMBIGUOUS']);
  });
});
