import { fold } from '../spelling.ts';

const WORDS = new Set(
  `total, totals, grand total, subtotal, sub-total, sum, overall
  Summe, gesamt, Gesamtsumme, Zwischensumme, insgesamt
  somme, sous-total, total général, totaux
  suma, total general, soma, total geral, subtotale, totale, totale generale, somma
  totaal, subtotaal, eindtotaal, som`
    .split(/[,\n]/)
    .map(fold),
);

const FIRST_WORD = /^(?:sub-?total|totals?|totale|totaal|summe|gesamt|zwischensumme|suma|soma)\b/i;
const LAST_WORD = /\b(?:total|summe|ergebnis)$/i;

/** Whether a cell says that its row is a total: `Total`, `Summe 2024`. */
export function isTotal(text: string): boolean {
  return WORDS.has(fold(text.replace(/\d{4}|:/g, '')));
}

/** Whether a cell reads like the label of a total, what it is the total of included: `Total for 6100 Software`. */
export function labelsTotal(text: string): boolean {
  return isTotal(text) || FIRST_WORD.test(text.trim()) || LAST_WORD.test(text.trim());
}
