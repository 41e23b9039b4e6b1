import { describe, expect, test } from 'vitest';
import { formatCell, spanText } from '../../src/report/format.ts';

describe('a stretch of a common axis', () => {
  test('is a bar on a track, with a mark where things stand', () => {
    expect(spanText({ from: 0.2, to: 0.8, mark: 0.5 }, 11, false)).toBe('░░███│███░░');
    expect(spanText({ from: 0, to: 1, mark: 1 }, 5, false)).toBe('████│');
    expect(spanText({ from: 0, to: 0.5, mark: 0 }, 5, false)).toBe('│██░░');
  });

  test('shows on which side of the mark it lies, however short it is', () => {
    expect(spanText({ from: 0.499, to: 0.5, mark: 0.5 }, 5, false)).toBe('░█│░░');
    expect(spanText({ from: 0.5, to: 0.501, mark: 0.5 }, 5, false)).toBe('░░│█░');
    expect(spanText({ from: 0.5, to: 0.5, mark: 0.5 }, 5, false)).toBe('░░│░░');
  });

  test('is drawn in ASCII where that is asked for', () => {
    const cell = { kind: 'span', from: 0, to: 0.5, mark: 0.25 } as const;
    expect(formatCell(cell, { locale: 'en-US', currency: null, ascii: true })).toBe('##|###....');
    expect(formatCell(cell, { locale: 'en-US', currency: null, ascii: false })).toHaveLength(10);
  });
});
