import { currencySecond, currencyUnclear } from '../errors/cell.ts';
import type { Problems } from '../errors/problem.ts';
import type { FoundCurrency } from './options.ts';

/** What a sign of money may stand for, the usual one first; `null` where none is usual. */
const DOLLARS = ['USD', 'CAD', 'AUD', 'NZD', 'SGD', 'HKD', 'TWD', 'MXN', 'ARS', 'CLP', 'COP', 'JMD', 'BBD', 'TTD'];
const KRONER = [null, 'SEK', 'NOK', 'DKK', 'ISK'];
const SIGNS: Readonly<Record<string, readonly (string | null)[]>> = {
  $: DOLLARS,
  US$: ['USD'],
  C$: ['CAD'],
  CA$: ['CAD'],
  A$: ['AUD'],
  AU$: ['AUD'],
  NZ$: ['NZD'],
  S$: ['SGD'],
  HK$: ['HKD'],
  NT$: ['TWD'],
  MX$: ['MXN'],
  R$: ['BRL'],
  '€': ['EUR'],
  EURO: ['EUR'],
  EUROS: ['EUR'],
  '£': ['GBP', 'EGP', 'LBP'],
  '¥': ['JPY', 'CNY'],
  '￥': ['JPY', 'CNY'],
  円: ['JPY'],
  元: ['CNY', 'TWD'],
  '₹': ['INR'],
  RS: [null, 'INR', 'PKR', 'LKR', 'NPR', 'MUR'],
  'RS.': [null, 'INR', 'PKR', 'LKR', 'NPR', 'MUR'],
  '₩': ['KRW', 'KPW'],
  '₽': ['RUB'],
  '₺': ['TRY'],
  '₪': ['ILS'],
  '₫': ['VND'],
  '฿': ['THB'],
  '₴': ['UAH'],
  '₦': ['NGN'],
  '₱': ['PHP'],
  '₵': ['GHS'],
  '₸': ['KZT'],
  '₡': ['CRC'],
  '₲': ['PYG'],
  'FR.': ['CHF'],
  SFR: ['CHF'],
  'SFR.': ['CHF'],
  KR: KRONER,
  'KR.': KRONER,
  ZŁ: ['PLN'],
  KČ: ['CZK'],
  FT: ['HUF'],
  LEI: ['RON', 'MDL'],
  ЛВ: ['BGN'],
  'ЛВ.': ['BGN'],
  R: ['ZAR'],
  RM: ['MYR'],
  RP: ['IDR'],
  'S/': ['PEN'],
};

let codes: ReadonlySet<string> | undefined;

/** Whether ISO 4217 knows the code. */
function isCurrencyCode(code: string): boolean {
  codes ??= new Set(Intl.supportedValuesOf('currency').filter((known) => known !== 'XXX' && known !== 'XTS'));
  return codes.has(code);
}

/** What a code or a sign beside an amount may stand for; undefined for what is neither. */
export function currenciesOf(mark: string): readonly (string | null)[] | undefined {
  const upper = mark.toUpperCase();
  return SIGNS[upper] ?? (isCurrencyCode(upper) ? [upper] : undefined);
}

/** The currencies of the files of one kind: each sign or code, and where it stands first. */
export interface CurrencyTracker {
  see(mark: string, file: string, line: number | undefined, column: string): void;
  /**
   * The one currency of all amounts; undefined where none is named. More than one is a problem, as is a sign that
   * stands for several when the user has not chosen one.
   */
  result(problems: Problems, chosen?: string): FoundCurrency | undefined;
}

interface Seen {
  readonly mark: string;
  readonly file: string;
  readonly line: number | undefined;
  readonly column: string;
}

export function currencyTracker(): CurrencyTracker {
  const seen = new Map<string, Seen>();
  return {
    see(mark, file, line, column) {
      if (!seen.has(mark)) seen.set(mark, { mark, file, line, column });
    },
    result: (problems, chosen) => settle([...seen.values()], problems, chosen),
  };
}

function settle(seen: readonly Seen[], problems: Problems, chosen: string | undefined): FoundCurrency | undefined {
  const first = seen[0];
  if (first === undefined) return undefined;
  // A code says more than a sign, so that codes are heard first.
  const meanings = seen.map((place) => ({ place, meant: currenciesOf(place.mark) ?? [] }));
  meanings.sort((a, b) => a.meant.length - b.meant.length);
  let common = meanings[0]!.meant;
  let holder = meanings[0]!.place;
  for (const { place, meant } of meanings.slice(1)) {
    const both = common.filter((code) => meant.includes(code));
    if (both.length > 0) {
      common = both;
      continue;
    }
    const [later, earlier] = inOrder(seen, holder, place);
    problems.add({
      ...currencySecond(nameOf(later), nameOf(earlier), placeOf(earlier)),
      file: later.file,
      ...lineOf(later),
      column: later.column,
    });
    holder = earlier;
  }
  const [code, ...orElse] = chosen !== undefined && common.includes(chosen) ? [chosen] : common;
  if (code === null || code === undefined) {
    const choices = orElse.filter((choice) => choice !== null);
    problems.add({
      ...currencyUnclear(holder.mark, choices),
      file: holder.file,
      ...lineOf(holder),
      column: holder.column,
    });
    return undefined;
  }
  const { file, column } = holder;
  const others = orElse.filter((choice) => choice !== null);
  return { code, ...(others.length > 0 ? { orElse: others } : {}), file, ...lineOf(holder), column };
}

/** The later of two places first, in the order in which they were seen. */
function inOrder(seen: readonly Seen[], a: Seen, b: Seen): [later: Seen, earlier: Seen] {
  return seen.indexOf(a) > seen.indexOf(b) ? [a, b] : [b, a];
}

/** The line of a place in a file; nothing for a table. */
const lineOf = ({ line }: { readonly line?: number | undefined }) => (line === undefined ? {} : { line });

const placeOf = ({ file, line }: { readonly file: string; readonly line?: number | undefined }) =>
  line === undefined ? file : `${file}:${line}`;

function nameOf({ mark }: Seen): string {
  const meant = currenciesOf(mark) ?? [];
  return meant.length === 1 ? (meant[0] ?? mark) : mark;
}

/**
 * The currency that the files of all kinds share, or null where none names one. Amounts in two currencies are a
 * problem at the later place.
 */
export function agreeCurrency(found: readonly (FoundCurrency | undefined)[], problems: Problems): string | null {
  let agreed: FoundCurrency | undefined;
  for (const currency of found) {
    if (currency === undefined) continue;
    if (agreed === undefined) {
      agreed = currency;
      continue;
    }
    const common = readings(agreed).filter((code) => readings(currency).includes(code));
    const [code, ...orElse] = common;
    if (code !== undefined) {
      agreed = { ...agreed, code, orElse };
      continue;
    }
    const { file, column } = currency;
    problems.add({
      ...currencySecond(currency.code, agreed.code, placeOf(agreed)),
      file,
      ...lineOf(currency),
      column,
    });
  }
  return agreed?.code ?? null;
}

function readings(currency: FoundCurrency): readonly string[] {
  return [currency.code, ...(currency.orElse ?? [])];
}
