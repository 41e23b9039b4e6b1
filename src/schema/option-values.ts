import * as z from 'zod/mini';
import { monthsOf, parsePeriod } from '../core/period.ts';

/** Values of command-line options: text in, checked value out. The message of an issue says what would do. */

/** What checks the options of a command. */
export interface OptionSchema<T> {
  safeParse(
    options: unknown,
  ):
    | { readonly success: true; readonly data: T }
    | { readonly success: false; readonly error: { readonly issues: readonly OptionIssue[] } };
}

interface OptionIssue {
  readonly message: string;
  readonly path: readonly PropertyKey[];
}

type Parse<T> = (text: string) => T | undefined;

/** An option whose text `parse` turns into a value; undefined is refused with what would do. */
export function option<T>(expected: string, parse: Parse<T>, trim = true) {
  return z.pipe(
    z.string(),
    z.transform((text: string, context): T => {
      const value = parse(trim ? text.trim() : text);
      if (value === undefined) context.issues.push({ code: 'custom', message: expected, input: text });
      return value as T;
    }),
  );
}

const NUMBER = /^[+-]?(?:\d+\.?\d*|\.\d+)$/;

/** `0.4` or `40%` as a fraction. */
export function parseFraction(text: string): number | undefined {
  const percent = text.endsWith('%');
  const digits = percent ? text.slice(0, -1).trim() : text;
  if (!NUMBER.test(digits)) return undefined;
  return Number(percent ? `${digits}e-2` : digits);
}

export const shareOption = option('a share above 0 and at most 1, such as 40% or 0.4', (text) => {
  const share = parseFraction(text);
  return share !== undefined && share > 0 && share <= 1 ? share : undefined;
});

export const rateOption = option('a yearly rate above −100%, such as 8% or 0.08', (text) => {
  const rate = parseFraction(text.replace('−', '-'));
  return rate !== undefined && rate > -1 && rate <= 10 ? rate : undefined;
});

/** A number of people, or of tries. */
export const countOption = (least: number) =>
  option(`a whole number from ${least} upwards`, (text) => {
    const value = /^\d{1,15}$/.test(text) ? Number(text) : -1;
    return value >= least ? value : undefined;
  });

export const yearsOption = option('a number of years above 0 and at most 100, such as 4', (text) => {
  const years = NUMBER.test(text) ? Number(text) : undefined;
  return years !== undefined && years > 0 && years <= 100 ? years : undefined;
});

export const periodOption = option('a period: 2024-01, 2024-Q1 or 2024', parsePeriod);

export const baselineOption = option(
  'a period (2024-01), a range from early to late (2024-01..2024-06) or all',
  (text) => {
    if (text.toLowerCase() === 'all') return 'all' as const;
    const [first, last, ...rest] = text.split('..');
    const from = parsePeriod(first ?? '');
    const to = last === undefined ? from : parsePeriod(last);
    if (from === undefined || to === undefined || rest.length > 0) return undefined;
    return monthsOf(to).first < monthsOf(from).first ? undefined : { from, to };
  },
);

/** A figure of the report and the least that it may be. */
export interface Threshold {
  readonly metric: string;
  readonly least: number;
  /** As the user typed it. */
  readonly text: string;
}

export const thresholdOption = option(
  'a metric and a number: roi=0, latest12.roi=10%',
  (text): Threshold | undefined => {
    const match = /^([\w.-]+)\s*=\s*(.+)$/.exec(text);
    const least = parseFraction((match?.[2] ?? '').trim().replace('−', '-'));
    return match === null || least === undefined ? undefined : { metric: match[1]!, least, text };
  },
);

export const currencyOption = option('a currency code such as EUR', (text) => {
  const code = text.toUpperCase();
  return /^[A-Z]{3}$/.test(code) && Intl.supportedValuesOf('currency').includes(code) ? code : undefined;
});

const DELIMITER_NAMES: Readonly<Record<string, string>> = {
  ',': ',',
  ';': ';',
  '|': '|',
  '\t': '\t',
  '\\t': '\t',
  tab: '\t',
  comma: ',',
  semicolon: ';',
  pipe: '|',
};

export const delimiterOption = option('one of , ; | or tab', (text) => DELIMITER_NAMES[text.toLowerCase()], false);
