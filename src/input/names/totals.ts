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

/** Whether a cell says that its row is a total: `Total`, `Summe 2024`. */
export function isTotal(text: string): boolean {
  return WORDS.has(fold(text.replace(/\d{4}|:/g, '')));
}
