import { expect, test } from 'vitest';
import { renderJson } from '../../src/render/json.ts';
import { expectGolden } from '../golden.ts';
import { reportOf, SAMPLE } from './sample.ts';

const json = (data: unknown) => renderJson({ ...reportOf(), data });

test('the envelope is the same for every command', () => {
  expectGolden('render/report.json', renderJson(SAMPLE));
  expect(JSON.parse(json({}))).toEqual({ schemaVersion: 1, kind: 'calc', passed: true, data: {} });
});

test('numbers keep the 15 digits that a double holds for sure, and whole numbers all of theirs', () => {
  expect(json({ roi: -0.039611278733020706 })).toContain('"roi": -0.0396112787330207');
  expect(json({ return: 66534.35999999999 })).toContain('"return": 66534.36');
  expect(json({ members: 9007199254740991 })).toContain('9007199254740991');
});

test('a figure that is no number is a bug, not a null', () => {
  expect(() => json({ totals: { roi: Number.NaN } })).toThrow('"roi" is NaN');
  expect(() => json([Number.NEGATIVE_INFINITY])).toThrow(RangeError);
});

test('text comes back as it was, yet holds nothing that a terminal obeys', () => {
  const name = 'a\x1b[31mb\x9b31mc\u202ed\u2028e\x7f';
  const output = json({ name });
  expect(JSON.parse(output).data.name).toBe(name);
  expect(output.replaceAll('\n', '')).not.toMatch(/[\p{Cc}\u202e\u2028]/u);
});
