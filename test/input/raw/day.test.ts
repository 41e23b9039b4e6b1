import { describe, expect, test } from 'vitest';
import { dayInZone, readDay } from '../../../src/input/raw/day.ts';

const day = (text: string) => {
  const reading = readDay(text);
  return reading.kind === 'day' ? reading.day : reading.kind;
};

describe('a day', () => {
  test.each([
    ['2024-01-31', '2024-01-31'],
    ['2024/1/5', '2024-01-05'],
    ['20240131', '2024-01-31'],
    ['2024-01-31T23:30:00Z', '2024-01-31'],
    ['2024-01-31 23:30:00.123+05:30', '2024-01-31'],
    ['31 January 2024', '2024-01-31'],
    ['31. Januar 2024', '2024-01-31'],
    ['Jan 31, 2024', '2024-01-31'],
    ['Wed, 31 Jan 2024 10:00', '2024-01-31'],
    ['2024-02-29', '2024-02-29'],
    ['2023-02-29', 'refused'],
    ['2024-13-01', 'refused'],
    ['2024-00-10', 'refused'],
    ['1899-12-31', 'refused'],
    ['2200-01-01', 'refused'],
    ['2024-01', 'refused'],
    ['45322', 'refused'],
    ['yesterday', 'refused'],
    ['epoch', 'refused'],
    ['infinity', 'refused'],
    ['', 'refused'],
  ])('%s is %s', (text, expected) => expect(day(text)).toBe(expected));

  test('in numbers has as many readings as there are orders that make it a date', () => {
    expect(readDay('03/04/2024')).toEqual({ kind: 'orders', orders: { dmy: '2024-04-03', mdy: '2024-03-04' } });
    expect(readDay('31.01.2024')).toEqual({ kind: 'orders', orders: { dmy: '2024-01-31' } });
  });
});

describe('a day in a time zone', () => {
  const berlin = dayInZone('Europe/Berlin');
  test.each([
    ['2024-01-31T23:30:00Z', '2024-02-01'],
    ['2024-07-31T22:30:00Z', '2024-08-01'],
    ['2024-01-31 22:59:59Z', '2024-01-31'],
    ['2024-02-01T00:30:00+05:30', '2024-01-31'],
    ['2024-02-01 00:30+0100', '2024-02-01'],
  ])('%s is %s in Berlin', (text, expected) => expect(berlin(text)).toBe(expected));

  test.each(['2024-01-31', '2024-01-31T23:30:00', 'soon'])('%s names no time zone, and stays what it is', (text) => {
    expect(berlin(text)).toBeUndefined();
  });
});
