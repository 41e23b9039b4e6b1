import { phraseText } from '../format.ts';
import type { Worded } from './facts.ts';

/** What the figures stand on, in every report about members. */
interface Grounds {
  readonly currency: string | null;
  readonly inputs: readonly unknown[];
}

/** The JSON of a report about members: its result between the currency, and the options, caveats and inputs. */
export function memberData(
  result: object,
  options: object,
  caveats: readonly Worded[],
  { currency, inputs }: Grounds,
): unknown {
  const plain = { locale: 'en-US', currency, ascii: false };
  return {
    currency,
    ...(currency === null ? { currencyReason: 'no amount names one' } : {}),
    ...result,
    options,
    caveats: caveats.map(({ code, message }) => ({ code, message: phraseText(message, plain) })),
    inputs,
  };
}
