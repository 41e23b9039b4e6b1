/** How English writes a currency. */
export interface Currency {
  /** Stands before the number; a code of letters ends in a space. */
  readonly prefix: string;
  /** Digits of the minor unit: 2 for cents, 0 for yen, 3 for dinars. */
  readonly decimals: number;
}

/** Frequent currencies, so that they need no `Intl`, which takes 14 ms to wake; a test compares each with it. */
export const COMMON_CURRENCIES: Readonly<Record<string, Currency>> = {
  AUD: { prefix: 'A$', decimals: 2 },
  BRL: { prefix: 'R$', decimals: 2 },
  CAD: { prefix: 'CA$', decimals: 2 },
  CHF: { prefix: 'CHF ', decimals: 2 },
  CNY: { prefix: 'CN¥', decimals: 2 },
  CZK: { prefix: 'CZK ', decimals: 2 },
  DKK: { prefix: 'DKK ', decimals: 2 },
  EUR: { prefix: '€', decimals: 2 },
  GBP: { prefix: '£', decimals: 2 },
  HKD: { prefix: 'HK$', decimals: 2 },
  ILS: { prefix: '₪', decimals: 2 },
  INR: { prefix: '₹', decimals: 2 },
  JPY: { prefix: '¥', decimals: 0 },
  KRW: { prefix: '₩', decimals: 0 },
  MXN: { prefix: 'MX$', decimals: 2 },
  NOK: { prefix: 'NOK ', decimals: 2 },
  NZD: { prefix: 'NZ$', decimals: 2 },
  PLN: { prefix: 'PLN ', decimals: 2 },
  SEK: { prefix: 'SEK ', decimals: 2 },
  SGD: { prefix: 'SGD ', decimals: 2 },
  USD: { prefix: '$', decimals: 2 },
  ZAR: { prefix: 'ZAR ', decimals: 2 },
};

const ASCII = /^[\x20-\x7e]+$/;
const seen = new Map<string, Currency>();

/** A currency by its ISO 4217 code; where its symbol is not ASCII and must be, the code stands in its place. */
export function currencyOf(code: string, ascii: boolean): Currency {
  const currency = COMMON_CURRENCIES[code] ?? seen.get(code) ?? remember(code);
  return ascii && !ASCII.test(currency.prefix) ? { ...currency, prefix: `${code} ` } : currency;
}

function remember(code: string): Currency {
  const format = new Intl.NumberFormat('en-US', { style: 'currency', currency: code });
  const symbol = format.formatToParts(1).find((part) => part.type === 'currency')?.value ?? code;
  const prefix = /[A-Z]$/.test(symbol) ? `${symbol} ` : symbol;
  const currency = { prefix, decimals: format.resolvedOptions().maximumFractionDigits ?? 2 };
  seen.set(code, currency);
  return currency;
}
