import { expect, test } from 'vitest';
import { withCurrency } from '../../src/input/header-currency.ts';

test.each([
  ['Amount (EUR)', 'Amount', 'EUR'],
  ['Amount\n(EUR)', 'Amount', 'EUR'],
  ['Amount\r\n[USD]', 'Amount', 'USD'],
  ['Montant\u00a0(€)', 'Montant', '€'],
  ['Betrag in €', 'Betrag', '€'],
  ['amount_usd', 'amount', 'usd'],
])('%j names a currency, on whichever line', (header, name, currency) => {
  expect(withCurrency(header)).toEqual({ name, currency });
});

test.each(['Amount', 'Amount (T€)', 'Amount (£000)', 'Amount (net)', 'total_all'])('%j names none', (header) => {
  expect(withCurrency(header)).toBeUndefined();
});
