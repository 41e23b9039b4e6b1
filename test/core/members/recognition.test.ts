import { describe, expect, test } from 'vitest';
import type { RecognitionRow } from '../../../src/core/members/input.ts';
import { recognitionOf } from '../../../src/core/members/recognition.ts';
import { money } from '../../../src/core/money.ts';
import { timeline } from '../../../src/core/timeline.ts';
import { period } from '../helper.ts';

const time = timeline(period('2023-01'), period('2023-04'));
const active = [10, 10, 20, 20];
const span = { start: 0, end: 3 };
const row = (person: string, when: string | undefined, what = 'badge', value?: number): RecognitionRow => ({
  person,
  what,
  ...(when === undefined ? {} : { period: period(when) }),
  ...(value === undefined ? {} : { value: money(value) }),
});
const of = (rows: readonly RecognitionRow[], minPeople = 1) => recognitionOf(rows, active, time, span, minPeople);

describe('coverage', () => {
  test('is people recognised in each period, over the active members of all of them', () => {
    const found = of([row('a', '2023-01'), row('a', '2023-01'), row('a', '2023-02'), row('b', '2023-04')]);
    expect(found).toMatchObject({ coverage: 3 / 60, recognised: 3, contributors: 60, people: 2, times: 4 });
  });

  test('leaves out what lies outside the window', () => {
    expect(of([row('a', '2022-12'), row('b', '2023-05')])).toMatchObject({ coverage: 0, people: 0 });
  });

  test('without dates is that of the last period', () => {
    expect(of([row('a', undefined), row('b', undefined)])).toMatchObject({ coverage: 2 / 20, from: '2023-04' });
  });

  test('is unknown where more people were recognised than contribute, and where dates are too coarse', () => {
    const many = Array.from({ length: 21 }, (_, i) => row(`p${i}`, undefined));
    expect(of(many).coverageReason).toBe('more people were recognised than there are active members');
    expect(of([row('a', '2023')]).coverageReason).toBe('a date is longer than a month');
  });
});

test('what was given is added up by its name, and small groups are not shown', () => {
  const rows = [row('a', '2023-01', 'prize', 50), row('b', '2023-02', 'prize', 70), row('c', '2023-02', 'thanks')];
  expect(of(rows).given).toEqual([
    { what: 'prize', times: 2, people: 2, value: 120 },
    { what: 'thanks', times: 1, people: 1, value: null, valueReason: 'no row says what it was worth' },
  ]);
  expect(of(rows, 5).given[0]).toMatchObject({ people: null, peopleReason: 'fewer than 5 people are not shown' });
});
