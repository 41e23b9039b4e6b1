import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { COMMON_CURRENCIES } from '../../src/report/currency.ts';
import { barText, type FormatOptions, formatCell, formatTick, phraseText } from '../../src/report/format.ts';

const english: FormatOptions = { locale: 'en-US', currency: 'USD', ascii: false };
const money = (amount: number, options: Partial<FormatOptions> = {}, cents = false, signed = false) =>
  formatCell({ kind: 'money', amount, cents, signed }, { ...english, ...options });
const percent = (ratio: number, signed = false) => formatCell({ kind: 'percent', ratio, signed }, english);

describe('money', () => {
  test('a total is shown in whole dollars and a price with its cents', () => {
    expect(money(792580)).toBe('$792,580');
    expect(money(58.49140613847252, {}, true)).toBe('$58.49');
  });

  test('a loss has a minus, not a hyphen, and a hyphen where only ASCII is wanted', () => {
    expect(money(-32690)).toBe('−$32,690');
    expect(money(-32690, { ascii: true })).toBe('-$32,690');
  });

  test('a change has its sign, but no change has none', () => {
    expect(money(3, {}, true, true)).toBe('+$3.00');
    expect(money(-3, {}, true, true)).toBe('−$3.00');
    expect(money(0, {}, true, true)).toBe('$0.00');
  });

  test('a loss that rounds to nothing is not minus nothing', () => {
    expect(money(-0)).toBe('$0');
    expect(money(-0.4)).toBe('$0');
    expect(money(-0.004, {}, true, true)).toBe('$0.00');
  });

  test('half a cent goes away from zero, as on paper and not as in binary', () => {
    expect(money(1.005, {}, true)).toBe('$1.01');
    expect(money(-1.005, {}, true)).toBe('−$1.01');
    expect(money(0.5)).toBe('$1');
    expect(money(-0.5)).toBe('−$1');
  });

  test('the minor unit is that of the currency', () => {
    expect(money(1234.5, { currency: 'JPY' }, true)).toBe('¥1,235');
    expect(money(1.2345, { currency: 'KWD' }, true)).toBe('KWD 1.235');
    expect(money(9.5, { currency: 'EUR' }, true)).toBe('€9.50');
  });

  test('without a currency there is a number alone', () => {
    expect(money(1234.5, { currency: null })).toBe('1,235');
    expect(money(1234.5, { currency: null }, true)).toBe('1,234.50');
  });

  test('a symbol that is not ASCII gives way to the code', () => {
    expect(money(-5, { currency: 'EUR', ascii: true })).toBe('-EUR 5');
    expect(money(5, { currency: 'CAD', ascii: true })).toBe('CA$5');
    expect(money(1234567.5, { currency: 'EUR', ascii: true, locale: 'fr-FR' })).toBe('1 234 568 EUR');
  });

  test('a locale keeps its own marks and unbreakable blanks', () => {
    expect(money(-1234567.5, { currency: 'EUR', locale: 'de-DE' }, true)).toBe('−1.234.567,50\u00a0€');
    expect(money(1234567, { currency: 'EUR', locale: 'fr-FR' })).toBe('1\u202f234\u202f567\u00a0€');
    expect(money(1234567, { currency: 'INR', locale: 'en-IN' })).toBe('₹12,34,567');
  });

  test('NaN and infinity are bugs, and are not shown', () => {
    expect(() => money(Number.NaN)).toThrow(RangeError);
    expect(() => money(Number.POSITIVE_INFINITY)).toThrow(RangeError);
  });
});

describe('percentages', () => {
  test('one decimal below a hundred, none from there on', () => {
    expect(percent(-0.039611278733020706)).toBe('−4.0%');
    expect(percent(0.8110148229301951, true)).toBe('+81.1%');
    expect(percent(1)).toBe('100%');
    expect(percent(-2.088160391948235, true)).toBe('−209%');
    expect(percent(12.5)).toBe('1,250%');
  });

  test('what rounds to a hundred is written like a hundred', () => {
    expect(percent(0.9994)).toBe('99.9%');
    expect(percent(0.9996)).toBe('100%');
  });

  test('rounding looks at the decimal digits: 0.0005 is 0.1%', () => {
    expect(percent(0.0005)).toBe('0.1%');
    expect(percent(0.28950000000000004)).toBe('29.0%');
    expect(percent(-0.0004, true)).toBe('0.0%');
  });

  test('a German percentage has a blank and a comma', () => {
    const german = { ...english, locale: 'de-DE' };
    expect(formatCell({ kind: 'percent', ratio: -0.0395 }, german)).toBe('−4,0\u00a0%');
  });
});

describe('other cells', () => {
  test('people are counted in groups of three digits', () => {
    expect(formatCell({ kind: 'count', count: 2802 }, english)).toBe('2,802');
    expect(formatCell({ kind: 'count', count: 2251.8333, decimals: 1 }, english)).toBe('2,251.8');
    expect(formatCell({ kind: 'count', count: 12, signed: true }, english)).toBe('+12');
  });

  test('unknown is a dash', () => {
    expect(formatCell({ kind: 'unknown', reason: 'no cost' }, english)).toBe('–');
    expect(formatCell({ kind: 'unknown', reason: 'no cost' }, { ...english, ascii: true })).toBe('-');
  });

  test('bounds with decimal commas are parted by a semicolon', () => {
    const low = { kind: 'money', amount: -1.5, cents: true } as const;
    const high = { kind: 'money', amount: 2.5, cents: true } as const;
    const interval = { kind: 'interval', low, high } as const;
    expect(formatCell(interval, english)).toBe('[−$1.50, $2.50]');
    expect(formatCell(interval, { ...english, currency: null, locale: 'de-DE' })).toBe('[−1,50; 2,50]');
  });

  test('a bar is drawn to the eighth of a character, and a small share still shows', () => {
    expect(barText(1, 4, false)).toBe('████');
    expect(barText(0.5, 5, false)).toBe('██▌');
    expect(barText(0.001, 5, false)).toBe('▏');
    expect(barText(0, 5, false)).toBe('');
    expect(barText(1.7, 3, false)).toBe('███');
    expect(barText(0.5, 5, true)).toBe('###');
    expect(formatCell({ kind: 'bar', share: 0.25 }, english)).toBe('██▌');
  });

  test('prose has its values put in, and signs that are typed where only ASCII is wanted', () => {
    const phrase = ['ROI ', { kind: 'percent', ratio: -0.04 }, ' — 2 × 3 ≥ 5 …'] as const;
    expect(phraseText(phrase, english)).toBe('ROI −4.0% — 2 × 3 ≥ 5 …');
    expect(phraseText(phrase, { ...english, ascii: true })).toBe('ROI -4.0% - 2 x 3 >= 5 ...');
  });
});

describe('beside an axis', () => {
  test('amounts are short and exact', () => {
    const tick = (value: number) => formatTick(value, 'money', english);
    expect([0, 500, 2500, 50000, 1500000, -2e9].map(tick)).toEqual(['$0', '$500', '$2.5k', '$50k', '$1.5M', '−$2B']);
    expect(tick(0.25)).toBe('$0.25');
    expect(tick(0.30000000000000004)).toBe('$0.30');
  });

  test('shares and counts have their own form', () => {
    expect(formatTick(-0.25, 'percent', english)).toBe('−25%');
    expect(formatTick(0.025, 'percent', english)).toBe('2.5%');
    expect(formatTick(12000, 'count', english)).toBe('12k');
    expect(formatTick(50000, 'money', { ...english, currency: 'EUR', locale: 'fr-FR' })).toBe('50\u00a0k\u00a0€');
  });
});

describe('English by hand is what Intl would write', () => {
  const likeIntl = (text: string) => text.replace('-', '−').replaceAll('\u00a0', ' ');
  const amounts = fc.oneof(fc.double({ noNaN: true, noDefaultInfinity: true, min: -1e15, max: 1e15 }), fc.integer());

  test.each([...Object.keys(COMMON_CURRENCIES), 'KWD', 'XAF', 'TWD'])('for any amount of %s', (currency) => {
    const whole = new Intl.NumberFormat('en-US', { style: 'currency', currency, maximumFractionDigits: 0 });
    const exact = new Intl.NumberFormat('en-US', { style: 'currency', currency, signDisplay: 'negative' });
    fc.assert(
      fc.property(amounts, (amount) => {
        const text = money(amount, { currency }, true);
        expect(text).toBe(likeIntl(exact.format(amount)));
        if (Math.abs(amount) >= 1) expect(money(amount, { currency })).toBe(likeIntl(whole.format(amount)));
      }),
      { numRuns: 50 },
    );
  });

  test('for any ratio', () => {
    const options = { style: 'percent', signDisplay: 'exceptZero' } as const;
    const tenths = new Intl.NumberFormat('en-US', { ...options, minimumFractionDigits: 1, maximumFractionDigits: 1 });
    const whole = new Intl.NumberFormat('en-US', options);
    fc.assert(
      fc.property(fc.double({ noNaN: true, min: -20, max: 20 }), (ratio) => {
        const isLong = Math.abs(Number(tenths.format(ratio).replace(/[%,+]/g, ''))) >= 100;
        expect(percent(ratio, true)).toBe(likeIntl((isLong ? whole : tenths).format(ratio)));
      }),
    );
  });
});

describe('a period', () => {
  const shown = (text: string, locale: string) => formatCell({ kind: 'period', period: text }, { ...english, locale });

  test('is as in the files for en-US, so that it can be typed', () => {
    expect(shown('2024-01', 'en-US')).toBe('2024-01');
  });

  test('is a month, a day or a quarter as elsewhere it is written', () => {
    expect(shown('2024-01', 'de-DE')).toBe('Jan. 2024');
    expect(shown('2024-02-29', 'de-DE')).toBe('29.02.2024');
    expect(shown('2000-12-31', 'fr-FR')).toBe('31/12/2000');
    expect(shown('2024-Q3', 'fr-FR')).toBe('Q3 2024');
    expect(shown('2024', 'de-DE')).toBe('2024');
    expect(shown('1900-03-01', 'de-DE')).toBe('01.03.1900');
  });

  test('is one as a label of an axis too, but not within a sentence', () => {
    expect(phraseText(['2024-01'], { ...english, locale: 'de-DE' })).toBe('Jan. 2024');
    expect(phraseText(['--from 2024-01 does it'], { ...english, locale: 'de-DE' })).toBe('--from 2024-01 does it');
    expect(phraseText(['2024-13'], { ...english, locale: 'de-DE' })).toBe('2024-13');
  });
});
