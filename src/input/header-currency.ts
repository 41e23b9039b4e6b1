import { currenciesOf } from './currency.ts';

const IN_BRACKETS = /^(.{1,80}?)[ _]*[([](?:in )?([^)\]]{1,6})[)\]]$/;
/** A code in small letters is taken only where it is a common one: `total_all` is not in Albanian lek. */
const AFTER_NAME =
  /^(.{1,80}?)(?: in |[ _-])(\p{Lu}{3}|[^\p{L}\p{N}\s]|usd|eur|gbp|chf|cad|aud|jpy|inr|brl|sek|nok|dkk|pln)$/u;

/** `Amount (EUR)`, `Betrag in €` or `amount_usd` taken apart; undefined for a header without a currency. */
export function withCurrency(header: string): { name: string; currency: string } | undefined {
  const text = header.replace(/\s+/g, ' ').trim();
  const match = IN_BRACKETS.exec(text) ?? AFTER_NAME.exec(text);
  if (match === null || currenciesOf(match[2]!) === undefined) return undefined;
  return { name: match[1]!, currency: match[2]! };
}
